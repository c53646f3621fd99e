"""Issue a paper with its code: laid out once to learn its pages, printed with what was signed."""

from typing import TypeVar

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from documents.lint import LayoutFault
from documents.papers import Paper
from documents.render import Rendered, render
from documents.voucher import coded

P = TypeVar("P", bound=Paper)


def issue(paper: P, key: Ed25519PrivateKey) -> tuple[P, Rendered]:
    """Give the paper as issued, and its bytes of record; the code's place was kept free."""
    pages = render(paper).pages
    issued = coded(paper, pages, key)
    printed = render(issued)
    if printed.pages != pages:
        raise LayoutFault(["印上核验码后页数变了"])
    return issued, printed
