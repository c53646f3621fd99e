"""The `then` of a rule as rows: one a single output, one an item of a collected output."""

from collections.abc import Iterator, Mapping
from typing import Any

from app.web.rulebooks.values import whole
from forms.rule import RuleForm
from rules.outputs import COLLECTED, SINGLES

TICK = {"refer_to": "instead", "papers": "required"}
NAMES = {"refer_to": "organ", "papers": "paper", "duties": "duty", "deadlines": "name"}


def answers_given(then: Mapping[str, Any]) -> list[dict[str, Any]]:
    """Say what the form shows for a `then`."""
    return [row for output, value in then.items() for row in _rows(output, value)]


def answers_data(form: RuleForm) -> dict[str, Any]:
    """Write the rows as a `then`; what was left half filled is handed on, to be refused."""
    found: dict[str, Any] = {}
    for part in (entry.form.data for entry in form.answers):
        output = part["output"]
        if output in SINGLES:
            found[output] = part["value"]
        elif output in COLLECTED:
            found.setdefault(output, []).append(_item(output, part))
    return found


def _rows(output: str, value: Any) -> Iterator[dict[str, Any]]:  # noqa: ANN401 (plain data)
    if output in SINGLES:
        yield {"output": output, "value": value}
        return
    for item in value:
        yield {"output": output} | (
            {"value": item} if isinstance(item, str) else _row(output, item)
        )


def _row(output: str, item: Mapping[str, Any]) -> dict[str, Any]:
    ticked = item.get(TICK.get(output, ""), output == "papers")
    days = item.get("days", "")
    return {
        "value": item.get(NAMES.get(output, ""), ""),
        "ticked": ticked,
        "within": item.get("within") or "",
        "days": str(days),
        "counting": item.get("counting", ""),
        "counted_from": item.get("counted_from") or "",
    }


def _item(output: str, part: Mapping[str, Any]) -> Any:  # noqa: ANN401 (plain data)
    if COLLECTED[output] is None:
        return part["value"] or ""
    item: dict[str, Any] = {NAMES[output]: part["value"] or ""}
    if output in TICK:
        item[TICK[output]] = bool(part["ticked"])
    if output == "duties" and part["within"]:
        item["within"] = part["within"]
    return item | (_term(part) if output == "deadlines" else {})


def _term(part: Mapping[str, Any]) -> dict[str, Any]:
    days = (part["days"] or "").strip()
    item: dict[str, Any] = {
        "days": whole(days),
        "counting": part["counting"] or "calendar_days",
    }
    return item | ({"counted_from": part["counted_from"]} if part["counted_from"] else {})
