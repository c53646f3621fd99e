import pytest

from tests.agreements.table import late_bus
from tests.case_file import open_case

FILE_NUMBER = "（2026）共倒人调字第1号"


@pytest.fixture
def file(database, world, bus):
    """An accepted case of 倒淌河镇, looked at from the end of 2026."""
    return open_case(database, world, late_bus(bus), file_number=FILE_NUMBER)
