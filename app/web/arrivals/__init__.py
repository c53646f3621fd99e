"""/arrivals: what came from laptops and does not go together with the centre; settled by people."""

from app.web.arrivals import listing

PAGES = (listing.page,)
