"""The words of golden cases: what is wanted, what the rules answer instead."""

from typing import Any

from app.rulebooks.golden import Unmet
from app.web.cases.outputs import OUTPUTS, output_said
from rules.golden import NOT, Miss


def unmet_said(one: Unmet) -> str:
    """Say which golden case does not hold, why, and what to do."""
    what = one.fault or "；".join(map(miss_said, one.misses))
    return (
        f"范例“{one.golden.title}”不再成立：{what}。请改规则；范例本身过时的，改范例并写明为什么。"
    )


def miss_said(one: Miss) -> str:
    """Say one expectation that is not met."""
    name = one.output.removeprefix(NOT)
    label, given = OUTPUTS[name], _said(name, one.given)
    if name != one.output:
        return f"{label}不应有{_said(name, one.wanted)}，得到{given}"
    verb = "应有" if isinstance(one.wanted, list) else "应为"
    return f"{label}{verb}{_said(name, one.wanted)}，得到{given}"


def _said(name: str, value: Any) -> str:  # noqa: ANN401 (plain data)
    if value is None or value == []:
        return "“没有”"
    return f"“{output_said(name, value)}”"
