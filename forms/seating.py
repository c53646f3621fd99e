"""指定调解员: who mediates a case (人民调解法 19 条)."""

from typing import Any

from wtforms import BooleanField

from app.cases.commands import AssignMediators
from forms.base import Form
from forms.picks import PickField, TicksField
from forms.required import missing


class MediatorsForm(Form):
    """Who mediates; the chair is asked for apart."""

    chair_id = PickField("主持人", validators=[missing])
    others = TicksField("其他调解员")
    is_chosen_by_parties = BooleanField("由当事人选定（人民调解法第19条）")

    def to_command(self, **said: Any) -> AssignMediators:  # noqa: ANN401 (who, where: the page's)
        """Say it as a command."""
        ids = (self.chair_id.data, *self.others.ids)
        chosen = self.is_chosen_by_parties.data
        seen = self.seen_version.data
        return AssignMediators(
            **said, mediator_ids=ids, is_chosen_by_parties=chosen, seen_version=seen
        )
