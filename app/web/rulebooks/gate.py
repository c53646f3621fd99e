"""What the gate found, for a page: what stands in the way first, remarks only on what changed."""

from dataclasses import dataclass

from app.rulebooks.comparing import rule_changes
from app.rulebooks.editions import Edition, parent_of
from app.rulebooks.gate import REMARKS, SAID, Found, found_in
from app.rulebooks.golden import unmet_by
from app.web import door
from app.web.cases.outputs import OUTPUTS, output_said
from app.web.cases.wording import fact_label, worded
from app.web.rulebooks.golden_said import unmet_said
from rules import RuleError

MOST = 40


@dataclass(frozen=True)
class Shown:
    """One finding in words, with the case that shows it."""

    sentence: str
    is_remark: bool = False
    witness: tuple[tuple[str, str], ...] = ()
    rules: tuple[str, ...] = ()


def against(edition: Edition) -> list[Shown]:
    """Show everything that speaks against an edition, and what its author should look at."""
    try:
        found = found_in(edition.files)
    except RuleError as error:
        return [Shown(str(error))]
    parent = parent_of(door.reading(), door.actor().county_id, edition)
    touched = {change.rule.id for change in rule_changes(parent, edition)}
    wanted = [one for one in found if one.kind not in REMARKS or touched & set(_ids(one))]
    titles = {rule.id: rule.title for book in edition.books.books for rule in book.rules}
    seen = [_shown(one, titles) for one in sorted(wanted, key=_is_remark)[:MOST]]
    golden = unmet_by(door.reading(), door.actor().county_id, edition.books)
    return [*(Shown(unmet_said(one)) for one in golden), *seen]


def about_said(about: str) -> str:
    """Say `level: village / county`, or one output's name, in Chinese."""
    output, _, values = about.partition(": ")
    name = OUTPUTS.get(output, output)
    if not values:
        return name
    return f"{name}：{' / '.join(output_said(output, value) for value in values.split(' / '))}"


def _is_remark(one: Found) -> bool:
    return one.kind in REMARKS


def _ids(one: Found) -> tuple[str, ...]:
    return tuple(rule.split("#", maxsplit=1)[0] for rule in one.rules)


def _shown(one: Found, titles: dict[str, str]) -> Shown:
    named = "、".join(f"“{titles.get(rule, rule)}”" for rule in dict.fromkeys(_ids(one)))
    sentence = SAID[one.kind].format(rules=named, about=about_said(one.about))
    witness = tuple((fact_label(name), worded(name, value)) for name, value in one.witness.items())
    return Shown(sentence, _is_remark(one), witness, tuple(dict.fromkeys(_ids(one))))
