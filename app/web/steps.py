"""One step of a case over HTTP: look it up, read the form, say the command, come back.

A form that was not taken is shown again with everything typed and the reason (422, 403, 409).
"""

from collections.abc import Callable
from datetime import time
from typing import Any, TypeAlias, TypeVar
from uuid import UUID

from flask import flash, redirect
from werkzeug.wrappers import Response

from app.cases.model import Case
from app.cases.visibility import find_case
from app.kernel.clock import CHINA
from app.kernel.commands import Command
from app.kernel.errors import DomainError, NotFound
from app.web import door
from app.web.afterwards import done, footing
from app.web.forms import refused
from forms.base import Form

Answered: TypeAlias = Response | tuple[str, int]
Said: TypeAlias = dict[str, Any]
AnyForm = TypeVar("AnyForm", bound=Form)


def found(case_id: UUID) -> Case:
    """Find the case for this person, or answer 404."""
    return find_case(door.reading(), door.actor(), case_id)


def speaking(case_id: UUID, **more: object) -> Said:
    """Say who speaks, of which case, on which day."""
    return door.said() | {"case_id": case_id} | more


def take(
    form: AnyForm, say: Callable[[AnyForm], Command], again: Callable[[], str], there: str
) -> Answered:
    """Carry what a form says and go `there`; show the page `again` where it was not taken."""
    if not form.validate_on_submit():
        return again(), 422
    try:
        command = say(form)
        since = footing(command)
        door.execute(command, key=form.command_key)
    except NotFound:
        raise
    except DomainError as error:
        door.reading().rollback()
        status = refused(form, error)
        return again(), status
    flash(done(command, since), "green")
    return redirect(there, 303)


def press(command: Command, there: str, words: str = "已办好。") -> Response:
    """Say a command that a single button says, and go on."""
    door.execute(command)
    flash(words, "green")
    return redirect(there, 303)


def shape(made: type[AnyForm], case: Case, /, **given: Any) -> AnyForm:  # noqa: ANN401 (fields' own types)
    """Make a form for a case: the version it is opened on, today's day, what is already known."""
    today = door.clock().today()
    return made(**{"seen_version": case.version, "on": today} | given)


def hour_now() -> time:
    """Say the hour in the county, to the minute."""
    return door.clock().now().astimezone(CHINA).time().replace(second=0, microsecond=0)
