"""Many senders at once: each record is one case, whoever comes first."""

from collections import Counter
from concurrent.futures import ThreadPoolExecutor

from sqlalchemy import func, select

from app.cases.intake.reception import Reception
from app.cases.model import Case
from app.kernel.footprints import verify
from tests.told import told
from tests.world import COUNTY


def test_the_same_record_sent_eight_times_at_once_is_one_case(database, world, bus):
    reception = Reception(bus, COUNTY, world.users["系统"], "12345平台")
    record = told(ref="A-1")
    with ThreadPoolExecutor(8) as senders:
        answers = list(senders.map(lambda _: reception.take(record), range(8)))
    assert Counter(answer.result for answer in answers) == {"accepted": 1, "duplicate": 7}
    assert len({answer.case for answer in answers}) == 1
    with database.read() as session:
        assert session.scalar(select(func.count()).select_from(Case)) == 1
        assert verify(session, COUNTY, database.ring.chain_key).broken_at is None


def test_eight_records_at_once_get_eight_numbers(database, world, bus):
    reception = Reception(bus, COUNTY, world.users["系统"], "12345平台")
    with ThreadPoolExecutor(8) as senders:
        answers = list(senders.map(lambda n: reception.take(told(ref=f"A-{n}")), range(8)))
    assert {answer.result for answer in answers} == {"accepted"}
    assert {answer.case for answer in answers} == {f"共调〔2026〕{n}号" for n in range(1, 9)}
