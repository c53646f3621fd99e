"""Pages of deadlines: of one case, and of the whole desk."""

from app.web.deadlines import case, desk, met

PAGES = (case.page, desk.page, met.page)
