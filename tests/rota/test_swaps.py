"""换班征求: the colleague is asked in the inbox, and nothing changes before they agree."""

import re
from datetime import date

import pytest
from sqlalchemy import select

from app.inbox.model import Notice
from app.kernel.errors import Incomplete, NotAllowed, NotFound, NotNow
from app.kernel.footprints import Footprint
from app.kernel.ids import new_id
from app.people.bodies import CommitteeMember, Mediator
from app.people.users import User
from app.rota.commands import SwapDuties
from app.rota.model import Duty
from app.rota.swap_commands import AcceptSwap, DeclineSwap, ObjectToSwap, OfferSwap, WithdrawSwap
from app.rota.swap_records import SwapOffer
from tests.agreements.test_pages import fields
from tests.rota.test_rota import names, people, say, week
from tests.world import COUNTY, TODAY

__all__ = ["people", "say", "week"]
MONDAY, TUESDAY = date(2026, 3, 9), date(2026, 3, 10)


@pytest.fixture
def ask(week, say):
    """扎西多杰 sits on Monday and asks 完玛 for Tuesday."""
    monday, tuesday = week()[0].shifts[0].duty, week()[1].shifts[0].duty

    def ask(who="扎西多杰", **more):
        said = {"duty_id": monday.id, "other_id": tuesday.id} | more
        return say(OfferSwap, who, **said)

    return ask


def sits(week):
    return [names(day)[0][0] for day in week()[:2]]


def told(database, world, who):
    wanted = select(Notice.kind).where(Notice.user_id == world.users[who], Notice.read_at.is_(None))
    with database.read() as session:
        return list(session.scalars(wanted))


def test_问了_对方收到_同意才换(ask, say, week, database, world):
    offer = ask(note="家里有事")
    assert sits(week) == ["扎西多杰", "完玛"]
    assert told(database, world, "完玛") == ["swap_asked"]
    with pytest.raises(NotAllowed, match="只有被征求的人"):
        say(AcceptSwap, "扎西多杰", offer_id=offer)
    say(AcceptSwap, "完玛", offer_id=offer)
    assert sits(week) == ["完玛", "扎西多杰"]
    assert told(database, world, "完玛") == []
    assert told(database, world, "扎西多杰") == ["swap_accepted"]
    with pytest.raises(NotNow, match="已经答复或撤回"):
        say(DeclineSwap, "完玛", offer_id=offer)


def test_不同意的各值各的_原因带回来(ask, say, week, database, world):
    offer = ask()
    say(DeclineSwap, "完玛", offer_id=offer, because="那天要下乡")
    assert sits(week) == ["扎西多杰", "完玛"]
    assert told(database, world, "扎西多杰") == ["swap_declined"]
    again = ask()  # may be asked once more
    say(WithdrawSwap, offer_id=again)
    assert told(database, world, "完玛") == []
    with pytest.raises(NotAllowed, match="只有提出换班的人"):
        say(WithdrawSwap, "完玛", offer_id=ask())


def test_同一班一次只问一个人_别人的班不能替他问(ask, week, say):
    ask()
    with pytest.raises(NotNow, match="已经在等完玛答复"):
        ask()
    with pytest.raises(NotAllowed, match="只有值这一班的人自己"):
        ask("李主任")
    thursday = week()[3].shifts[0].duty
    monday = week()[0].shifts[0].duty
    assert {one.duty.mediator_id for one in (week()[0].shifts[0],)} == {monday.mediator_id}
    with pytest.raises(NotAllowed):
        say(OfferSwap, "完玛", duty_id=monday.id, other_id=thursday.id)


def test_问过以后值班表改了_不能照旧换(ask, say, week):
    offer = ask()
    monday, thursday = week()[0].shifts[0].duty, week()[3].shifts[0].duty
    assert monday.mediator_id != thursday.mediator_id
    say(SwapDuties, "李主任", duty_id=monday.id, other_id=thursday.id)
    with pytest.raises(NotNow, match="后来又改过人"):
        say(AcceptSwap, "完玛", offer_id=offer)


def test_日子过了_不能再同意(ask, bus, world, week):
    offer = ask()
    late = {"county_id": COUNTY, "actor_id": world.users["完玛"], "on": date(2026, 3, 11)}
    with pytest.raises(NotNow, match="已经过去"):
        bus.execute(AcceptSwap(**late, offer_id=offer))


