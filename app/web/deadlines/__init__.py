"""Pages of deadlines: of one case, of the whole desk; and the orders that follow when they pass."""

from app.web import calendar, supervision
from app.web.deadlines import case, desk, met

PAGES = (calendar.page, case.page, desk.page, met.page, *supervision.PAGES)
