"""Draft and conclude: a text grows in revisions, then one of them is what the parties sign."""

from collections.abc import Sequence
from uuid import UUID

from app.agreements.checks import examine
from app.agreements.commands import (
    ConcludeAgreement,
    DraftAgreement,
    FinalizeAgreement,
    RecordOralAgreement,
    Wording,
)
from app.agreements.enums import AgreementForm, AgreementKind
from app.agreements.findings import Finding
from app.agreements.leases import NumberLease, leased, next_ordinal, number_of
from app.agreements.model import Agreement
from app.agreements.printable import demand_printable
from app.agreements.reading import circumstances_of, find_agreement, wording_of
from app.agreements.revisions import save_revision
from app.agreements.tags import Tag
from app.agreements.telling import check_day, flags_of, is_fixed, told
from app.cases.model import Case
from app.cases.verbs import take_case
from app.kernel.bus import Work
from app.kernel.errors import Incomplete, NotFound, NotNow, Stale
from app.kernel.ids import new_id


def draft_agreement(command: DraftAgreement, work: Work) -> UUID:
    """Save a text as a new revision; a text that was not changed is not saved twice."""
    case = take_case(work)
    _demand_open(case)
    demand_printable(command.wording)
    if command.agreement_id is None:
        agreement = begin(case, command.form, command.kind, work, parent_id=command.parent_id)
    else:
        agreement = find_agreement(work.session, case, command.agreement_id)
        _demand_draft(agreement, command.seen_revision, work)
        agreement.form, agreement.kind = command.form, command.kind
        if wording_of(work.session, agreement) == command.wording:
            return agreement.id
    _save(agreement, command.wording, case, work)
    return agreement.id


def finalize_agreement(command: FinalizeAgreement, work: Work) -> UUID:
    """Fix the text for printing and signing; Incomplete while a check blocks (LAW 13: sign)."""
    case = take_case(work)
    _demand_open(case)
    agreement = find_agreement(work.session, case, command.agreement_id)
    _demand_draft(agreement, command.seen_revision, work)
    if agreement.form == AgreementForm.ORAL:
        raise NotNow("口头协议不需要签字，请直接登记口头协议。")
    if blocking := findings_of(agreement, case, work, blocks_only=True):
        listed = "\n".join(finding.said for finding in blocking)
        message = f"协议还不能签字，请先改正下面 {len(blocking)} 处：\n{listed}"
        raise Incomplete(message)
    _conclude(agreement, case, command.recorder, work)
    return agreement.id


def conclude_agreement(command: ConcludeAgreement, work: Work) -> UUID:
    """Take the report that it was reached; what a check blocks is flagged, and holds the effect."""
    case = take_case(work)
    agreement = find_agreement(work.session, case, command.agreement_id)
    _conclude(agreement, case, command.recorder, work)
    return agreement.id


def record_oral_agreement(command: RecordOralAgreement, work: Work) -> UUID:
    """Take down an oral agreement; it binds from the day it was reached (30 条), seal or not."""
    case = take_case(work)
    agreement = _oral(command, case, work)
    _save(agreement, command.wording, case, work)
    _conclude(agreement, case, command.recorder, work)
    if not findings_of(agreement, case, work, blocks_only=True):
        agreement.effective_on = command.on
        work.record(Tag.EFFECTIVE, case.id, **told(agreement))
    return agreement.id


def _oral(command: RecordOralAgreement, case: Case, work: Work) -> Agreement:
    if command.agreement_id is None:
        return begin(case, AgreementForm.ORAL, command.kind, work)
    known = find_agreement(work.session, case, command.agreement_id)
    if is_fixed(known, work):  # what binds already is not written over: another one follows it
        return begin(case, AgreementForm.ORAL, command.kind, work, parent_id=known.id)
    known.form = AgreementForm.ORAL
    return known


def begin(
    case: Case,
    form: AgreementForm,
    kind: AgreementKind,
    work: Work,
    parent_id: UUID | None = None,
) -> Agreement:
    """Open a new agreement of a case under its next number, or under one that was leased."""
    _demand_accepted(case)
    _demand_parent(parent_id, work)
    lease = _lease(case, work)
    ordinal = lease.ordinal if lease else next_ordinal(work.session, case)
    number = lease.number if lease else number_of(case, ordinal, kind)
    agreement = Agreement(county_id=case.county_id, id=new_id(), case_id=case.id)
    agreement.ordinal, agreement.number, agreement.revision = ordinal, number, 0
    agreement.form, agreement.kind, agreement.parent_id = form, kind, parent_id
    agreement.drafted_by, agreement.drafted_at = work.command.actor_id, work.now
    work.session.add(agreement)
    work.session.flush()
    if lease:
        lease.agreement_id = agreement.id
    return agreement


def _demand_accepted(case: Case) -> None:
    if case.file_number is None:
        raise NotNow("案件还没有受理，没有卷号，不能写协议。请先办理受理。")


def _lease(case: Case, work: Work) -> NumberLease | None:
    """Find the number that was lent for what is drafted, where it names one."""
    wanted = work.command.number if isinstance(work.command, DraftAgreement) else None
    return leased(work, case, wanted) if wanted else None


def findings_of(
    agreement: Agreement, case: Case, work: Work, *, blocks_only: bool = False
) -> Sequence[Finding]:
    """Run the checks over the newest text."""
    wording = wording_of(work.session, agreement)
    found = examine(wording, circumstances_of(work.session, case, work.command.on))
    return [finding for finding in found if finding.is_block or not blocks_only]


def _demand_parent(parent_id: UUID | None, work: Work) -> None:
    key = work.command.county_id, parent_id
    if parent_id and work.session.get(Agreement, key) is None:
        raise NotFound("找不到要变更的那份协议。请从原协议的页面另起一份。")


def _conclude(agreement: Agreement, case: Case, recorder: str, work: Work) -> None:
    check_day(work.command.on, case, work, said="协议日期")
    if not is_fixed(agreement, work):
        agreement.concluded_on = work.command.on
        agreement.recorder = recorder
    held = [finding.check.code for finding in findings_of(agreement, case, work, blocks_only=True)]
    flags = {**flags_of(case), **({"held": held} if held else {})}
    work.record(Tag.CONCLUDED, case.id, **told(agreement), form=agreement.form, **flags)


def _save(agreement: Agreement, wording: Wording, case: Case, work: Work) -> None:
    save_revision(agreement, wording, work)
    agreement.concluded_on = None
    work.record(Tag.DRAFTED, case.id, **told(agreement))


def _demand_open(case: Case) -> None:
    if not case.is_open:
        raise NotNow("案件已结案，不能再写协议。如有新情况，请重新申请，系统会关联原案。")
    if case.refused_on is not None:
        message = (
            "当事人已明确表示不愿调解（人民调解法第17条），不能写协议。请终止调解并告知其他途径。"
        )
        raise NotNow(message)


def _demand_draft(agreement: Agreement, seen: int | None, work: Work) -> None:
    if is_fixed(agreement, work):
        raise NotNow("这份协议已有人签字，原文不能再改。如需变更，请另起一份并注明变更哪一份。")
    if seen is not None and seen != agreement.revision:
        raise Stale("这一页打开以后，别人存过新的一稿。您写的内容还在，请核对最新一稿后再保存。")
