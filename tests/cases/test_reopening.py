"""撤销结案: the centre corrects what was wrongly ended; nothing of the first ending is lost."""

from datetime import timedelta

import pytest

from app.cases.closing_commands import ArchiveCase, ReopenCase, Retention
from app.cases.commands import CloseCase, DeclineCase
from app.cases.enums import Organ, Outcome
from app.cases.model import Case
from app.cases.records import Acceptance, Closure
from app.cases.reopening_records import Reopening
from app.deadlines.model import Deadline
from app.deadlines.opening import start_term
from app.kernel.bus import Work
from app.kernel.commands import Command
from app.kernel.errors import Incomplete, NotAllowed, NotNow
from tests.agreements.test_pages import fields
from tests.case_file import open_case
from tests.meetings.sessions import hold
from tests.told import register
from tests.world import COUNTY, NOW, TODAY

END = {"outcome": Outcome.UNSETTLED, "reason": "分歧较大", "remedies_told": True}
SLIP = {"because": "点错了，双方还在调解"}
TOMORROW = TODAY + timedelta(days=1)


@pytest.fixture
def file(database, world, bus):
    file = open_case(database, world, bus)
    with database.write() as session:
        command = Command(county_id=COUNTY, actor_id=world.users["系统"], on=TODAY)
        work = Work(session, command, NOW, database.ring)
        for code in ("T01", "T30"):
            start_term(work, file.id, code, TODAY)
    file.open_gate()
    hold(file)
    return file


def terms(file):
    return {row.code: row.state for row in file.rows(Deadline)}


def test_当天本人撤销_期限接着算_原来的记录留着(file):
    before = terms(file)
    file.say(CloseCase, **END)
    assert terms(file)["T01"] == "done"
    assert terms(file)["T31"] == "open"
    file.say(ReopenCase, **SLIP)
    assert {code: state for code, state in terms(file).items() if code != "T31"} == before
    assert terms(file)["T31"] == "cancelled"
    assert file.read(lambda case: (case.stage, case.outcome, case.closed_on)) == (
        "office_hours", None, None,
    )  # fmt: skip
    assert file.rows(Closure) == []
    (kept,) = file.rows(Reopening)
    assert (kept.outcome, kept.reason, kept.because) == ("unsettled", "分歧较大", SLIP["because"])
    file.say(CloseCase, **END)  # it may end again
    assert file.read(lambda case: case.outcome) == "unsettled"
    assert terms(file)["T31"] == "open"  # the file is due again


def test_接着算的期限照样催办(file):
    file.say(CloseCase, **END)
    file.say(ReopenCase, **SLIP)
    watched = {row.code: row.next_on is not None for row in file.rows(Deadline)}
    assert watched["T01"]
    assert watched["T30"]


def test_过了当天或别人办的_由负责人撤销(file):
    file.say(CloseCase, **END)
    with pytest.raises(NotAllowed, match="负责人"):
        file.say(ReopenCase, by="马文祥", **SLIP)
    with pytest.raises(NotAllowed, match="负责人"):
        file.say(ReopenCase, on=TOMORROW, **SLIP)
    file.say(ReopenCase, by="李主任", on=TOMORROW, **SLIP)
    assert file.read(lambda case: case.is_open)


def test_归档以后不能撤销_没有结案无可撤销_要写原因(file):
    with pytest.raises(NotNow, match="还在办理"):
        file.say(ReopenCase, **SLIP)
    file.say(CloseCase, **END)
    with pytest.raises(Incomplete, match="为什么"):
        file.say(ReopenCase, because=" ")
    file.say(ArchiveCase, retention=Retention.TEN_YEARS, compiled_by="马文祥")
    with pytest.raises(NotNow, match="归档"):
        file.say(ReopenCase, by="李主任", **SLIP)


def test_应受理未受理的_由县中心撤销不予受理_再受理(database, world, bus, as_user):
    case_id = register(bus, world)
    who = {"county_id": COUNTY, "actor_id": world.users["马文祥"], "on": TODAY}
    refusal = {"reason": "点错了", "refer_to": Organ.COURT}
    bus.execute(DeclineCase(case_id=case_id, **who, **refusal))
    client, path = as_user("李主任"), f"/cases/{case_id}/closure/reopening"
    assert path in client.get(f"/cases/{case_id}/acceptance").text
    assert client.post(path, data=fields(client.get(path).text)).status_code == 422
    said = fields(client.get(path).text) | {"because": "县中心复核，应当受理"}
    assert client.post(path, data=said).status_code == 303
    with database.read() as session:
        case = session.get_one(Case, (COUNTY, case_id))
        assert (case.stage, case.outcome) == ("intake", None)
        assert session.query(Acceptance).count() == 0
        assert session.query(Reopening).one().refer_to == "court"
    page = client.get(f"/cases/{case_id}").text
    assert "撤销结案" in page
    assert "受理" in client.get(f"/cases/{case_id}/acceptance").text
    assert as_user("外县人").get(path).status_code == 404
