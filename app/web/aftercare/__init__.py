"""Pages of aftercare: the revisits of a case, and the trips and calls of all."""

from app.web.aftercare import revisits, routes

PAGES = (revisits.page, routes.page)
