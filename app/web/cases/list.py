"""/cases: what a person sees, found or filtered, twenty lines a page."""

from enum import StrEnum
from typing import TypeVar

from flask import Blueprint, render_template, request
from sqlalchemy import bindparam, select

from app.access.permissions import Permission
from app.cases.enums import DisputeType, Risk
from app.cases.listing import list_cases
from app.cases.stages import Stage
from app.cases.wanted import Wanted
from app.places.model import Area
from app.web import door
from app.web.guard import requires
from app.words import choices

page = Blueprint("cases", __name__, url_prefix="/cases")
Word = TypeVar("Word", bound=StrEnum)
STATES = (("open", "在办"), ("closed", "已结"), ("all", "全部"))
LONGEST = 100
FIXED = (
    ("state", "状态", list(STATES)),
    ("stage", "阶段", [("", "全部"), *choices(Stage)]),
    ("type", "类型", [("", "全部"), *choices(DisputeType)]),
    ("risk", "风险", [("", "全部"), *choices(Risk)]),
)
TOWNSHIPS = (
    select(Area.code, Area.name)
    .where(Area.county_id == bindparam("county_id"), Area.level == "township")
    .order_by(Area.code)
)


@page.get("")
@requires(Permission.CASE_READ)
def index() -> str:
    """Show one page of the list."""
    wanted = read(request.args.to_dict())
    found = list_cases(door.reading(), door.actor(), wanted)
    kept = {k: v for k, v in request.args.items() if k != "before" and v}
    return render_template(
        "cases/list.html",
        found=found,
        wanted=wanted,
        kept=kept,
        menus=menus(),
        today=door.clock().today(),
    )


def read(asked: dict[str, str]) -> Wanted:
    """Read what the address asks for; what it does not know counts as not asked."""
    question = asked.get("q", "").strip()[:LONGEST]
    state = asked.get("state", "")
    return Wanted(
        question=question,
        state=state if state in dict(STATES) else ("all" if question else "open"),
        stage=word(Stage, asked.get("stage")),
        dispute_type=word(DisputeType, asked.get("type")),
        risk=word(Risk, asked.get("risk")),
        township=asked.get("township", "")[:9],
        is_mine=asked.get("mine") == "yes" and door.actor().mediator_id is not None,
        before=asked.get("before", "")[:60],
    )


def word(words: type[Word], said: str | None) -> Word | None:
    """Read one word of an enum, or None."""
    return words(said) if said in set(words) else None


def menus() -> list[tuple[str, str, list[tuple[str, str]]]]:
    """List the filters: field, label, choices."""
    rows = door.reading().connection().execute(TOWNSHIPS, {"county_id": door.actor().county_id})
    townships = [(row.code, row.name) for row in rows]
    return [*FIXED, ("township", "乡镇", [("", "全部"), *townships])]
