"""Pages of what is away in the villages: of one case, and of the whole county."""

from app.web.custody import case, out, people

PAGES = (case.page, out.page, people.page)
