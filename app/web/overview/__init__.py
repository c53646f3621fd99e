"""The supervisor's pages: county, township, village, each one click above the next."""

from app.web.overview import county, places

PAGES = (county.page, places.page)
