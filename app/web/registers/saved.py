"""Files of the registers: their names and how they are given to the browser."""

from urllib.parse import quote

from flask import Response

from app.web.registers.asked import Asked

XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


def saved(asked: Asked, title: str) -> str:
    """Name the file of a table by its title, unit and days."""
    coverage = asked.coverage
    return f"{title}{asked.unit}{coverage.start:%Y%m%d}-{coverage.end:%Y%m%d}"


def workbook(content: bytes, name: str) -> Response:
    """Give a workbook to keep."""
    return _given(content, XLSX, f"{name}.xlsx")


def pdf(content: bytes, name: str) -> Response:
    """Give a PDF to keep."""
    return _given(content, "application/pdf", f"{name}.pdf")


def _given(content: bytes, kind: str, name: str) -> Response:
    answer = Response(content, mimetype=kind)
    answer.headers["Content-Disposition"] = f"attachment; filename*=UTF-8''{quote(name, safe='')}"
    return answer
