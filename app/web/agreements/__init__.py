"""Pages of an agreement: the editor, the signing table, fulfillment, the court."""

from app.web.agreements import (
    confirmation,
    editor,
    obligations,
    printing,
    signatures,
    writing,
)

PAGES = (
    confirmation.page,
    editor.page,
    obligations.page,
    printing.page,
    signatures.page,
    writing.page,
)
