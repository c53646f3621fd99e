"""Pages of the case's way to other committees and organs."""

from app.web.handovers import handovers, referrals

PAGES = (handovers.page, referrals.page)
