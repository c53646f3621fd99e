"""To whom a contradiction is handed."""

from typing import Any
from uuid import UUID

from app.sync.commands import AssignArrival
from forms.base import Form
from forms.codes import CodeField
from forms.required import missing


class AssignForm(Form):
    """Who settles it."""

    user_id = CodeField("交给谁", validators=[missing])

    def to_command(self, **said: Any) -> AssignArrival:  # noqa: ANN401 (who, where: the page's)
        """Say it as a command."""
        return AssignArrival(**said, user_id=UUID(self.user_id.data))
