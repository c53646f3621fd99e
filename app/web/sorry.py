"""The page that says why a step was not taken: whole, or the part of one that htmx asked for."""

from flask import render_template, request


def say(sentence: str, code: int, **more: object) -> tuple[str, int]:
    """Answer with the sentence and its status; `more` is what the page shows beside it."""
    page = "error_part.html" if request.headers.get("HX-Request") else "error.html"
    return render_template(page, sentence=sentence, code=code, **more), code
