"""Pages of the rota: a committee's week, one duty, one's own calendar."""

from app.web.rota import duties, feed, own, planning, road, week

PAGES = (duties.page, feed.page, own.page, planning.page, road.page, week.page)
