"""What every step of a case shares: taking it up for change, moving it, making old pages stale."""

from sqlalchemy.orm.attributes import flag_modified

from app.cases.commands import CaseReport, CaseRequest
from app.cases.model import Case
from app.cases.stages import CLINICS, MOVES, Stage
from app.cases.tags import Tag
from app.kernel.bus import Work
from app.kernel.errors import NotFound, NotNow
from app.kernel.footprints import Footprint


def take_case(work: Work) -> Case:
    """Give the command's case for change.

    The guard has read it under the lock, and checked that this person may see it.
    """
    command = work.command
    if not isinstance(command, CaseRequest | CaseReport):
        raise NotFound("没有指明是哪一个案件。")
    key = (command.county_id, command.case_id)
    return work.session.get_one(Case, key)


def take_open_case(work: Work) -> Case:
    """Take a case on which work goes on; NotNow after it was closed."""
    case = take_case(work)
    if not case.is_open:
        raise NotNow(
            "案件已结案，不能再办这一步。如有新情况，请在“结案”页重新申请，系统会关联原案。"
        )
    return case


def case_of(footprint: Footprint, work: Work) -> Case:
    """Give the case that a footprint tells of, for a reaction to it."""
    if footprint.case_id is None:
        message = f"留痕 {footprint.tag} 没有写明案件。"
        raise LookupError(message)
    return work.session.get_one(Case, (footprint.county_id, footprint.case_id))


def move_case(case: Case, there: Stage, work: Work) -> None:
    """Step along the road and leave the footprint; NotNow where the road forbids it."""
    if _unaccepted(case, there):
        raise NotNow("案件还没有受理，不能开始调解。请先在“受理”页办理受理。")
    came_from = case.move_to(there)
    work.record(Tag.STAGE_MOVED, case.id, came_from=came_from, went_to=there)


def follow_case(case: Case, there: Stage, work: Work) -> bool:
    """Step along the road if it leads there; for reports, which may not fail.

    True where the case now stands `there`.
    """
    here = Stage(case.stage)
    if here is there:
        return True
    if case.refused_on is not None or there not in MOVES[here] or _unaccepted(case, there):
        return False
    move_case(case, there, work)
    return True


def renew(case: Case) -> None:
    """Make every page of the case that is open elsewhere stale: a row beside it has changed."""
    flag_modified(case, "stage")


def _unaccepted(case: Case, there: Stage) -> bool:
    return case.accepted_on is None and there in CLINICS | {Stage.HOME_FOLLOW_UP}
