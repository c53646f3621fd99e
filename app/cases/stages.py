"""The road a case walks, and the only moves it allows.

The four clinics (坐班门诊、进村出诊、集体会诊、上门复诊) are service modes, visited in any number;
the rules propose the next one, the road refuses impossible moves.
"""

from enum import StrEnum

from app.kernel.errors import NotNow


class Stage(StrEnum):
    """Where a case stands on the road."""

    INTAKE = "intake"
    OFFICE_HOURS = "office_hours"
    VILLAGE_VISIT = "village_visit"
    JOINT_CONSULTATION = "joint_consultation"
    HOME_FOLLOW_UP = "home_follow_up"
    CLOSED = "closed"


CLINICS = frozenset({Stage.OFFICE_HOURS, Stage.VILLAGE_VISIT, Stage.JOINT_CONSULTATION})
OPEN_ROAD = CLINICS | {Stage.HOME_FOLLOW_UP, Stage.CLOSED}

MOVES: dict[Stage, frozenset[Stage]] = {
    Stage.INTAKE: CLINICS | {Stage.CLOSED},
    Stage.OFFICE_HOURS: OPEN_ROAD - {Stage.OFFICE_HOURS},
    Stage.VILLAGE_VISIT: OPEN_ROAD - {Stage.VILLAGE_VISIT},
    Stage.JOINT_CONSULTATION: OPEN_ROAD - {Stage.JOINT_CONSULTATION},
    Stage.HOME_FOLLOW_UP: CLINICS | {Stage.CLOSED},
    Stage.CLOSED: frozenset(),
}

SAID = {
    Stage.INTAKE: "登记",
    Stage.OFFICE_HOURS: "坐班门诊",
    Stage.VILLAGE_VISIT: "进村出诊",
    Stage.JOINT_CONSULTATION: "集体会诊",
    Stage.HOME_FOLLOW_UP: "上门复诊",
    Stage.CLOSED: "已结案",
}


def move(here: Stage, there: Stage) -> Stage:
    """Take one step along the road, or say why not."""
    if there not in MOVES[here]:
        ways = "、".join(SAID[stage] for stage in Stage if stage in MOVES[here])
        way_out = (
            f"现在可以转到：{ways}。"
            if ways
            else "已结案的案件如有新情况，请重新申请，系统会关联原案。"
        )
        message = f"案件在“{SAID[here]}”，不能转到“{SAID[there]}”。{way_out}"
        raise NotNow(message)
    return there
