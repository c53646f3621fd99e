"""After sessions that failed the next step is local practice's: again, then up, with the forms filled."""

from datetime import timedelta

import pytest

from app.access.actor import actor_of
from app.cases.commands import AssignMediators
from app.cases.enums import ConsentForm
from app.cases.handover_commands import (
    AcceptHandover,
    AskAboutHandover,
    HandoverReason,
    OfferHandover,
)
from app.cases.stages import Stage
from app.worklist.case_file import standing_of
from app.worklist.next_step import next_step
from tests.case_file import open_case
from tests.filled import filled
from tests.meetings.sessions import hold
from tests.world import COUNTY, TODAY

TOMORROW = TODAY + timedelta(days=1)


@pytest.fixture
def file(database, world, bus):
    village = world.committees["甲乙村"]
    desk = {"committee_id": village, "desk_level": "village", "desk_committee": "village"}
    return open_case(
        database, world, bus, mediator="完玛", stage=Stage.VILLAGE_VISIT, accepted_on=TODAY, **desk
    )


def step(file, who="完玛"):
    with file.database.read() as session:
        actor = actor_of(session, COUNTY, file.world.users[who])
        return next_step(standing_of(session, actor, file.id), actor, TODAY)


def go_up(file, there, by, taken_by, on):
    committee_id = file.world.committees[there]
    for party_id in file.parties.values():
        said = {"party_id": party_id, "agrees": True, "form": ConsentForm.ORAL}
        file.say(AskAboutHandover, by=by, committee_id=committee_id, **said)
    why = {"reason": HandoverReason.FAILED_SESSIONS, "because": "两次调解不成"}
    handover_id = file.say(OfferHandover, by=by, committee_id=committee_id, **why)
    file.say(AcceptHandover, by=taken_by, handover_id=handover_id, on=on)
    seat = (file.world.mediators[taken_by],)
    file.say(AssignMediators, by=taken_by, on=on, mediator_ids=seat)


def test_一次不成再约_满两次征求意见后提级_转来以后从头约(file):
    file.open_gate()
    hold(file, by="完玛")
    assert (step(file).text, step(file).page) == ("再约一次调解", "meetings")
    hold(file, by="完玛")
    assert (step(file).text, step(file).page) == ("征求意见后提级", "handovers")
    assert "已有 2 次" in step(file).why
    go_up(file, "倒淌河镇", "完玛", "扎西多杰", TOMORROW)
    assert step(file, "扎西多杰").text == "安排调解"


def test_到了县里还不成_告知其他途径后结案(file):
    file.open_gate()
    go_up(file, "县中心", "完玛", "才让卓玛", TODAY)
    hold(file, by="才让卓玛")
    assert step(file, "才让卓玛").text == "结案并告知"


def test_转办页已经选好上一级和还没问过的当事人(file, as_user):
    file.open_gate()
    for _ in range(2):
        hold(file, by="完玛")
    path = f"/cases/{file.id}/handovers"
    shown = filled(as_user("完玛").get(path).text)
    township = str(file.world.committees["倒淌河镇"])
    assert shown["asking-committee_id"] == shown["offering-committee_id"] == [township]
    first, second = file.parties.values()
    assert shown["asking-party_id"] == [str(first)]
    file.say(
        AskAboutHandover, by="完玛", party_id=first, agrees=True, form=ConsentForm.ORAL,
        committee_id=file.world.committees["县中心"],
    )  # fmt: skip
    shown = filled(as_user("完玛").get(path).text)
    assert shown["asking-committee_id"] == [str(file.world.committees["县中心"])]
    assert shown["asking-party_id"] == [str(second)]
