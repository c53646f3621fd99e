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
        VersionState: "draft=起草中 checked=已检查 approved=已复核 published=已发布 retired=已撤回",
        Certainty: (
            "F=有明文依据 OK-H=依据可靠 OK-M=依据一般，可调整 OK-L=依据较弱，待县里核定 "
            "INF=推断或建议，待县里核定"
        ),
        Where: "all=全部满足 any=至少满足一项 unless=除外",
        Difference: "added=新增 removed=删去 changed=修改",
        Numbers: "supervision=督办阶梯的天数 subsidy=以案定补的标准",
        FindingKind: (
            "dead=永不成立 conflicts=冲突 gaps=空白 misfits=级别与组织对不上 unrunnable=不能运行 "
            "overlaps=重叠 shadowed=被遮蔽"
        ),
        RulebookTag: (
            "rulebook:drafted=起草规则 rulebook:edited=修改规则 rulebook:rehearsed=预演规则 "
            "rulebook:checked=检查规则 rulebook:approved=复核规则 rulebook:published=发布规则 "
            "rulebook:retired=撤回规则 rulebook:golden:written=写下范例 "
            "rulebook:golden:revised=修改范例 rulebook:golden:retired=停用范例"
        ),
    }
)
