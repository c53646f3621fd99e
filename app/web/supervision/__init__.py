"""Pages of supervision: the county's orders, and those of one case."""

from app.web.supervision import case, judging, orders

PAGES = (case.page, judging.page, orders.page)
