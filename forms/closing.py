"""Forms that end a case and put its file away."""

from typing import Any

from wtforms import BooleanField
from wtforms.fields import SelectChoice  # type: ignore[attr-defined]  # (the stubs lag one release)

from app.cases.closing_commands import ArchiveCase, ReopenCase, Retention
from app.cases.commands import CloseCase
from app.cases.enums import Outcome
from app.words import choices
from forms.base import Form, choice_field, day_field, text_field
from forms.spoken import words_of


class ClosingForm(Form):
    """How it ended, why, and that the other remedies were told (人民调解法 26 条)."""

    outcome = choice_field("结案方式", Outcome)
    on = day_field("结案日期")
    reason = text_field("原因（调解成功的可不填）", 2000, required=False, rows=3)
    remedies_told = BooleanField("已告知当事人可以通过仲裁、行政、司法等途径维护权利")

    def __init__(self, *args: Any, **more: Any) -> None:  # noqa: ANN401 (WTForms passes its own)
        super().__init__(*args, **more)
        ways = [SelectChoice(way, said) for way, said in choices(Outcome) if way != "declined"]
        self.outcome.choices = [SelectChoice("", "请选择"), *ways]

    def to_command(self, **said: Any) -> CloseCase:  # noqa: ANN401 (who, where: the page's)
        """Say it as a command."""
        words = words_of(self, "outcome", "on", "reason", "remedies_told", "seen_version")
        return CloseCase(**said | words)


class ArchiveForm(Form):
    """Who compiled the file and for how long it is kept."""

    retention = choice_field("保管期限", Retention)
    compiled_by = text_field("立卷人", 60)

    def to_command(self, **said: Any) -> ArchiveCase:  # noqa: ANN401 (who, where: the page's)
        """Say it as a command."""
        return ArchiveCase(**said | words_of(self, "retention", "compiled_by", "seen_version"))


class ReopeningForm(Form):
    """Why the ending was wrong."""

    because = text_field("撤销原因", 500, rows=2)

    def to_command(self, **said: Any) -> ReopenCase:  # noqa: ANN401 (who, where: the page's)
        """Say it as a command."""
        return ReopenCase(**said | words_of(self, "because", "seen_version"))
