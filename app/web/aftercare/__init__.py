"""Pages of aftercare: revisits."""

from app.web.aftercare import revisits

PAGES = (revisits.page,)
