"""What forms are made of: `Form` and the field makers.

Forms check shape only and say it as one command (`to_command`); the house decides.
"""

from enum import StrEnum
from typing import Any

from wtforms.validators import Optional

from forms.days import DayField
from forms.fields import MoneyField, TextField
from forms.form import Form
from forms.numbers import IdNumberField, PhoneField
from forms.required import missing
from forms.words import ChoiceField, YesNoField

__all__ = ["Form"]


def text_field(label: str, limit: int, *, required: bool = True, rows: int = 0) -> TextField:
    """Ask for words; `rows` makes it a text area."""
    return TextField(label, limit=limit, rows=rows, validators=_needs(required))


def day_field(label: str, *, required: bool = True) -> DayField:
    """Ask for a day."""
    return DayField(label, validators=_needs(required))


def money_field(label: str) -> MoneyField:
    """Ask for yuan, where money is in it; the data is Decimal."""
    return MoneyField(label, limit=30, validators=[Optional()])


def choice_field(label: str, words: type[StrEnum], *, required: bool = True) -> ChoiceField:
    """Ask for one word of an enum; the data is the enum's member."""
    return ChoiceField(label, words, validators=_needs(required))


def yes_no_field(label: str, *, required: bool = True) -> YesNoField:
    """Ask 是/否; where it is not required, 不清楚 is the third answer."""
    return YesNoField(label, unknown=not required, validators=_needs(required))


def id_number_field() -> IdNumberField:
    """Ask for an identity number; empty means no card at hand."""
    return IdNumberField("身份证号", limit=30, validators=[Optional()])


def phone_field(label: str = "联系电话") -> PhoneField:
    """Ask for a telephone number; empty means none is known."""
    return PhoneField(label, limit=30, validators=[Optional()])


def _needs(required: bool) -> list[Any]:  # noqa: FBT001 (the makers' own word)
    return [missing] if required else [Optional()]
