"""What stands beside a case, as statements built once; ask with `county_id` and `case_id`."""

from typing import Any

from sqlalchemy import Select, and_, bindparam, select

from app.cases.parties import Party
from app.cases.records import RoutingDecision, RoutingOverride
from app.deadlines.model import Deadline
from app.kernel.footprints import Footprint
from app.meetings.model import Meeting
from app.people.users import User

LATEST = 20  # footprints on the first page; the log has all


def _of_case(rows: Any, model: Any) -> Select[Any]:  # noqa: ANN401 (any selection of a model)
    mine = model.county_id == bindparam("county_id"), model.case_id == bindparam("case_id")
    found: Select[Any] = rows.where(*mine)
    return found


TIMELINE = (
    _of_case(
        select(Footprint.tag, Footprint.on, Footprint.recorded_at, Footprint.particulars)
        .add_columns(User.name.label("actor"))
        .outerjoin(
            User, and_(User.county_id == Footprint.county_id, User.id == Footprint.actor_id)
        ),
        Footprint,
    )
    .order_by(Footprint.position.desc())
)  # fmt: skip
# What people did: how each term runs stands beside it, and in the log.
LATEST_TIMELINE = TIMELINE.where(Footprint.tag.not_like("deadline:%")).limit(LATEST)

DECISION = (
    _of_case(
        select(
            RoutingDecision.id, RoutingDecision.on, RoutingDecision.decided_at,
            RoutingDecision.answer, RoutingDecision.admissible, RoutingDecision.engine_agrees,
            RoutingOverride.reason.label("override"), RoutingOverride.overridden_at,
        ).outerjoin(
            RoutingOverride,
            and_(
                RoutingOverride.county_id == RoutingDecision.county_id,
                RoutingOverride.decision_id == RoutingDecision.id,
            ),
        ),
        RoutingDecision,
    )
    .order_by(RoutingDecision.decided_at.desc(), RoutingOverride.overridden_at.desc())
    .limit(1)
)  # fmt: skip

MEETINGS = _of_case(
    select(
        Meeting.id, Meeting.kind, Meeting.state, Meeting.on, Meeting.starts, Meeting.place,
        Meeting.result, Meeting.cancel_reason,
    ),
    Meeting,
).order_by(Meeting.on.desc(), Meeting.starts.desc())  # fmt: skip

PARTIES = _of_case(
    select(
        Party.id, Party.side, Party.kind, Party.name, Party.gender, Party.ethnicity,
        Party.language, Party.address, Party.head_count, Party.rights_told_on,
        Party.id_number_sealed, Party.phone_sealed, Party.born_on, Party.age,
    ),
    Party,
).order_by(Party.ordinal)  # fmt: skip

DEADLINES = _of_case(
    select(
        Deadline.name, Deadline.code, Deadline.start_on, Deadline.due_on, Deadline.basis,
        Deadline.state, Deadline.ended_on, Deadline.counting,
    ),
    Deadline,
)  # fmt: skip
