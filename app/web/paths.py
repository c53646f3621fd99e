"""The addresses of a case's pages."""

from uuid import UUID


def page_of(case_id: UUID, page: str) -> str:
    """Give the address of a case's page, such as `meetings`; of the case itself for no page."""
    return f"/cases/{case_id}/{page}".rstrip("/")
