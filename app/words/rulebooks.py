"""Words of rulebooks."""

from app.rulebooks.certainty import Certainty
from app.rulebooks.comparing import Difference
from app.rulebooks.gate import FindingKind
from app.rulebooks.model import VersionState
from app.rulebooks.numbers import Numbers
from app.rulebooks.rows import Where
from app.rulebooks.tags import Tag as RulebookTag
from app.words.saying import spoken

LABELS = spoken(
    {
        VersionState: "起草中 已检查 已复核 已发布 已撤回",
        Certainty: "有明文依据 依据可靠 依据一般，可调整 依据较弱，待县里核定 推断或建议，待县里核定",
        Where: "全部满足 至少满足一项 除外",
        Difference: "新增 删去 修改",
        Numbers: "督办阶梯的天数 以案定补的标准",
        FindingKind: "永不成立 冲突 空白 级别与组织对不上 不能运行 重叠 被遮蔽",
        RulebookTag: "起草规则 修改规则 预演规则 检查规则 复核规则 发布规则 撤回规则 写下范例 修改范例 停用范例",
    }
)
