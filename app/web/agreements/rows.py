"""Rows of the editor come, go and change places by the press of a button, without JavaScript."""

from collections.abc import Callable
from typing import Any

from app.agreements.library import library
from forms.agreement import AgreementForm
from forms.rows import Rows, row_number

Data = list[Any]


def reshape(form: AgreementForm, press: str) -> None:
    """Do what the pressed button says (`clauses-remove-2`); an unknown word changes nothing."""
    if press.startswith("library-"):
        sample = library().get(press.removeprefix("library-"))
        if sample is not None:
            _insert(form.clauses, sample.text)
        return
    list_name, _, rest = press.partition("-")
    verb, _, place = rest.partition("-")
    at = row_number(place)
    if list_name in LISTS and verb in MOVES and (at is not None or verb == "add"):
        rows: Rows = form[list_name]
        data = [row.data for row in rows]
        _redraw(rows, MOVES[verb](data, at or 0))


def fill_up(form: AgreementForm) -> None:
    """Leave an empty row where there is none, so that a fresh page can be typed into."""
    for name in LISTS:
        rows: Rows = form[name]
        if not rows.entries:
            rows.append_entry()


def _insert(rows: Rows, text: str) -> None:
    data = [row.data for row in rows]
    while data and not data[-1]:
        data.pop()
    _redraw(rows, [*data, text])


def _redraw(rows: Rows, data: Data) -> None:
    most = max(rows.most, len(rows))
    while rows.entries:
        rows.pop_entry()
    for one in data[:most]:
        rows.append_entry(one)


def _add(data: Data, _place: int) -> Data:
    return [*data, None]


def _remove(data: Data, place: int) -> Data:
    return [one for at, one in enumerate(data) if at != place]


def _up(data: Data, place: int) -> Data:
    if not 0 < place < len(data):
        return data
    moved = list(data)
    moved[place - 1], moved[place] = moved[place], moved[place - 1]
    return moved


def _down(data: Data, place: int) -> Data:
    return _up(data, place + 1)


LISTS = ("clauses", "obligations")
MOVES: dict[str, Callable[[Data, int], Data]] = {
    "add": _add,
    "down": _down,
    "remove": _remove,
    "up": _up,
}