def test_没有账号的同事_说清楚怎么办(week, say, database, world):
    mine, other = week()[0].shifts[0].duty, week()[1].shifts[0].duty
    stranger = new_id()
    with database.write() as session:
        row = Mediator(county_id=COUNTY, id=stranger, name="没账号的人")
        session.add(row)
        session.flush()
        seat = {"committee_id": mine.committee_id, "mediator_id": stranger}
        session.add(CommitteeMember(county_id=COUNTY, **seat))
        session.get_one(Duty, (COUNTY, other.id)).mediator_id = stranger
    with pytest.raises(Incomplete, match="对方没有账号"):
        say(OfferSwap, duty_id=mine.id, other_id=other.id)


def test_页面_从问到同意_消息领到换班页(week, as_user, database, world):
    mine, other = week()[0].shifts[0].duty, week()[1].shifts[0].duty
    asker, asked = as_user("扎西多杰"), as_user("完玛")
    assert "没有换班" in asked.get("/rota/swaps").text
    path = f"/rota/duties/{mine.id}"
    page = asker.get(path).text
    assert "问同事愿不愿意换" in page
    assert "问同事愿不愿意换" not in as_user("李主任").get(path).text
    empty = asker.post(f"{path}/swap-offers", data=fields(page) | {"offer-note": "家里有事"})
    assert empty.status_code == 422
    assert "家里有事" in empty.text
    said = fields(page) | {"offer-other_id": str(other.id), "offer-note": "家里有事"}
    assert asker.post(f"{path}/swap-offers", data=said).status_code == 303
    assert "等答复" in asker.get("/rota/swaps").text
    inbox = asked.get("/inbox").text
    assert "同事想换班，请答复" in inbox
    assert "与案件无关" in inbox
    (reading,) = re.findall(
        r'action="(/inbox/[^"]+/readings)"', inbox.replace("/inbox/readings", "")
    )
    there = asked.post(reading, data=fields(inbox))
    assert there.headers["Location"] == "/rota/swaps"
    listed = asked.get("/rota/swaps").text
    assert "家里有事" in listed
    (accept,) = re.findall(r'action="(/rota/swaps/[^"]+/acceptance)"', listed)
    assert accept not in asker.get("/rota/swaps").text
    assert asked.post(accept, data=fields(listed)).status_code == 303
    assert sits(week) == ["完玛", "扎西多杰"]
    assert "已换" in asker.get("/rota/swaps").text
    assert "换班已经同意" in asker.get("/inbox").text
    assert as_user("韩玉梅").get("/rota/swaps").text.count("data-row") == 0


def test_页面_不换_可以写原因(ask, as_user, database):
    ask()
    asked = as_user("完玛")
    listed = asked.get("/rota/swaps").text
    (decline,) = re.findall(r'action="(/rota/swaps/[^"]+/decline)"', listed)
    assert asked.post(decline, data=fields(listed) | {"because": "那天要下乡"}).status_code == 303
    assert "那天要下乡" in as_user("扎西多杰").get("/rota/swaps").text
    with database.read() as session:
        assert session.scalars(select(SwapOffer)).one().state == "declined"
        assert session.scalars(select(User).where(User.name == "完玛")).one().mediator_id


@pytest.fixture
def decide(week, say):
    """李主任 swaps 扎西多杰's Monday and 完玛's Tuesday."""
    monday, tuesday = week()[0].shifts[0].duty, week()[1].shifts[0].duty

    def decide(who="李主任", **more):
        return say(SwapDuties, who, duty_id=monday.id, other_id=tuesday.id, **more)

    return decide


def test_排班人换的马上生效_两个人都收到消息(decide, week, database, world):
    decide(note="村里办喜事")
    assert sits(week) == ["完玛", "扎西多杰"]
    assert told(database, world, "扎西多杰") == ["swap_decided"]
    assert told(database, world, "完玛") == ["swap_decided"]
    assert told(database, world, "李主任") == []


