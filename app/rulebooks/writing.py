"""Rules and parameters as the text of a file: the house's order of keys, one style."""

from collections.abc import Mapping
from datetime import date
from typing import Any

import yaml

from app.kernel.errors import Incomplete
from rules.rulebook import Parameter

ORDER = (
    "id", "title", "because", "reference", "certainty", "author", "in_force", "rank", "when", "then",
)  # fmt: skip
WIDE = 4000  # one line a value: two versions are compared by lines


def rule_text(data: Mapping[str, Any]) -> str:
    """Write one rule."""
    ordered = {key: data[key] for key in ORDER if key in data}
    return str(yaml.dump(ordered, Dumper=_Plain, allow_unicode=True, sort_keys=False, width=WIDE))


def plain_text(data: Mapping[str, Any]) -> str:
    """Write a part of a file."""
    return str(yaml.dump(dict(data), Dumper=_Plain, allow_unicode=True, sort_keys=False))


def read_text(text: str) -> dict[str, Any]:
    """Read the text of a file that has been accepted before."""
    found: dict[str, Any] = yaml.safe_load(text)
    return found


def with_value(text: str, parameter: Parameter, begins: date, value: int, today: date) -> str:
    """Write a parameter's new value from a day on, and by what; values that have begun stay.

    `parameter` tells what it is called and where its value comes from.
    """
    if begins < today:
        raise Incomplete("起算日不能早于今天：已经用过的数值不能改。", field="begins")
    data = read_text(text)
    data[parameter.name] |= {"origin": parameter.origin, "certainty": parameter.certainty}
    kept = [step for step in data[parameter.name]["values"] if step["from"] < begins]
    later = [step for step in data[parameter.name]["values"] if step["from"] > begins]
    data[parameter.name]["values"] = [*kept, {"from": begins, "is": value}, *later]
    return parameters_text(data)


def parameters_text(data: Mapping[str, Any]) -> str:
    """Write all parameters, one line each."""
    lines = (f"{name}: {_flow(entry)}" for name, entry in data.items())
    head = "# Named thresholds. A value that has been in force is never edited."
    return "\n".join([head, *lines]) + "\n"


def _flow(entry: Mapping[str, Any]) -> str:
    said = yaml.dump(
        dict(entry), Dumper=_Plain, allow_unicode=True, sort_keys=False,
        default_flow_style=True, width=WIDE,
    )  # fmt: skip
    return str(said).strip()


class _Plain(yaml.SafeDumper):
    """A dumper without references: they are refused on reading."""

    def ignore_aliases(self, data: Any) -> bool:  # noqa: ANN401 (whatever is dumped)
        """Write everything out."""
        del data
        return True
