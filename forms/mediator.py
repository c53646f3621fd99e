"""Forms about mediators and specialists."""

from typing import Any

from app.cases.enums import DisputeType, Gender, Language
from app.people.commands import MakeMediator, MakeSpecialist, ReviseMediator, ReviseSpecialist
from forms.base import Form, choice_field, day_field, phone_field, text_field, yes_no_field
from forms.spoken import words_of
from forms.times import WordTicksField

NAMES = (
    "name", "gender", "ethnicity", "born_on", "is_full_time", "since_on", "phone", "languages",
    "specialties",
)  # fmt: skip
OF_SPECIALIST = ("name", "field", "unit", "title", "languages", "phone")


class MediatorForm(Form):
    """What is known of a mediator (人民调解法 14 条)."""

    name = text_field("姓名", 60)
    gender = choice_field("性别", Gender)
    ethnicity = text_field("民族", 20)
    born_on = day_field("出生日期")
    is_full_time = yes_no_field("是否专职")
    since_on = day_field("开始从事调解的日期", required=False)
    phone = phone_field()
    languages = WordTicksField("会说的语言", Language)
    specialties = WordTicksField("擅长的纠纷", DisputeType)

    def to_command(self, **said: Any) -> MakeMediator:  # noqa: ANN401 (who, where: the page's)
        """Say it as a command."""
        return MakeMediator(**said | words_of(self, *NAMES))

    def to_revision(self, **said: Any) -> ReviseMediator:  # noqa: ANN401 (who, where: the page's)
        """Say it as a change."""
        return ReviseMediator(**said | words_of(self, *NAMES))


class SpecialistForm(Form):
    """What is known of a specialist (人民调解法 20 条)."""

    name = text_field("姓名", 60)
    field = text_field("专业", 60)
    unit = text_field("单位", 100, required=False)
    title = text_field("职称或职务", 60, required=False)
    languages = text_field("会说的语言", 60, required=False)
    phone = phone_field()

    def to_command(self, **said: Any) -> MakeSpecialist:  # noqa: ANN401 (who, where: the page's)
        """Say it as a command."""
        return MakeSpecialist(**said | words_of(self, *OF_SPECIALIST))

    def to_revision(self, **said: Any) -> ReviseSpecialist:  # noqa: ANN401 (who, where: the page's)
        """Say it as a change."""
        return ReviseSpecialist(**said | words_of(self, *OF_SPECIALIST))