def test_自己的班不能直接换_要问同事(decide, week, say, database, world):
    for who in ("扎西多杰", "完玛"):
        with pytest.raises(NotAllowed):
            decide(who)
    with pytest.raises(NotAllowed, match="自己的班要先问同事"):
        decide("扎西多杰")
    assert sits(week) == ["扎西多杰", "完玛"]
    with database.write() as session:
        session.get_one(User, (COUNTY, world.users["完玛"])).disabled_on = TODAY
    decide("扎西多杰")  # nobody to ask in the inbox: they have agreed by word of mouth
    assert sits(week) == ["完玛", "扎西多杰"]


def test_被换的人可以提异议_排班人收到_重新排(decide, week, say, database, world, as_user):
    offer = decide()
    with pytest.raises(Incomplete, match="请写明为什么不行"):
        say(ObjectToSwap, "完玛", offer_id=offer, because="  ")
    with pytest.raises(NotFound):
        say(ObjectToSwap, "韩玉梅", offer_id=offer, because="与我无关")
    say(ObjectToSwap, "完玛", offer_id=offer, because="那天约了当事人")
    assert sits(week) == ["完玛", "扎西多杰"]  # until it is decided anew
    assert told(database, world, "李主任") == ["swap_objected"]
    assert told(database, world, "扎西多杰") == ["swap_decided"]
    with pytest.raises(NotNow, match="已经有人提过异议"):
        say(ObjectToSwap, "扎西多杰", offer_id=offer, because="我也不行")
    monday, tuesday = week()[0].shifts[0].duty, week()[1].shifts[0].duty
    lead = as_user("李主任")
    page = lead.get(f"/rota/duties/{monday.id}").text
    assert "完玛：那天约了当事人" in page
    said = fields(page) | {"swap-other_id": str(tuesday.id), "swap-note": "换回去"}
    assert lead.post(f"/rota/duties/{monday.id}/swaps", data=said).status_code == 303
    assert sits(week) == ["扎西多杰", "完玛"]
    assert "那天约了当事人" not in lead.get(f"/rota/duties/{monday.id}").text
    assert told(database, world, "完玛").count("swap_decided") == 2


def test_页面_看得到是谁排的_在那里提异议(decide, as_user, database):
    decide(note="村里办喜事")
    swapped = as_user("完玛")
    assert "排班人给您换了班" in swapped.get("/inbox").text
    listed = swapped.get("/rota/swaps").text
    assert "李主任 排的" in listed
    assert "村里办喜事" in listed
    (there,) = re.findall(r'action="(/rota/swaps/[^"]+/objection)"', listed)
    assert swapped.post(there, data=fields(listed)).status_code == 422
    assert swapped.post(there, data=fields(listed) | {"because": "那天不在"}).status_code == 303
    assert "等排班人处理" in swapped.get("/rota/swaps").text
    lead = as_user("李主任")
    assert "有人对换班有异议，请处理" in lead.get("/inbox").text
    with database.read() as session:
        tags = [row.tag for row in session.query(Footprint) if row.tag.startswith("rota:swap")]
    assert tags == ["rota:swapped", "rota:swap:decided", "rota:swap:objected"]


def test_班过去了_不能再提异议(decide, bus, world):
    offer = decide()
    late = {"county_id": COUNTY, "actor_id": world.users["完玛"], "on": date(2026, 3, 11)}
    with pytest.raises(NotNow, match="已经过去"):
        bus.execute(ObjectToSwap(**late, offer_id=offer, because="那天不在"))


def test_页面_没有写原因的异议_说清楚_写了没收下的_还在(decide, as_user):
    offer = decide()
    swapped = as_user("完玛")
    there, listed = f"/rota/swaps/{offer}/objection", swapped.get("/rota/swaps").text
    empty = swapped.post(there, data=fields(listed))
    assert empty.status_code == 422
    assert f'<a href="#because-{offer}">请填写“为什么不行”。</a>' in empty.text
    long = swapped.post(there, data=fields(listed) | {"because": "那天不在" * 60})
    assert long.status_code == 422
    assert "那天不在" * 60 in long.text


def test_页面_不是自己的换班_没有找到(decide, as_user):
    offer, stranger = decide(), as_user("韩玉梅")
    for verb in ("objection", "decline"):
        assert stranger.post(f"/rota/swaps/{offer}/{verb}").status_code == 404
        assert stranger.post(f"/rota/swaps/{new_id()}/{verb}").status_code == 404
