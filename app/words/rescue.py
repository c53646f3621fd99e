"""Words of a forgotten passphrase."""

from app.sync.rescue_tags import Tag
from app.words.saying import spoken

LABELS = spoken(
    {
        Tag: (
            "offline:rescue:asked=请求恢复下乡口令 offline:rescue:agreed=一人同意恢复下乡口令 "
            "offline:rescue:given=已恢复下乡口令 offline:rescue:refused=不同意恢复下乡口令"
        ),
    }
)
