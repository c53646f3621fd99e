"""/desk: the village desk, a page that keeps working without a network, and what it talks to."""

from app.web import arrivals, custody, devices, offline, rescues
from app.web.desk import page, tables

PAGES = (
    page.page,
    tables.page,
    *offline.PAGES,
    *custody.PAGES,
    *devices.PAGES,
    *arrivals.PAGES,
    *rescues.PAGES,
)
