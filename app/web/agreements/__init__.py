"""Pages of an agreement: the editor, the signing table, fulfillment, its withdrawal, the court."""

from app.web.agreements import (
    confirmation,
    editor,
    obligations,
    printing,
    signatures,
    withdrawal,
    writing,
)

PAGES = (
    confirmation.page,
    editor.page,
    obligations.page,
    printing.page,
    signatures.page,
    withdrawal.page,
    writing.page,
)
