"""Words of screenings."""

from app.screenings.enums import FoundOutcome
from app.screenings.tags import Tag as ScreeningTag
from app.words.saying import spoken

LABELS = spoken(
    {
        FoundOutcome: "继续关注 当场化解 已登记成案件",
        ScreeningTag: "记录排查 记录排查到的纠纷 了结排查到的纠纷 作废排查",
    }
)
