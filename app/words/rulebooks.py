"""Words of rulebooks."""

from app.rulebooks.model import VersionState
from app.rulebooks.tags import Tag as RulebookTag
from app.words.saying import spoken

LABELS = spoken(
    {
        VersionState: "起草中 已检查 已复核 已发布 已撤回",
        RulebookTag: "起草规则 修改规则 检查规则 复核规则 发布规则 撤回规则",
    }
)
