"""What a case's file holds and what it lacks: the decision's list, and what happened since."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from uuid import UUID

from sqlalchemy import Exists, exists, select
from sqlalchemy.orm import Session

from app.agreements.aftermath import STANDS, Fulfillment, JudicialConfirmation
from app.agreements.model import Agreement, Obligation
from app.agreements.reading import agreements_of
from app.cases.closing import WITHOUT_AGREEMENT
from app.cases.enums import Outcome
from app.cases.model import Case
from app.cases.routing.proposals import last_decision
from app.dossiers.asked import asked_for
from app.dossiers.catalogue import Entry, catalogue, entry_of
from app.dossiers.enums import PaperState
from app.dossiers.mapping import MAKERS
from app.dossiers.model import IssuedPaper
from app.dossiers.subjects import subjects_of

ALWAYS = frozenset({"acceptance_form", "rights_notice", "identity_documents", "mediation_record"})
STANDING_IN = ("authority_letter", "guardian_record")
SETTLED = frozenset({"revisit_record"})
AGREED = frozenset({"written_agreement", "oral_agreement"})
GONE = {
    "fulfillment": "这次履行登记已撤回",
    "fulfilled_police_agreement": "履行登记撤回后，协议还没有全部履行",
}
QUIET = frozenset({"case", "party"})  # not listed unless somebody asks for it


@dataclass(frozen=True)
class Line:
    """One paper of the file: due or not, there or not."""

    entry: Entry
    is_required: bool
    subject_id: UUID | None
    paper: IssuedPaper | None = None
    about: str = ""

    @property
    def state(self) -> PaperState:
        """Say how far it is."""
        return PaperState(self.paper.state) if self.paper else PaperState.MISSING

    @property
    def is_printed(self) -> bool:
        """Say whether it is made here, from the case."""
        return self.entry.code in MAKERS

    @property
    def is_asked(self) -> bool:
        """Say whether it wants a few words that the case does not know."""
        return bool(asked_for(self.entry.code))

    @property
    def is_ready(self) -> bool:
        """Say whether the file lacks it and the case alone can fill it."""
        return self.is_missing and self.is_printed and not self.is_asked and bool(self.subject_id)

    @property
    def is_missing(self) -> bool:
        """Say whether the file lacks it."""
        return self.is_required and self.paper is None


def contents_of(session: Session, case: Case) -> list[Line]:
    """List the papers of a case in the order of binding: what is due, what is there."""
    required, offered = _due(session, case)
    known = _newest(session, case)
    lines: list[Line] = []
    for entry in catalogue().values():
        subjects = subjects_of(session, case, entry)
        wanted = entry.code in required
        there = [paper for paper in known if paper.code == entry.code]
        lines += [
            Line(entry, wanted, paper.subject_id, paper, _said(entry, subjects, paper))
            for paper in there
        ]
        taken = {paper.subject_id for paper in there}
        if entry.external and case.id in taken:  # one scan brought in for the whole case
            wanted = False
        open_subjects = [(key, said) for key, said in subjects if key not in taken]
        if entry.about != "case" or not there:
            lines += _open(entry, open_subjects, wanted=wanted, offered=entry.code in offered, has_some=bool(there))  # fmt: skip
    return lines


def other_papers(session: Session, case: Case, lines: Sequence[Line]) -> list[Line]:
    """List what may be made here though nobody asks for it: papers on the case or on a party."""
    shown = {line.entry.code for line in lines}
    quiet = [e for e in catalogue().values() if e.about in QUIET and e.code in MAKERS]
    return [
        Line(entry, is_required=False, subject_id=key, about=said)
        for entry in quiet
        if entry.code not in shown
        for key, said in subjects_of(session, case, entry)
    ]


def missing_papers(session: Session, case: Case) -> list[Line]:
    """List what the file still lacks."""
    return [line for line in contents_of(session, case) if line.is_missing]


def _open(
    entry: Entry,
    subjects: Sequence[tuple[UUID, str]],
    *,
    wanted: bool,
    offered: bool,
    has_some: bool,
) -> Iterator[Line]:
    for key, said in subjects:
        if wanted or offered or entry.about not in QUIET:
            yield Line(entry, wanted or entry.about in AGREED, key, None, said)
    if not subjects and not has_some and (wanted or offered):
        yield Line(entry, wanted, None)


def _due(session: Session, case: Case) -> tuple[set[str], set[str]]:
    decision = last_decision(session, case)
    named = decision.answer.get("papers", []) if decision else []
    required = {row["paper"] for row in named if row["required"]}
    offered = {row["paper"] for row in named} - required
    if case.accepted_on is not None:
        required |= ALWAYS
    required |= set(_since(session, case))
    return required, offered & set(catalogue()) - _beside_the_point(session, case)


def _beside_the_point(session: Session, case: Case) -> set[str]:
    """Leave out what the way the case went has made needless."""
    concluded = [one for one in agreements_of(session, case) if one.concluded_on]
    needless: set[str] = (
        {"termination_notice"} if concluded and case.outcome not in WITHOUT_AGREEMENT else set()
    )
    if concluded or case.outcome in WITHOUT_AGREEMENT:
        needless |= {"mediation_agreement", "oral_agreement_form"}
    return needless


def _since(session: Session, case: Case) -> Iterator[str]:
    """Say which papers what happened makes due (PAPERS 2)."""
    if case.outcome == Outcome.DECLINED:
        yield "non_acceptance_notice"
    if case.outcome in WITHOUT_AGREEMENT or (
        case.refused_on is not None and case.accepted_on is not None
    ):
        yield "termination_notice"
    if any(one.effective_on for one in agreements_of(session, case)):
        yield from SETTLED
    yield from (code for code in STANDING_IN if subjects_of(session, case, entry_of(code)))
    for code, condition in _rows_that_ask(case):
        if session.scalar(select(condition)):
            yield code


def _rows_that_ask(case: Case) -> Iterator[tuple[str, Exists]]:
    mine = (Agreement.county_id == case.county_id, Agreement.case_id == case.id)
    applied = (
        JudicialConfirmation.county_id == Agreement.county_id,
        JudicialConfirmation.agreement_id == Agreement.id,
    )
    paid = (
        Obligation.county_id == Agreement.county_id,
        Obligation.agreement_id == Agreement.id,
        Fulfillment.county_id == Obligation.county_id,
        Fulfillment.obligation_id == Obligation.id,
        Fulfillment.amount_fen.is_not(None),
        STANDS,
    )
    yield "judicial_confirmation_set", exists().where(*mine, *applied)
    yield "fulfillment_proof", exists().where(*mine, *paid)


def _newest(session: Session, case: Case) -> Sequence[IssuedPaper]:
    mine = select(IssuedPaper).where(
        IssuedPaper.county_id == case.county_id,
        IssuedPaper.case_id == case.id,
        IssuedPaper.superseded_at.is_(None),
    )
    return session.scalars(mine.order_by(IssuedPaper.issued_at, IssuedPaper.id)).all()


def _said(entry: Entry, subjects: Sequence[tuple[UUID, str]], paper: IssuedPaper) -> str:
    gone = "" if paper.subject_id == paper.case_id else GONE.get(entry.about, "")
    return dict(subjects).get(paper.subject_id, gone)
