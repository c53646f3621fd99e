"""Words of revisits."""

from app.aftercare import enums as revisits
from app.aftercare import evaluation_commands as evaluations
from app.aftercare.tags import Tag as AftercareTag
from app.words.saying import spoken

LABELS = spoken(
    {
        revisits.RevisitKind: "regular=履行后回访 major=重大案件回访 extra=另行回访",
        revisits.RevisitManner: "visit=上门 telephone=电话 office=到会",
        revisits.Satisfaction: "very_satisfied=很满意 satisfied=满意 fair=一般 dissatisfied=不满意",
        revisits.FulfillmentHeard: (
            "done=已全部履行 in_time=按期履行中 in_part=部分履行 not_done=没有履行"
        ),
        AftercareTag: (
            "revisit:planned=安排回访 revisit:replanned=调整回访 revisit:held=登记回访 "
            "file:evaluated=评查卷宗"
        ),
        evaluations.FilePoint: (
            "acceptance=受理合法 materials=材料齐全 papers=文书标准 evidence=证据恰当 "
            "agreement=协议适用法律准确 revisit=回访及时 binding=装订规范"
        ),
        evaluations.Finding: "good=好 partly=有瑕疵 wanting=不合格 not_asked=不涉及",
    }
)
