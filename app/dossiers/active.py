"""What acts in a PDF: scripts, attached files, and actions that reach out of it.

An object that is referred to is looked at in its own turn; one that stands inside another, such as
the action of a link, only by looking into the other.
"""

from typing import Any

import pikepdf

KEYS = ("/JavaScript", "/JS", "/EmbeddedFiles", "/EF", "/AA", "/XFA", "/RichMediaContent")
OUTWARD = frozenset({"/JavaScript", "/Launch", "/SubmitForm", "/ImportData", "/GoToR", "/GoToE",
                     "/Rendition", "/Movie", "/Sound", "/RichMediaExecute"})  # fmt: skip
OPENS = "/OpenAction"


def is_active(pdf: pikepdf.Pdf) -> bool:
    """Say whether anything in a PDF acts; a place to begin reading at does not."""
    return any(_acts(item) for item in pdf.objects)


def _acts(item: Any) -> bool:  # noqa: ANN401 (any object of a PDF)
    if isinstance(item, pikepdf.Array):
        return any(_acts(one) for one in item if _stands_inside(one))
    if not isinstance(item, pikepdf.Dictionary | pikepdf.Stream):
        return False
    if any(key in item for key in KEYS) or item.get("/S") in OUTWARD or _reaches_out(item):
        return True
    return any(_acts(one) for _, one in item.items() if _stands_inside(one))


def _reaches_out(item: Any) -> bool:  # noqa: ANN401 (a dictionary of a PDF)
    opens = item.get(OPENS)
    return isinstance(opens, pikepdf.Dictionary) and opens.get("/S") != pikepdf.Name.GoTo


def _stands_inside(one: object) -> bool:
    kinds = pikepdf.Array | pikepdf.Dictionary | pikepdf.Stream
    return isinstance(one, kinds) and not one.is_indirect
