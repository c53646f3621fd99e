"""Forms of the calendar: some days of the county's own, or the notice of a whole year."""

from datetime import timedelta
from typing import Any

from app.deadlines.commands import ChangeCalendar, DaySaid
from app.deadlines.enums import DayKind
from app.deadlines.notice import read_notice
from app.kernel.errors import Incomplete
from forms.base import Form, choice_field, day_field, text_field
from forms.counts import CountField
from forms.spoken import words_of

MOST = 31
WRONG_YEAR = "年份请写成 2027 这样。"


class DaysForm(Form):
    """From which day to which; one day needs no last."""

    first = day_field("从哪一天")
    last = day_field("到哪一天（只有一天不填）", required=False)
    kind = choice_field("改成", DayKind)
    name = text_field("名称（如藏历新年、自治州州庆）", 60)
    basis = text_field("依据（文件名称和文号）", 300)

    def to_command(self, **said: Any) -> ChangeCalendar:  # noqa: ANN401 (who: the page's)
        """Say it as a command."""
        words = words_of(self, "first", "last", "kind", "name", "basis")
        first, last = words["first"], words["last"] or words["first"]
        if not 0 <= (last - first).days < MOST:
            message = f"最后一天应当在第一天以后，一次最多 {MOST} 天，请核对。"
            raise Incomplete(message, field="last")
        days = [first + timedelta(days=n) for n in range((last - first).days + 1)]
        listed = tuple(DaySaid(day, words["kind"], words["name"]) for day in days)
        return ChangeCalendar(**said, days=listed, basis=words["basis"])


class NoticeForm(Form):
    """The year's notice, pasted whole."""

    year = CountField("哪一年", WRONG_YEAR, (2000, 2200))
    basis = text_field("文号（如国办发明电〔2025〕7号）", 300)
    text = text_field("通知正文（整段粘贴）", 5000, rows=8)

    def to_command(self, **said: Any) -> ChangeCalendar:  # noqa: ANN401 (who: the page's)
        """Say it as a command; the reader checks the weekdays."""
        words = words_of(self, "year", "basis")
        days = read_notice(self.text.data or "", words["year"])
        return ChangeCalendar(**said | words, days=days)
