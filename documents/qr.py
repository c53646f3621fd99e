"""The QR code of a paper: what was issued, checked without a network.

It proves what a committee issued, not that this sheet is the original: the checker compares the
printed names and amounts with those shown.
"""

import io

import segno


def svg(text: str) -> str:
    """Draw a code at level Q; print it 28 mm wide with its quiet zone, the least that scans."""
    out = io.BytesIO()
    code = segno.make(text, error="q", micro=False, boost_error=False)
    code.save(out, kind="svg", border=4, xmldecl=False, omitsize=True)
    return out.getvalue().decode()
