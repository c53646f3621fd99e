"""The first decisions about a case: accept or decline, send elsewhere, who mediates, who is who."""

from app.web.acceptance import (
    acceptance,
    mediators,
    override,
    particulars,
    parties,
    representatives,
    revocation,
    routing,
    targets,
)

PAGES = (
    acceptance.page,
    mediators.page,
    override.page,
    particulars.page,
    parties.page,
    representatives.page,
    revocation.page,
    routing.page,
    targets.page,
)
