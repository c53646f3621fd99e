"""One page for every form about people and places: all its fields, one button, one way back."""

from collections.abc import Callable, Mapping
from typing import Any, TypeAlias

from flask import flash, redirect, render_template, request
from werkzeug.wrappers import Response

from app.kernel.commands import Command
from app.kernel.errors import DomainError
from app.web import door
from app.web.forms import refused
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
    if not form.validate():
        return shown(form, title, there, hints), 422
    try:
        door.execute(say(**door.said(), **said), key=form.command_key)
    except DomainError as error:
        status = refused(form, error)
        return shown(form, title, there, hints), status
    flash("已保存。", "green")
    return redirect(there, 303)


def press(command: Command, there: str, words: str = "已办好。") -> Response:
    """Say a command that a single button says, and go on."""
    door.execute(command)
    flash(words, "green")
    return redirect(there, 303)


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
