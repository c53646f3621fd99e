"""/desk: the village desk, a page that keeps working without a network."""

from app.web.desk import page, tables

PAGES = (page.page, tables.page)
