"""受理, 不予受理, 改派: forms of the first decisions about a case."""

from typing import Any

from app.cases.commands import AcceptCase, DeclineCase, OverrideRouting, RevokeAcceptance
from app.cases.enums import DeskCommittee, DeskLevel, Organ
from forms.base import Form, choice_field, text_field
from forms.picks import PickField
from forms.required import missing
from forms.spoken import words_of


class AcceptForm(Form):
    """Which committee takes the case on."""

    committee_id = PickField("由哪个调委会受理", validators=[missing])

    def to_command(self, **said: Any) -> AcceptCase:  # noqa: ANN401 (who, where: the page's)
        """Say it as a command."""
        return AcceptCase(**said | words_of(self, "committee_id", "seen_version"))


class DeclineForm(Form):
    """Why not, and where to go instead (75号令 24 条)."""

    refer_to = choice_field("应当去哪里", Organ)
    reason = text_field("不予受理的理由", 1000, rows=3)

    def to_command(self, **said: Any) -> DeclineCase:  # noqa: ANN401 (who, where: the page's)
        """Say it as a command."""
        return DeclineCase(**said | words_of(self, "refer_to", "reason", "seen_version"))


class RevocationForm(Form):
    """Why the acceptance was wrong."""

    because = text_field("撤销原因", 500, rows=2)

    def to_command(self, **said: Any) -> RevokeAcceptance:  # noqa: ANN401 (who, where: the page's)
        """Say it as a command."""
        return RevokeAcceptance(**said | words_of(self, "because", "seen_version"))


class OverrideForm(Form):
    """Where it should go instead of where the rules sent it, and why."""

    desk_level = choice_field("交给哪一级", DeskLevel)
    desk_committee = choice_field("交给哪类机构", DeskCommittee)
    committee_id = PickField("指定调委会（不选则按级别找）")
    reason = text_field("改派理由", 1000, rows=3)

    def to_command(self, **said: Any) -> OverrideRouting:  # noqa: ANN401 (who, where: the page's)
        """Say it as a command."""
        names = ("desk_level", "desk_committee", "committee_id", "reason", "seen_version")
        return OverrideRouting(**said | words_of(self, *names))
