"""Pages of the registers and, counted from the same rows, the supervisor's own."""

from app.web import overview
from app.web.registers import (
    bulletin,
    cases,
    evaluations,
    figures,
    members,
    month,
    months,
    organization,
    statistics,
    subsidy,
)

PAGES = (
    *overview.PAGES,
    statistics.page,
    figures.page,
    cases.page,
    organization.page,
    months.page,
    month.page,
    bulletin.page,
    subsidy.page,
    evaluations.page,
    members.page,
)
