"""Words of revisits."""

from app.aftercare import enums as revisits
from app.aftercare import evaluation_commands as evaluations
from app.aftercare.tags import Tag as AftercareTag
from app.words.saying import spoken

LABELS = spoken(
    {
        revisits.RevisitKind: "履行后回访 重大案件回访 另行回访",
        revisits.RevisitManner: "上门 电话 到会",
        revisits.Satisfaction: "很满意 满意 一般 不满意",
        revisits.FulfillmentHeard: "已全部履行 按期履行中 部分履行 没有履行",
        AftercareTag: "安排回访 调整回访 登记回访 评查卷宗",
        evaluations.FilePoint: "受理合法 材料齐全 文书标准 证据恰当 协议适用法律准确 回访及时 装订规范",
        evaluations.Finding: "好 有瑕疵 不合格 不涉及",
    }
)
