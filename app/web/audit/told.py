"""A footprint as the auditor reads it: in the timeline's words, and whose account, what and where."""

import json
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from flask import current_app
from sqlalchemy.orm import Session

from app.people.names import names_of
from app.web.cases.happened import happened
from app.words import label_of_tag
from forms.ids import read_id

ACCOUNTS = ("account", "user", "user_id")
PLAIN = {"program": "程序 ", "address": "来自 "}
UNREADABLE = "内容读不出来，请核对留痕链"
Said = dict[str, Any]


@dataclass(frozen=True)
class Line:
    """One row, and what it says."""

    row: Any
    title: str
    detail: str


def told(session: Session, county_id: str, rows: Sequence[Any]) -> list[Line]:
    """Tell footprints; accounts by the names of their users."""
    said = [read_said(row.particulars) for row in rows]
    users = {account for one in said if (account := _account(one))}
    names = names_of(session, county_id, users)
    return [
        Line(row, label_of_tag(row.tag), "，".join(_details(row, one, names)))
        for row, one in zip(rows, said, strict=True)
    ]


def _details(row: Any, said: Said | None, names: dict[UUID, str]) -> list[str]:  # noqa: ANN401 (a row)
    if said is None:
        return [UNREADABLE]
    account = _account(said)
    found = [names.get(account, "") if account else "", happened(row).detail]
    found += [prefix + str(said[key]) for key, prefix in PLAIN.items() if said.get(key)]
    found += [f"网址 {_path(said['page'])}"] if said.get("page") else []
    if "broken_at" in said:
        broken = said["broken_at"]
        found.append(f"第 {broken} 条起对不上" if broken else f"{said['rows']} 条完整")
    return [one for one in found if one]


def read_said(particulars: str) -> Said | None:
    """Read particulars; what somebody spoiled in the database is None."""
    try:
        said = json.loads(particulars)
    except ValueError:
        return None
    return said if isinstance(said, dict) else None


def _account(said: Said | None) -> UUID | None:
    found = next((said[key] for key in ACCOUNTS if said.get(key)), "") if said else ""
    return read_id(str(found))


def _path(endpoint: str) -> str:
    """Say where a page stands, as the browser shows it."""
    known = {rule.endpoint: rule.rule for rule in current_app.url_map.iter_rules()}
    return known.get(endpoint, endpoint)
