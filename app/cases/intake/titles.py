"""A case's title, as people call it: 甲与乙草场边界纠纷."""

from app.cases.enums import DisputeType, Side
from app.cases.intake.record import IntakeRecord, PartySaid

LONGEST_NAME = 30
LONGEST_CAUSE = 20
END = "纠纷"
CAUSES = dict(
    zip(
        DisputeType,
        [
            "婚姻家庭",
            "邻里",
            "房屋宅基地",
            "合同",
            "生产经营",
            "损害赔偿",
            "山林草场",
            "征地拆迁",
            "环境污染",
            "农民工工资",
            "劳动",
            "旅游",
            "电子商务",
            "消费",
            "医疗",
            "交通事故",
            "物业",
            "知识产权",
            "其他",
        ],
        strict=True,
    )
)


def title_of(record: IntakeRecord) -> str:
    """Write the title: who against whom, about what; at most 90 characters."""
    sides = [
        _who([party for party in record.parties if party.side is side])
        for side in (Side.APPLICANT, Side.RESPONDENT)
    ]
    named = "与".join(side for side in sides if side) or _who(list(record.parties))
    return f"{named}{_cause(record)}"


def _who(parties: list[PartySaid]) -> str:
    if not parties:
        return ""
    name = parties[0].name
    shown = name if len(name) <= LONGEST_NAME else f"{name[: LONGEST_NAME - 1]}…"
    return f"{shown}等" if len(parties) > 1 else shown


def _cause(record: IntakeRecord) -> str:
    told = record.subtype or ""
    cause = told if 0 < len(told) <= LONGEST_CAUSE else CAUSES[record.dispute_type]
    return cause if cause.endswith(END) else f"{cause}{END}"
