"""What an agreement in effect sets going: the road, the court's window, each promised day."""

from uuid import UUID

from app.agreements.checks import bars, examine
from app.agreements.court_window import COURT_WINDOW
from app.agreements.enums import AgreementKind
from app.agreements.findings import Bar
from app.agreements.model import Agreement, Obligation
from app.agreements.reading import circumstances_of, obligations_of, wording_of
from app.cases.enums import DisputeType
from app.cases.model import Case
from app.cases.stages import Stage
from app.cases.verbs import follow_case
from app.deadlines.model import DeadlineState
from app.deadlines.opening import end_terms, start_promise, start_term
from app.kernel.bus import Work
from app.kernel.footprints import Footprint

ARBITRATION_WINDOW = "T15"
LOCAL_TERMS = ("village_act", "township_act", "county_act")
MEDIATION_TERMS = ("T01", "T04", "T05", "T10", "T12", "T24", "T30", *LOCAL_TERMS)
LABOR = frozenset({DisputeType.LABOR, DisputeType.MIGRANT_WAGES})


def follow_effect(footprint: Footprint, work: Work) -> None:
    """Move a settled case on, and start its clocks."""
    case, agreement = _both(footprint, work)
    if agreement.kind == AgreementKind.FINAL:
        end_terms(work, case.id, *MEDIATION_TERMS)
        follow_case(case, Stage.HOME_FOLLOW_UP, work)
    if agreement.kind != AgreementKind.PROCESS:
        _open_windows(agreement, case, work)
    for line in obligations_of(work.session, agreement):
        watch_promise(line, case, work)


def follow_redating(footprint: Footprint, work: Work) -> None:
    """Start the court's window again from the corrected day of effect."""
    case, agreement = _both(footprint, work)
    end_terms(
        work,
        case.id,
        COURT_WINDOW,
        ARBITRATION_WINDOW,
        subject_id=agreement.id,
        state=DeadlineState.CANCELLED,
    )
    _open_windows(agreement, case, work)


def watch_promise(line: Obligation, case: Case, work: Work) -> None:
    """Watch the promised day of what is still owed."""
    if line.due_on is not None and line.fulfilled_on is None:
        said = f"履行第{line.ordinal}项：{line.what[:40]}"
        start_promise(work, case.id, said, line.due_on, subject_id=line.id)


def is_confirmable(agreement: Agreement, case: Case, work: Work) -> bool:
    """Say whether the court may confirm it: no identity relation, no tenure (LAW 9 ①②)."""
    wording = wording_of(work.session, agreement)
    found = examine(wording, circumstances_of(work.session, case, work.command.on))
    return Bar.CONFIRMATION not in bars(found)


def _open_windows(agreement: Agreement, case: Case, work: Work) -> None:
    if agreement.effective_on is None:
        return
    if is_confirmable(agreement, case, work):
        start_term(work, case.id, COURT_WINDOW, agreement.effective_on, subject_id=agreement.id)
    if case.dispute_type in LABOR:
        start_term(
            work, case.id, ARBITRATION_WINDOW, agreement.effective_on, subject_id=agreement.id
        )


def _both(footprint: Footprint, work: Work) -> tuple[Case, Agreement]:
    key = footprint.county_id, UUID(str(footprint.details["agreement_id"]))
    agreement = work.session.get_one(Agreement, key)
    return work.session.get_one(Case, (key[0], agreement.case_id)), agreement
