"""Forms about danger: its color, and whom it was reported to."""

from typing import Any

from app.cases.enums import Organ, Risk
from app.cases.risk_commands import ChangeRisk, ReportMeans, ReportRisk, RiskReportKind
from forms.base import Form, choice_field, day_field, text_field
from forms.required import missing
from forms.spoken import words_of
from forms.times import WordTicksField, hour_field

NAMES = ("kind", "organs", "means", "on", "at", "reporter", "recipient", "situation", "measures")


class RiskForm(Form):
    """The new color and the reason; raising it is never stale."""

    risk = choice_field("风险等级", Risk)
    reason = text_field("理由", 500, rows=2)

    def to_command(self, **said: Any) -> ChangeRisk:  # noqa: ANN401 (who, where: the page's)
        """Say it as a command."""
        return ChangeRisk(**said | words_of(self, "risk", "reason"))


class RiskReportForm(Form):
    """To whom, when, by whom, how, and what was said (人民调解法 25 条)."""

    kind = choice_field("首报、续报、终报", RiskReportKind)
    organs = WordTicksField("向谁报告", Organ, validators=[missing])
    recipient = text_field("接报人（单位、姓名、电话）", 100, required=False)
    on = day_field("报告日期")
    at = hour_field("报告时间")
    means = choice_field("报告方式", ReportMeans)
    reporter = text_field("报告人", 60)
    situation = text_field("情况", 4000, rows=5)
    measures = text_field("已采取的措施和需要的支援", 2000, required=False, rows=3)

    def to_command(self, **said: Any) -> ReportRisk:  # noqa: ANN401 (who, where: the page's)
        """Say it as a command."""
        return ReportRisk(**said | words_of(self, *NAMES))
