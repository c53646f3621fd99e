"""The few words that only one paper needs; its fields follow from the table of asked words."""

from collections.abc import Mapping
from functools import cache
from typing import Any, cast

from wtforms import Field, FormField
from wtforms import Form as Part

from app.dossiers.asked import AskedWord, asked_for
from app.dossiers.commands import TellPaperWords
from forms.base import Form, day_field, text_field, yes_no_field
from forms.paper_words_said import ROWS_MORE, ROWS_MOST, shown, told
from forms.rows import Rows

LINES = 5


class PaperWordsForm(Form):
    """What a paper still wants to know."""

    code = ""

    def to_command(self, **said: Any) -> TellPaperWords:  # noqa: ANN401 (who, what: the page's)
        """Say it as a command."""
        words = tuple((word.name, told(self[word.name])) for word in asked_for(self.code))
        return TellPaperWords(**said, code=self.code, words=words)


def words_form(code: str, known: Mapping[str, str] | None = None) -> PaperWordsForm:
    """Make the form of one paper, with what is known filled in."""
    given = known or {}
    return _kind(code)(
        data={w.name: shown(w, given[w.name]) for w in asked_for(code) if w.name in given}
    )


@cache
def _kind(code: str) -> type[PaperWordsForm]:
    fields: dict[str, Any] = {word.name: _field(word) for word in asked_for(code)}
    fields["code"] = code
    return cast("type[PaperWordsForm]", type("OnePaperForm", (PaperWordsForm,), fields))


def _field(word: AskedWord) -> Field:
    if word.kind == "day":
        return day_field(word.label, required=word.required)
    if word.kind == "yes_no":
        return yes_no_field(word.label, required=word.required)
    if word.kind == "table":
        cells = {f"c{n}": text_field(said, word.limit, required=False) for n, said in enumerate(word.columns)}  # fmt: skip
        row = type("Row", (Part,), cells)
        return Rows(FormField(row), word.label, min_entries=ROWS_MORE, most=ROWS_MOST)
    rows = LINES if word.kind == "lines" else word.rows
    return text_field(word.label, word.limit, required=word.required, rows=rows)
