"""Choices: among an enum's words, or 是/否."""

from collections.abc import Sequence
from enum import StrEnum
from typing import Any

from wtforms import RadioField, SelectField
from wtforms.fields import SelectChoice  # type: ignore[attr-defined]  # (the stubs lag one release)

from app.words import choices

WRONG = "没有这个选项，请重新选择。"
ANSWERS = {"yes": True, "no": False, "unknown": None}


class ChoiceField(SelectField):
    """One word of an enum; the data is its member, or None where nothing was chosen."""

    def __init__(self, label: str, words: type[StrEnum], **more: Any) -> None:  # noqa: ANN401 (WTForms passes its own)
        def read(value: object) -> StrEnum | None:
            return words(str(value)) if value not in (None, "") else None

        def offer() -> Sequence[SelectChoice]:
            first = SelectChoice("", "请选择")
            return [first, *(SelectChoice(value, said) for value, said in choices(words))]

        more |= {"invalid_value_message": WRONG, "invalid_choice_message": WRONG}
        super().__init__(label, choices=offer, coerce=read, **more)


class YesNoField(RadioField):
    """是, 否, or (where allowed) 不清楚, as True, False, None."""

    def __init__(self, label: str, *, unknown: bool = False, **more: Any) -> None:  # noqa: ANN401 (WTForms passes its own)
        words = [SelectChoice("yes", "是"), SelectChoice("no", "否")]
        words += [SelectChoice("unknown", "不清楚")] if unknown else []
        more |= {"invalid_choice_message": WRONG, "invalid_value_message": WRONG}
        super().__init__(label, choices=words, coerce=_yes_no, **more)


def _yes_no(said: object) -> bool | None:
    if isinstance(said, bool) or said is None:
        return said
    if said not in ANSWERS:
        raise ValueError(WRONG)
    return ANSWERS[str(said)]
