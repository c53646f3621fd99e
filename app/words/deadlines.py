"""Words of deadlines."""

from app.deadlines.enums import DayKind
from app.deadlines.ledger import Kind
from app.deadlines.model import DeadlineState
from app.deadlines.tags import Tag as DeadlineTag
from app.deadlines.terms import Counting, Extension, Whose
from app.words.saying import spoken

LABELS = spoken(
    {
        Kind: "pause=中止 resume=恢复 extend=延长 shorten=缩短",
        DayKind: "rest=放假 working=上班 usual=恢复平常",
        Counting: "calendar_days=自然日 working_days=工作日",
        Extension: "none=不得延长 parties=各方同意 head=负责人批准",
        Whose: "handler=承办人 parties=当事人",
        DeadlineState: "open=进行中 done=已完成 cancelled=已取消 lapsed=时限已过",
        DeadlineTag: (
            "deadline:started=期限起算 deadline:met=期限内完成 deadline:cancelled=期限取消 "
            "deadline:resumed=期限恢复 deadline:entry:recorded=期限变更 "
            "deadline:recounted=期限重新推算 calendar:changed=节假日变更"
        ),
    }
)
