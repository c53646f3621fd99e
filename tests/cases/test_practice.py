"""Numbers of local practice come from a file the county may change; unset stays unset."""

import pytest

from app.cases.practice import UNSET, practice, practices

SHIPPED = {
    "risk_report_hours.red": 1,
    "risk_report_hours.orange": None,
    "escalation.village.failed_sessions": 2,
    "escalation.village.working_days": 3,
    "escalation.township.failed_sessions": 3,
    "escalation.township.calendar_days": 7,
    "escalation.county.calendar_days": 15,
}


def test_出厂的数都写明来历():
    assert {name: one.value for name, one in practices().items()} == SHIPPED
    assert all("待县里确定" in one.because for one in practices().values())


def test_没有写的就是没有定():
    assert practice("escalation.prefecture.calendar_days") == UNSET


@pytest.mark.parametrize(("text", "value"), [("5", 5), ("", None)])
def test_县里可以改(tmp_path, text, value):
    file = tmp_path / "practice.csv"
    file.write_text(f"name,value,because\nsomething,{text},县里定的\n", encoding="utf-8")
    assert practices(file)["something"].value == value
