"""A file of rules as text, and a threshold's new value."""

from wtforms import HiddenField

from app.rulebooks.certainty import Certainty
from forms.base import Form, choice_field, day_field, text_field


class TextForm(Form):
    """A file as it is, for those who write rules in an editor."""

    text = text_field("文件内容", 100_000, rows=24)
    seen = HiddenField()


class ValueForm(Form):
    """A threshold's new value from a day on."""

    value = text_field("新的数值", 20)
    begins = day_field("从哪一天起")
    origin = text_field("依据", 200)
    certainty = choice_field("依据有多可靠", Certainty)
