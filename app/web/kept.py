"""What a person typed into a page that could not be taken is shown to them again, never lost."""

from flask import render_template, request

NOT_SHOWN = frozenset({"csrf_token", "password", "old_password", "new_password", "again"})


def typed() -> list[tuple[str, str]]:
    """List what a person typed, in order, without secrets."""
    pairs = request.form.items(multi=True)
    return [(name, value) for name, value in pairs if name not in NOT_SHOWN and value]


def give_back(sentence: str, code: int) -> tuple[str, int]:
    """Show what was typed; offer to send it again where the browser vouches for our own page."""
    again = request.headers.get("Sec-Fetch-Site") == "same-origin" and not request.files
    page = "error_part.html" if request.headers.get("HX-Request") else "error.html"
    return render_template(page, sentence=sentence, code=code, kept=typed(), again=again), code
