"""One rule as a form: its words, the rows of its condition, the rows of its answers."""

from wtforms import (
    BooleanField,
    FormField,
    HiddenField,
    SelectMultipleField,
    StringField,
)
from wtforms import Form as Part

from app.rulebooks.certainty import Certainty
from forms.base import Form, choice_field, day_field, text_field
from forms.fields import TextField
from forms.rows import Rows

MOST_ROWS = 40


class RowPart(Part):
    """One comparison: which list, which fact, how compared, with what."""

    where = HiddenField()
    fact = StringField("看什么")
    word = StringField("怎样比较")
    values = SelectMultipleField("值", choices=[], validate_choice=False)
    param = StringField("按阈值")


class AnswerPart(Part):
    """One answer: which output, its value, and what this kind of output needs besides."""

    output = StringField("哪一种")
    value = StringField("内容")
    ticked = BooleanField("必须或不再调解")
    within = StringField("多久以内")
    days = StringField("几天")
    counting = StringField("怎样算")
    counted_from = StringField("从哪天起")


class RuleForm(Form):
    """Everything that stands in a rule's file; `when_text` where its condition is nested deeply."""

    title = text_field("名称", 60)
    because = text_field("理由（给当事人和调解员看的一句话）", 300, rows=2)
    reference = text_field("依据（法律条文或文件）", 200)
    certainty = choice_field("依据有多可靠", Certainty)
    begins = day_field("从哪一天起适用")
    ends = day_field("到哪一天不再适用", required=False)
    rank = TextField("优先级（0–100，大的优先）", limit=3)
    rows = Rows(FormField(RowPart), "条件", most=MOST_ROWS)
    answers = Rows(FormField(AnswerPart), "结论", most=MOST_ROWS)
    when_text = text_field("条件（规则文件的写法）", 20_000, required=False, rows=10)
    seen = HiddenField()
