"""Pages of the registers; the supervisor's own, counted from the same rows; and the auditor's."""

from app.web import audit, overview
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
    *audit.PAGES,
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
