"""One party on the intake form, with who speaks for it."""

from wtforms import Form, SelectField, SelectMultipleField
from wtforms.fields import FormField, SelectChoice  # type: ignore[attr-defined]  # (the stubs lag one release)
from wtforms.widgets import CheckboxInput, ListWidget

from app.cases.enums import Gender, Language, PartyFlag, PartyKind, RepresentativeKind, Side
from app.words import choices
from forms.base import choice_field, text_field
from forms.days import DayField

MOST = 240  # rows of one kind; a form of more is refused at the edge
OPENING = [{"side": "applicant", "kind": "person"}, {"side": "respondent", "kind": "person"}]
ANSWERS = [("", "还没问"), ("yes", "同意"), ("no", "明确拒绝")]


class RepresentativePart(Form):
    """代理人 or 监护人."""

    name = text_field("姓名", 100, required=False)
    kind = choice_field("身份", RepresentativeKind, required=False)
    phone = text_field("电话", 30, required=False)
    id_number = text_field("身份证号", 30, required=False)


class PartyPart(Form):
    """One party; most fields may stay empty."""

    side = choice_field("哪一方", Side)
    kind = choice_field("类别", PartyKind)
    name = text_field("姓名或名称", 100)
    id_number = text_field("身份证号", 30, required=False)
    phone = text_field("电话", 30, required=False)
    area = text_field("住在哪里", 100, required=False)
    consents = SelectField(
        "愿意调解吗", choices=[SelectChoice(value, text) for value, text in ANSWERS]
    )
    language = choice_field("语言", Language, required=False)
    gender = choice_field("性别", Gender, required=False)
    ethnicity = text_field("民族", 20, required=False)
    born_on = DayField("出生日期")
    age = text_field("年龄", 3, required=False)
    occupation = text_field("职业或职务", 100, required=False)
    address = text_field("详细住址或单位", 300, required=False)
    count = text_field("人数（多人时）", 8, required=False)
    credit_code = text_field("统一社会信用代码", 18, required=False)
    legal_representative = text_field("法定代表人", 100, required=False)
    flags = SelectMultipleField(
        "特殊情形",
        choices=[SelectChoice(value, text) for value, text in choices(PartyFlag)],
        widget=ListWidget(prefix_label=False),
        option_widget=CheckboxInput(),
    )
    representative = FormField(RepresentativePart, "代理人或监护人")
