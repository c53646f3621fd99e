"""Pages of the registers: the statutory tables, and the cases behind each figure."""

from app.web.registers import figures, statistics

PAGES = (statistics.page, figures.page)
