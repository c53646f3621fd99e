"""Pages that open and end a mediation: consent, rights, recusal, danger, closing."""

from app.web.closing import (
    closure,
    consents,
    correction,
    recusals,
    reopening,
    rights_notice,
    risk_reports,
)

PAGES = (
    closure.page,
    consents.page,
    correction.page,
    recusals.page,
    reopening.page,
    rights_notice.page,
    risk_reports.page,
)
