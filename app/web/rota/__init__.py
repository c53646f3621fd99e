"""Pages of the rota: a committee's week, one duty, one's own calendar."""

from app.web.rota import duties, feed, own, planning, road, swaps, week

PAGES = (duties.page, feed.page, own.page, planning.page, road.page, swaps.page, week.page)
