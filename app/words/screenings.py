"""Words of screenings."""

from app.screenings.enums import FoundOutcome
from app.screenings.tags import Tag as ScreeningTag
from app.words.saying import spoken

LABELS = spoken(
    {
        FoundOutcome: "watched=继续关注 calmed=当场化解 registered=已登记成案件",
        ScreeningTag: (
            "screening:recorded=记录排查 screening:dispute:found=记录排查到的纠纷 "
            "screening:dispute:settled=了结排查到的纠纷 screening:struck=作废排查"
        ),
    }
)
