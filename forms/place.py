"""Forms about grid cells, household groups and the list of divisions."""

from typing import Any

from flask_wtf.file import FileField
from wtforms import TextAreaField
from wtforms.validators import Optional

from app.places.commands import (
    MakeGridCell,
    MakeHouseholdGroup,
    ReviseGridCell,
    ReviseHouseholdGroup,
)
from forms.base import Form, text_field
from forms.counts import CountField
from forms.picks import PickField
from forms.spoken import words_of

WRONG_COUNT = "户数请写 1 到 1000 之间的整数。"
GROUP = ("name", "head_name", "households")


class CellForm(Form):
    """A grid cell and its worker."""

    name = text_field("网格名称", 60)
    worker_id = PickField("网格员")

    def to_command(self, **said: Any) -> MakeGridCell:  # noqa: ANN401 (who, where: the page's)
        """Say it as a command."""
        return MakeGridCell(**said | words_of(self, "name", "worker_id"))

    def to_revision(self, **said: Any) -> ReviseGridCell:  # noqa: ANN401 (who, where: the page's)
        """Say it as a change."""
        return ReviseGridCell(**said | words_of(self, "name", "worker_id"))


class GroupForm(Form):
    """Households under one head."""

    name = text_field("联户组名称", 60)
    head_name = text_field("户长", 60, required=False)
    households = CountField("户数", WRONG_COUNT, (1, 1000))

    def to_command(self, **said: Any) -> MakeHouseholdGroup:  # noqa: ANN401 (who, where: the page's)
        """Say it as a command."""
        return MakeHouseholdGroup(**said | words_of(self, *GROUP))

    def to_revision(self, **said: Any) -> ReviseHouseholdGroup:  # noqa: ANN401 (who, where: the page's)
        """Say it as a change."""
        return ReviseHouseholdGroup(**said | words_of(self, *GROUP))


class AreasForm(Form):
    """A list of divisions: a file, looked at first, taken over afterwards."""

    file = FileField("区划文件（CSV）", validators=[Optional()])
    text = TextAreaField("内容", validators=[Optional()])
