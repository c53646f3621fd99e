"""Forms of golden cases."""

from typing import Any
from uuid import UUID

from app.rulebooks.golden_commands import RetireGoldenCase, ReviseGoldenCase, WriteGoldenCase
from forms.base import Form, text_field
from forms.spoken import words_of


class GoldenForm(Form):
    """A case with the answer it must get."""

    title = text_field("名称", 100)
    because = text_field("为什么必须这样", 500, rows=2)
    text = text_field("事实和应得的结论", 20_000, rows=24)

    def to_command(self, golden_id: UUID | None, **said: Any) -> WriteGoldenCase | ReviseGoldenCase:  # noqa: ANN401 (who, where: the page's)
        """Say it as a command: a new one, or one written anew."""
        words = said | words_of(self, "title", "because", "text")
        if golden_id is None:
            return WriteGoldenCase(**words)
        return ReviseGoldenCase(**words, golden_id=golden_id)


class RetireForm(Form):
    """Why a golden case no longer holds."""

    reason = text_field("为什么停用", 300, rows=2)

    def to_command(self, **said: Any) -> RetireGoldenCase:  # noqa: ANN401 (who, where: the page's)
        """Say it as a command."""
        return RetireGoldenCase(**said | words_of(self, "reason"))
