"""Pages of aftercare: the revisits of a case, the trips and calls of all, and 卷宗评查."""

from app.web.aftercare import evaluation, revisits, routes

PAGES = (evaluation.page, revisits.page, routes.page)
