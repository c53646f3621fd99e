"""Forms about a whole version of the rulebooks: begun, brought in, put in force."""

from typing import Any

from flask_wtf.file import FileField

from app.rulebooks.commands import DraftRulebook, ImportRulebook, PublishRulebook
from forms.base import Form, day_field, text_field
from forms.required import missing
from forms.spoken import words_of


class DraftForm(Form):
    """What the new version is called, and why there is one."""

    title = text_field("名称", 100)
    reason = text_field("为什么要改", 500, rows=2)

    def to_command(self, **said: Any) -> DraftRulebook:  # noqa: ANN401 (who, where: the page's)
        """Say it as a command."""
        return DraftRulebook(**said | words_of(self, "title", "reason"))


class ImportForm(DraftForm):
    """The same, begun from exported files."""

    files = FileField("规则文件包（本系统导出的 .zip，不超过 2 MB）", validators=[missing])

    def to_import(self, files: dict[str, str], **said: Any) -> ImportRulebook:  # noqa: ANN401 (who, where: the page's)
        """Say it as a command, with the files that were read."""
        words = words_of(self, "title", "reason")
        return ImportRulebook(**said | words, files=tuple(sorted(files.items())))


class PublishForm(Form):
    """From which day the version holds."""

    valid_from = day_field("从哪一天起生效")

    def to_command(self, **said: Any) -> PublishRulebook:  # noqa: ANN401 (who, where: the page's)
        """Say it as a command."""
        return PublishRulebook(**said | words_of(self, "valid_from"))
