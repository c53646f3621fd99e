"""Rows added, rows dropped, and rows that follow the fact that was picked."""

from typing import Any

from app.web.rulebooks.offers import comparisons, widget
from forms.rows import row_number
from forms.rule import RuleForm
from rules.vocabulary import Vocabulary

WHERES = ("all", "any", "unless")
KEPT = ("title", "because", "reference", "certainty", "begins", "ends", "rank", "when_text")


def reshaped(form: RuleForm, do: str, vocabulary: Vocabulary) -> RuleForm:
    """Make the form anew with what `do` asks: add-all, drop-row-3, add-answer, drop-answer-0."""
    rows = [dict(entry.form.data) for entry in form.rows]
    answers = [dict(entry.form.data) for entry in form.answers]
    action, _, what = do.partition("-")
    if action == "add" and what in WHERES:
        rows.append({"where": what})
    elif do == "add-answer":
        answers.append({})
    elif action == "drop":
        kind, _, number = what.partition("-")
        _drop(rows if kind == "row" else answers, number)
    known: dict[str, Any] = {name: form[name].data for name in KEPT}
    known |= {"rows": [_followed(row, vocabulary) for row in rows], "answers": answers}
    return RuleForm(formdata=None, **known, seen=form.seen.data, key=form.key.data)


def focus_after(form: RuleForm, do: str) -> str:
    """Name the element that the keyboard should be in after rows were added or dropped."""
    action, _, what = do.partition("-")
    kind, _, number = what.partition("-")
    is_answer = what == "answer" or kind == "answer"
    rows, part, add = (
        (len(form.answers), "answers-{}-output", "do-add-answer")
        if is_answer
        else (len(form.rows), "rows-{}-fact", "do-add-all")
    )
    if action not in ("add", "drop"):
        return ""
    at = row_number(number) if action == "drop" else None
    last = rows - 1
    return part.format(last if at is None else min(at, last)) if rows else add


def _drop(rows: list[dict[str, Any]], number: str) -> None:
    at = row_number(number)
    if at is not None and at < len(rows):
        del rows[at]


def _followed(row: dict[str, Any], vocabulary: Vocabulary) -> dict[str, Any]:
    """Give a row a comparison that fits its fact, and only values that the fact has."""
    fact = vocabulary.facts.get(row.get("fact") or "")
    fitting = [word for word, _ in comparisons(fact)]
    word = row.get("word") if row.get("word") in fitting else next(iter(fitting), "")
    values = row.get("values") or []
    if fact is not None and fact.values:
        values = [value for value in values if value in fact.values]
    return row | {"word": word, "values": values if widget(fact, word or "") else []}
