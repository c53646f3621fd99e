"""The intake desk's pages: one form, what is found beside it, drafts, receipts."""

from app.web.intake import desk, drafts, receipt, retelling

PAGES = (desk.page, drafts.page, receipt.page, retelling.page)
