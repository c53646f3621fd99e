"""A file of rules as text, and a threshold's new value."""

from wtforms import HiddenField

from forms.base import Form, day_field, text_field


class TextForm(Form):
    """A file as it is, for those who write rules in an editor."""

    text = text_field("文件内容", 100_000, rows=24)
    seen = HiddenField()


class ValueForm(Form):
    """A threshold's new value from a day on."""

    begins = day_field("从哪一天起")
    value = text_field("新的数值", 20)
