from tests.agreements.conftest import file

__all__ = ["file"]
