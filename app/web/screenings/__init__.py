"""Pages of screenings: the list of a period, one round with what it found."""

from app.web.screenings import listing, one

PAGES = (listing.page, one.page)
