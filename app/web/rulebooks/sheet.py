"""A rule between its file's plain data and the form that edits it."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from app.rulebooks.rows import Row, Where, rows_of, when_of
from app.rulebooks.writing import plain_text
from app.web.rulebooks.answer_rows import answers_data, answers_given
from app.web.rulebooks.values import chosen, whole, word_and_value
from forms.rule import RuleForm
from rules.vocabulary import RuleError, Vocabulary
from rules.yaml_files import parse

WORDS = ("title", "because", "reference", "certainty")
RANK = 50


def given(data: Mapping[str, Any], vocabulary: Vocabulary) -> dict[str, Any]:
    """Say what the form shows for a rule's data."""
    span, rows = data["in_force"], rows_of(data["when"])
    known = {name: data[name] for name in WORDS}
    known |= {"begins": span["from"], "ends": span.get("until"), "rank": data.get("rank", RANK)}
    known["answers"] = answers_given(data["then"])
    if rows is None:
        return known | {"when_text": plain_text(data["when"]), "rows": []}
    return known | {"rows": [_shown(row, vocabulary) for row in rows]}


def data_of(form: RuleForm, rule_id: str, author: str, vocabulary: Vocabulary) -> dict[str, Any]:
    """Write what the form says as a rule's data; the loader judges it."""
    span = {"from": form.begins.data} | ({"until": form.ends.data} if form.ends.data else {})
    return {
        "id": rule_id,
        **{name: form[name].data or "" for name in WORDS},
        "certainty": str(form.certainty.data or ""),
        "author": author,
        "in_force": span,
        "rank": whole(str(form.rank.data or "")),
        "when": _when(form, vocabulary),
        "then": answers_data(form),
    }


def blank(today: date) -> dict[str, Any]:
    """Say what a new rule starts from."""
    words = {"title": "", "because": "", "reference": "", "certainty": "INF"}
    return {**words, "in_force": {"from": today}, "when": {}, "then": {}}


def _when(form: RuleForm, vocabulary: Vocabulary) -> Any:  # noqa: ANN401 (whatever was typed)
    if form.when_text.data:
        return parse(form.when_text.data, "when")
    rows = []
    for part in (entry.form for entry in form.rows):
        if not part.fact.data:
            continue
        fact = vocabulary.facts.get(part.fact.data)
        texts, param = part.values.data or [], part.param.data or ""
        word, value = word_and_value(fact, part.word.data or "", texts, param)
        rows.append(Row(_where(part.where.data or Where.ALL), part.fact.data, word, value))
    return when_of(rows)


def _where(said: str) -> Where:
    if said not in set(Where):
        raise RuleError("when", "有一行不知道放在哪一组", "请重新打开这一页")
    return Where(said)


def _shown(row: Row, vocabulary: Vocabulary) -> dict[str, Any]:
    word, texts, param = chosen(vocabulary.facts.get(row.fact), row.word, row.value)
    return {"where": row.where, "fact": row.fact, "word": word, "values": texts, "param": param}
