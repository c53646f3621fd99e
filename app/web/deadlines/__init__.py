"""Pages of deadlines: of one case, and of the whole desk."""

from app.web.deadlines import case, desk

PAGES = (case.page, desk.page)
