"""Consent, rights and recusal: 人民调解法 17, 19, 23, 24 条; 75号令 25, 30 条."""

from datetime import date

import pytest

from app.cases.commands import CorrectConsent, RecordConsent
from app.cases.consent import last_words
from app.cases.consent_gate import demand_open_gate, hurdles_before_mediation
from app.cases.enums import ConsentForm
from app.cases.parties import Consent
from app.cases.records import CaseMediator
from app.cases.recusal import Recusal, seats_of
from app.cases.recusal_commands import RaiseRecusal, RecusalKind, RecusalOutcome, SettleRecusal
from app.cases.stages import Stage
from app.kernel.errors import Incomplete, NotFound, NotNow
from tests.case_file import open_case


@pytest.fixture
def file(database, world, bus):
    return open_case(database, world, bus)


def gate(file):
    with file.database.read() as session:
        return [hurdle.page for hurdle in hurdles_before_mediation(session, file.load(session))]


def test_人民调解法17条_没有各方同意不能开始调解(file):
    file.tell_rights()
    file.agree("才旦")
    assert gate(file) == ["consents"]
    file.agree("旦正")
    assert gate(file) == []


def test_S21_电话同意要有谁_何时_方式_记录人(file, world):
    file.agree("旦正", form=ConsentForm.TELEPHONE)
    (consent,) = file.rows(Consent)
    assert consent.party_id == file.parties["旦正"]
    assert (consent.on, consent.form) == (date(2026, 3, 2), "telephone")
    assert consent.recorded_by == world.users["扎西多杰"]


def test_S1_S22_受理后一方拒绝_不能再调解(file):
    file.open_gate()
    file.refuse("旦正")
    assert file.read(lambda case: case.refused_on) == date(2026, 3, 2)
    with file.database.read() as session:
        with pytest.raises(NotNow, match="人民调解法第17条"):
            demand_open_gate(session, file.load(session))
    with pytest.raises(NotNow, match="17"):
        file.read(lambda case: case.move_to(Stage.VILLAGE_VISIT))


def test_拒绝以后又同意的_记下来但不恢复调解(file):
    file.refuse("旦正")
    file.agree("旦正")
    assert file.read(lambda case: case.refused_on) is not None
    with file.database.read() as session:
        assert last_words(session, file.load(session))[file.parties["旦正"]].agrees


def test_迟到的旧拒绝不推翻后来的同意(file):
    file.agree("旦正", on=date(2026, 3, 2))
    file.refuse("旦正", on=date(2026, 3, 1))
    assert file.read(lambda case: case.refused_on) is None
    assert file.last()["late"] is True


def test_误登的拒绝更正后案件恢复_原记录留着(file, world):
    file.open_gate()
    file.refuse("旦正")
    slip = next(one for one in file.rows(Consent) if not one.agrees)
    with pytest.raises(Incomplete, match="怎么登错的"):
        file.say(CorrectConsent, consent_id=slip.id, reason=" ")
    file.say(CorrectConsent, consent_id=slip.id, reason="点错了，本人说的是同意")
    assert file.read(lambda case: case.refused_on) is None
    assert gate(file) == []
    kept = next(one for one in file.rows(Consent) if one.id == slip.id)
    assert (kept.agrees, kept.mistaken_because) == (False, "点错了，本人说的是同意")
    assert kept.mistaken_by == world.users["扎西多杰"]
    assert file.trail()[-1] == "case:consent:corrected"
    with pytest.raises(NotNow, match="已经更正过"):
        file.say(CorrectConsent, consent_id=slip.id, reason="再来一次")
    with pytest.raises(NotFound):
        file.say(CorrectConsent, consent_id=file.parties["旦正"], reason="不是表态")


def test_还有别的拒绝_更正一条不恢复调解(file):
    file.refuse("旦正", on=date(2026, 3, 1))
    file.refuse("才旦", on=date(2026, 3, 2))
    first = next(one for one in file.rows(Consent) if one.on == date(2026, 3, 1))
    file.say(CorrectConsent, consent_id=first.id, reason="记到别人名下了")
    assert file.read(lambda case: case.refused_on) == date(2026, 3, 2)
    assert "consents" in gate(file)


def test_误登的同意更正后算没有征求过(file):
    file.open_gate()
    slip = next(one for one in file.rows(Consent) if one.party_id == file.parties["旦正"])
    file.say(CorrectConsent, consent_id=slip.id, reason="没有联系上本人")
    assert gate(file) == ["consents"]


