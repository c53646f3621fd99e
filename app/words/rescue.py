"""Words of a forgotten passphrase."""

from app.sync.rescue_tags import Tag
from app.words.saying import spoken

LABELS = spoken({Tag: "请求恢复下乡口令 一人同意恢复下乡口令 已恢复下乡口令 不同意恢复下乡口令"})
