"""The supervisor's pages: county, township, village, each one click above the next."""

from app.web.overview import county, in_hand, places

PAGES = (county.page, in_hand.page, places.page)
