"""登记: the intake form, said as a record and then as one command."""

from collections.abc import Callable
from typing import Any
from uuid import UUID

from wtforms import FormField, HiddenField

from app.cases.enums import Channel
from forms.base import Form, choice_field, day_field, text_field
from forms.days import DayField
from forms.ids import read_id
from forms.intake_parts import AttemptPart, ReferralPart, SignalsPart
from forms.intake_party import MOST, OPENING, PartyPart
from forms.rows import Rows
from forms.said import said, typed

Finder = Callable[[str], str]


class IntakeForm(Form):
    """One dispute; the key is the id of the case that will be made."""

    channel = choice_field("来源", Channel)
    received_on = day_field("登记日期")
    occurred_on = DayField("发生日期")
    dispute_type = text_field("纠纷类型", 40)
    subtype = text_field("具体事由", 100, required=False)
    area = text_field("发生在哪里", 100, required=False)
    place = text_field("具体地点", 300, required=False)
    summary = text_field("经过", 8000, rows=4)
    claims = text_field("要求什么（一行一项）", 8000, required=False, rows=2)
    amount = text_field("涉及金额（元）", 30, required=False)
    people_involved = text_field("涉及人数", 8, required=False)
    parties = Rows(FormField(PartyPart), "当事人", default=OPENING, most=MOST)
    prior_attempts = Rows(FormField(AttemptPart), "此前处理", min_entries=1, most=MOST)
    signals = FormField(SignalsPart, "情形")
    referral = FormField(ReferralPart, "转来")
    linked_case_id = HiddenField()
    not_same = Rows(HiddenField(), "不是同一件", most=MOST)

    def to_record(self, area_of: Finder, type_of: Finder) -> dict[str, Any]:
        """Say it as the contract's record; the finders turn names typed into codes."""
        record = {"ref": str(read_id(typed(self.key)) or "-")} | said(self)
        for place in (one for one in (record, *record.get("parties", [])) if "area" in one):
            place["area"] = area_of(place["area"])
        if "dispute_type" in record:
            record["dispute_type"] = type_of(record["dispute_type"])
        return record

    @property
    def others(self) -> tuple[UUID, ...]:
        """Name the cases that the clerk said are something else."""
        return tuple(one for text in dict.fromkeys(self.not_same.data) if (one := read_id(text)))

    @property
    def linked(self) -> UUID | None:
        """Name the closed case that this one applies for again."""
        asked = self.linked_case_id.raw_data or [self.linked_case_id.data or ""]
        return next((one for text in asked if (one := read_id(text))), None)
