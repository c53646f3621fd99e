"""Pages of the registers: the statutory tables, and the cases behind each figure."""

from app.web.registers import cases, figures, months, organization, statistics

PAGES = (statistics.page, figures.page, cases.page, organization.page, months.page)
