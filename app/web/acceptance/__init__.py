"""The first decisions about a case: accept or decline, send elsewhere, who mediates, who is who."""

from app.web.acceptance import acceptance, mediators, override, parties, representatives, routing

PAGES = (
    acceptance.page,
    mediators.page,
    override.page,
    parties.page,
    representatives.page,
    routing.page,
)
