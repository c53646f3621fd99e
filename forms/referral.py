"""Forms about outside organs and neighboring committees."""

from typing import Any

from app.cases.enums import Organ
from app.cases.handover_commands import JoinPartner, PartnerRole, RecordReferralAnswer, ReferCase
from forms.base import Form, choice_field, day_field, text_field
from forms.spoken import words_of


class ReferralForm(Form):
    """Which organ was given what, and when."""

    organ = choice_field("移送到", Organ)
    recipient = text_field("接收单位和联系人", 100, required=False)
    letter = text_field("函号", 100, required=False)
    because = text_field("移送事项和理由", 1000, rows=3)
    on = day_field("移送日期")

    def to_command(self, **said: Any) -> ReferCase:  # noqa: ANN401 (who, where: the page's)
        """Say it as a command."""
        return ReferCase(**said | words_of(self, "organ", "recipient", "letter", "because", "on"))


class ReferralAnswerForm(Form):
    """What the organ answered."""

    answer = text_field("答复内容", 800, rows=2)
    on = day_field("答复日期")

    def to_command(self, **said: Any) -> RecordReferralAnswer:  # noqa: ANN401 (who, where: the page's)
        """Say it as a command."""
        return RecordReferralAnswer(**said | words_of(self, "answer", "on"))


class PartnerForm(Form):
    """Which committee of which county, and who leads."""

    partner = text_field("毗邻地区调委会全称", 100)
    partner_county = text_field("所在县", 60)
    role = choice_field("主办或协办", PartnerRole)
    contact = text_field("联系人和电话", 100, required=False)

    def to_command(self, **said: Any) -> JoinPartner:  # noqa: ANN401 (who, where: the page's)
        """Say it as a command."""
        names = ("partner", "partner_county", "role", "contact", "seen_version")
        return JoinPartner(**said | words_of(self, *names))
