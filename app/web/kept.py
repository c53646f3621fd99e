"""What a person typed into a page that could not be taken is shown to them again, never lost."""

from flask import current_app, request

from app.web.sorry import say
from forms.form import Form
from forms.given import Given, told

NOT_SHOWN = frozenset({"csrf_token", "password", "old_password", "new_password", "again"})


def typed() -> list[tuple[str, str]]:
    """List what a person typed, in order, without secrets."""
    pairs = request.form.items(multi=True)
    seen = [(name, value.replace("\0", "")) for name, value in pairs if name not in NOT_SHOWN]
    return [(name, value) for name, value in seen if value]


def give_back(sentence: str, code: int, *, may_repeat: bool = True) -> tuple[str, int]:
    """Show what was typed; offer to send it again where the browser vouches for our own page.

    What could not be read whole, or would be refused again, is shown and not sent again.
    """
    ours = request.headers.get("Sec-Fetch-Site") == "same-origin"
    again = may_repeat and ours and not request.files
    return say(sentence, code, kept=_shown(), again=again)


def _shown() -> list[Given]:
    """Tell what was typed as the page showed it; the view's own forms are asked first."""
    view = current_app.view_functions.get(request.endpoint or "")
    known = getattr(view, "__globals__", {})
    return told(typed(), [one for one in known.values() if _is_form(one)])


def _is_form(one: object) -> bool:
    return isinstance(one, type) and issubclass(one, Form) and one is not Form