def test_结案后不能再更正(database, world, bus):
    closed = {"stage": Stage.CLOSED, "outcome": "withdrawn", "closed_on": date(2026, 3, 1)}
    file = open_case(database, world, bus, **closed)
    file.refuse("旦正")
    (said,) = file.rows(Consent)
    with pytest.raises(NotNow, match="已结案"):
        file.say(CorrectConsent, consent_id=said.id, reason="登错了")


def test_结案后的同意或拒绝照样收下并标明(database, world, bus):
    closed = {"stage": Stage.CLOSED, "outcome": "withdrawn", "closed_on": date(2026, 3, 1)}
    file = open_case(database, world, bus, **closed)
    file.refuse("旦正")
    assert file.read(lambda case: case.refused_on) is None
    assert file.last()["late"] is True


def test_别案的当事人不能在本案表态(file, database, world, bus):
    other = open_case(database, world, bus)
    with pytest.raises(NotFound):
        file.say(
            RecordConsent,
            party_id=other.parties["旦正"],
            agrees=False,
            form=ConsentForm.ORAL,
        )
    assert file.trail() == []
    assert other.read(lambda case: case.refused_on) is None


def test_人民调解法23条_S26_未告知权利义务不能开始(file):
    file.agree()
    assert gate(file) == ["rights-notice"]
    file.tell_rights()
    assert gate(file) == []


def test_人民调解法19条_没有调解员不能开始(database, world, bus):
    file = open_case(database, world, bus, mediator=None)
    file.open_gate()
    assert gate(file) == ["mediators"]
    with file.database.read() as session:
        with pytest.raises(Incomplete, match="第19条"):
            demand_open_gate(session, file.load(session))


def test_一步以后旧页面就过期(file):
    before = file.read(lambda case: case.version)
    file.agree("才旦")
    assert file.read(lambda case: case.version) == before + 1


class Test75号令25条:
    """S14, S23: recusal."""

    def raise_it(self, file, world, kind):
        return file.say(
            RaiseRecusal,
            mediator_id=world.mediators["扎西多杰"],
            kind=kind,
            party_id=file.parties["旦正"],
            reason="是才旦的妹夫",
        )

    def test_未处理的回避拦住调解(self, file, world):
        file.open_gate()
        self.raise_it(file, world, RecusalKind.RELATION_DECLARED)
        assert gate(file) == ["recusals"]

    def test_S14_各方都同意的_调解员可以留任(self, file, world):
        file.open_gate()
        recusal = self.raise_it(file, world, RecusalKind.RELATION_DECLARED)
        said = {"recusal_id": recusal, "outcome": RecusalOutcome.STAYS}
        with pytest.raises(Incomplete, match="才旦"):
            file.say(SettleRecusal, agreed_party_ids=(file.parties["旦正"],), **said)
        file.say(SettleRecusal, agreed_party_ids=tuple(file.parties.values()), **said)
        assert gate(file) == []

    def test_S23_当事人要求更换主持人的_应当更换_原主持人留在历史里(self, file, world):
        recusal = self.raise_it(file, world, RecusalKind.WITHDRAWAL_ASKED)
        stays = {"outcome": RecusalOutcome.STAYS, "agreed_party_ids": (*file.parties.values(),)}
        with pytest.raises(NotNow, match="应当更换"):
            file.say(SettleRecusal, recusal_id=recusal, **stays)
        newcomer = world.mediators["才让卓玛"]
        replaced = {"outcome": RecusalOutcome.REPLACED, "replacement_id": newcomer}
        file.say(SettleRecusal, recusal_id=recusal, **replaced)
        with file.database.read() as session:
            (seat,) = seats_of(session, file.load(session))
            assert (seat.mediator_id, seat.is_chair) == (newcomer, True)
        old = [s for s in file.rows(CaseMediator) if s.mediator_id == world.mediators["扎西多杰"]]
        assert [(s.until_on, s.until_reason) for s in old] == [
            (date(2026, 3, 2), "回避：是才旦的妹夫")
        ]
        with pytest.raises(NotNow, match="已经处理过"):
            file.say(SettleRecusal, recusal_id=recusal, **replaced)
        assert file.rows(Recusal)[0].replacement_id == newcomer
