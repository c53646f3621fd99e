"""The second language: the lines of an agreement, and one approved term."""

from typing import Any

from wtforms import BooleanField, HiddenField

from app.dossiers.translation_commands import ApproveTerm, TranslateAgreement
from forms.base import Form, day_field, text_field
from forms.counts import version_field
from forms.rows import Rows
from forms.spoken import words_of


class TranslationForm(Form):
    """One line a clause."""

    revision = version_field()
    lines = Rows(text_field("译文", 2000, required=False, rows=3), "译文", most=200)
    is_signed_off = BooleanField("翻译人员已逐条审定译文，并向当事人宣读")

    def to_command(self, **said: Any) -> TranslateAgreement:  # noqa: ANN401 (who, where: the page's)
        """Say it as a command."""
        return TranslateAgreement(
            **said,
            seen_revision=self.revision.data or 0,
            lines=tuple(line.data or "" for line in self.lines),
            is_signed_off=bool(self.is_signed_off.data),
        )


class TermForm(Form):
    """A term as a translator says it."""

    chinese = HiddenField()
    tibetan = text_field("藏文", 200)
    translator = text_field("审定的翻译人员", 60)
    on = day_field("审定日期")

    def to_command(self, **said: Any) -> ApproveTerm:  # noqa: ANN401 (who: the page's)
        """Say it as a command."""
        words = words_of(self, "tibetan", "translator", "on")
        return ApproveTerm(**said | words, chinese=self.chinese.data or "")
