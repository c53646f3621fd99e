"""Which agreement of a case a page is about, and the editor filled with its newest words."""

from collections.abc import Sequence
from decimal import Decimal
from typing import Any

from flask import request

from app.agreements.checks import bars, examine
from app.agreements.commands import Wording
from app.agreements.effect import Copies
from app.agreements.enums import AgreementForm as AgreementIs
from app.agreements.enums import AgreementKind
from app.agreements.model import Agreement
from app.agreements.reading import agreements_of, circumstances_of, parties_of, wording_of
from app.cases.model import Case
from app.kernel.errors import NotFound
from app.web import door
from app.web.steps import shape
from forms.agreement import AgreementForm


def chosen(case: Case) -> tuple[Sequence[Agreement], Agreement | None]:
    """Find the agreement of `?a=2`, by default the newest; `?a=new` begins another."""
    known = agreements_of(door.reading(), case)
    asked = request.values.get("a", "")
    if asked == "new" or not known:
        return known, None
    if not asked:
        return known, known[-1]
    for one in known:
        if str(one.ordinal) == asked:
            return known, one
    raise NotFound("这个案件没有这份协议。请从协议页重新选择。")


def the_agreement(case: Case) -> Agreement:
    """Find the agreement that the page is about; NotFound where there is none yet."""
    _, agreement = chosen(case)
    if agreement is None:
        raise NotFound("这个案件还没有写调解协议。请先在协议页拟稿。")
    return agreement


def form_of(case: Case, agreement: Agreement | None) -> AgreementForm:
    """Fill the editor: the newest revision, or for a new agreement what the case knows."""
    given = {"recorder": door.actor().name, "parent_id": request.args.get("parent", "")}
    if agreement is None:
        empty = {"form": AgreementIs.WRITTEN, "kind": AgreementKind.FINAL, "facts": case.summary}
        return shape(AgreementForm, case, **given, **empty)
    wording = wording_of(door.reading(), agreement)
    known: dict[str, Any] = {
        "form": AgreementIs(agreement.form),
        "kind": AgreementKind(agreement.kind),
    }
    known |= {"agreement_id": str(agreement.id), "seen_revision": agreement.revision}
    return shape(AgreementForm, case, recorder=given["recorder"], **known, **_words(wording))


def looked_at(case: Case, wording: Wording) -> dict[str, object]:
    """Say what stands beside the editor: findings, what they close, how many copies."""
    session = door.reading()
    found = examine(wording, circumstances_of(session, case, door.clock().today()))
    copies = Copies(len(parties_of(session, case)), wording.has_court_copy)
    return {"findings": found, "bars": bars(found), "copies": copies}


def _words(wording: Wording) -> dict[str, Any]:
    lines = [
        vars(line) | {"amount": line.amount_fen and Decimal(line.amount_fen) / 100}
        for line in wording.obligations
    ]
    return vars(wording) | {"clauses": list(wording.clauses), "obligations": lines}


def words_of_agreement(agreement: Agreement) -> Wording:
    """Read the newest words of an agreement."""
    return wording_of(door.reading(), agreement)
