"""Forms about committees and the seats in them."""

from typing import Any

from app.cases.enums import Industry
from app.people.commands import MakeCommittee, ReviseCommittee, SeatMember
from app.people.enums import CommitteeLevel, Post
from forms.base import Form, choice_field, day_field, text_field
from forms.codes import CodeField
from forms.picks import PickField
from forms.required import missing
from forms.spoken import words_of

NAMES = (
    "name", "short_name", "level", "area_code", "industry", "main_ethnicity", "address", "phone",
    "established_on", "term_from", "term_until",
)  # fmt: skip


class CommitteeForm(Form):
    """What is known of a committee (人民调解法 8, 9 条)."""

    name = text_field("名称", 100)
    short_name = text_field("字号", 20)
    level = choice_field("类型", CommitteeLevel)
    area_code = CodeField("所在区划", validators=[missing])
    industry = choice_field("行业", Industry, required=False)
    main_ethnicity = text_field("当地人数最多的民族", 20, required=False)
    address = text_field("地址", 200, required=False)
    phone = text_field("电话", 30, required=False)
    established_on = day_field("设立日期", required=False)
    term_from = day_field("本届任期自", required=False)
    term_until = day_field("本届任期至", required=False)

    def to_command(self, **said: Any) -> MakeCommittee:  # noqa: ANN401 (who, where: the page's)
        """Say it as a command."""
        return MakeCommittee(**said | words_of(self, *NAMES))

    def to_revision(self, **said: Any) -> ReviseCommittee:  # noqa: ANN401 (who, where: the page's)
        """Say it as a change to a committee."""
        return ReviseCommittee(**said | words_of(self, *NAMES, "seen_version"))


class SeatForm(Form):
    """Who sits in it, as what, from when to when."""

    mediator_id = PickField("调解员", validators=[missing])
    post = choice_field("职务", Post)
    from_on = day_field("任职自", required=False)
    until_on = day_field("任职至", required=False)

    def to_command(self, **said: Any) -> SeatMember:  # noqa: ANN401 (who, where: the page's)
        """Say it as a command."""
        return SeatMember(**said | words_of(self, "mediator_id", "post", "from_on", "until_on"))
