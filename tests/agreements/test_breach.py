"""An obligation that was not kept in time: what may be done, up to the court."""

from dataclasses import replace
from datetime import date

import pytest

from app.agreements.commands import FulfillObligation
from app.agreements.model import Obligation
from tests.agreements.table import WORDS, conclude_fully
from tests.case_file import open_case

EARLY, LATE = date(2026, 3, 1), "到期没有履行，可以这样办"


@pytest.fixture
def page(database, world, bus, as_user):
    first = replace(WORDS.obligations[0], due_on=date(2026, 3, 1))
    file = open_case(database, world, bus, file_number="（2026）共倒人调字第1号")
    words = replace(WORDS, obligations=(first, *WORDS.obligations[1:]))
    conclude_fully(file, day=EARLY, wording=words)
    client = as_user("扎西多杰")
    return (
        file,
        lambda number: (
            client.get(f"/cases/{file.id}/agreement/obligations/{number}/fulfillment").text
        ),
    )


def test_人民调解法31条32条33条_到期没有履行_告诉怎么办(page):
    file, shown = page
    assert LATE in shown(1)
    for words in ("第31条", "第32条", "申请司法确认", "起诉", "重新申请"):
        assert words in shown(1)
    assert "强制执行" not in shown(1), "没有司法确认的不能直接申请执行"
    assert LATE not in shown(2), "还没到期"
    with file.database.read() as session:
        line = session.query(Obligation).filter_by(ordinal=1).one()
    done = {"obligation_id": line.id, "amount_fen": None, "is_whole": True, "proof": "收条"}
    file.say(FulfillObligation, **done, on=date(2026, 3, 2))
    assert LATE not in shown(1)
