"""The intake desk's pages: one form, what is found beside it, drafts, receipts."""
