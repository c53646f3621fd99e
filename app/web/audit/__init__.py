"""Pages of the auditor."""

from app.web.audit import chain, footprints

PAGES = (footprints.page, chain.page)
