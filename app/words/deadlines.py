"""Words of deadlines."""

from app.deadlines.enums import DayKind
from app.deadlines.ledger import Kind
from app.deadlines.model import DeadlineState
from app.deadlines.tags import Tag as DeadlineTag
from app.deadlines.terms import Counting, Extension, Whose
from app.words.saying import spoken

LABELS = spoken(
    {
        Kind: "中止 恢复 延长 缩短",
        DayKind: "放假 上班 恢复平常",
        Counting: "自然日 工作日",
        Extension: "不得延长 各方同意 负责人批准",
        Whose: "承办人 当事人",
        DeadlineState: "进行中 已完成 已取消 时限已过",
        DeadlineTag: "期限起算 期限内完成 期限取消 期限恢复 期限变更 期限重新推算 节假日变更",
    }
)
