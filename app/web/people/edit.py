"""One page for every form about people and places: all its fields, one button, one way back."""

from collections.abc import Callable, Mapping
from typing import Any, TypeAlias

from flask import render_template, request
from werkzeug.wrappers import Response

from app.kernel.commands import Command
from app.web import door
from app.web.steps import take
from forms.base import Form
from forms.codes import seen_fields

Answered: TypeAlias = str | Response | tuple[str, int]


def edit(
    form: Form,
    title: str,
    there: str,
    hints: Mapping[str, str] | None = None,
    *,
    say: Callable[..., Command] | None = None,
    **said: Any,  # noqa: ANN401 (a command's own fields)
) -> Answered:
    """Show a form; with `say`, read it, say the command and go `there`, or show it again."""
    if say is None:
        return shown(form, title, there, hints)
    return take(
        form,
        lambda _: say(**door.said(), **said),
        lambda: shown(form, title, there, hints),
        there,
    )


def shown(form: Form, title: str, there: str, hints: Mapping[str, str] | None) -> str:
    """Show a form with everything typed."""
    return render_template(
        "people/edit.html",
        form=form,
        title=title,
        there=there,
        fields=seen_fields(form),
        hints=hints or {},
        action=request.path.removesuffix("/new"),
    )
