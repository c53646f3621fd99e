"""Words of supervision."""

from app.supervision.ladder import NudgeTo, RungName
from app.supervision.tags import Tag as SupervisionTag
from app.words.saying import spoken

LABELS = spoken(
    {
        RungName: "到期前提醒 今天到期 逾期提醒 说明原因 督办单 约谈 时限已过 中止过久",
        NudgeTo: "承办人 负责人",
        SupervisionTag: "到期提醒 时限已过",
    }
)
