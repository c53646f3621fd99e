"""The case itself: our file on one dispute."""

from datetime import date, datetime
from uuid import UUID

from sqlalchemy import (
    BigInteger,
    CheckConstraint,
    ForeignKeyConstraint,
    Index,
    String,
    Text,
    UniqueConstraint,
)
from sqlalchemy.orm import Mapped, mapped_column, validates

from app.cases.enums import Channel, DisputeType, Outcome, Risk
from app.cases.stages import Stage, move
from app.kernel.columns import CountyOwned, Model, one_of
from app.kernel.errors import NotNow


class Case(CountyOwned, Model):
    """Our file on one dispute.

    `number` is given at registration (共调〔2026〕12), `file_number` (卷号) at acceptance by the
    committee. `requested_on` interrupts limitation (时效规定 12 条) and never changes. Money is fen.
    """

    __tablename__ = "cases"
    __table_args__ = (
        UniqueConstraint("county_id", "number"),
        UniqueConstraint("county_id", "file_number"),
        UniqueConstraint("county_id", "sender", "ref"),
        ForeignKeyConstraint(
            ["county_id", "committee_id"], ["committees.county_id", "committees.id"]
        ),
        one_of("stage", Stage),
        one_of("channel", Channel),
        one_of("dispute_type", DisputeType),
        one_of("risk", Risk),
        one_of("outcome", Outcome),
        CheckConstraint("(stage = 'closed') = (closed_on IS NOT NULL)", name="closed_has_date"),
        CheckConstraint("(stage = 'closed') = (outcome IS NOT NULL)", name="closed_has_outcome"),
        CheckConstraint(
            "stage IN ('intake', 'closed') OR accepted_on IS NOT NULL", name="accepted_before_road"
        ),
        Index(None, "county_id", "stage", "received_on", "id"),
        Index(None, "county_id", "received_on", "id"),
        Index(None, "county_id", "township_code", "received_on", "id"),
        Index(None, "county_id", "village_code", "received_on", "id"),
        Index(None, "county_id", "committee_id", "received_on", "id"),
        Index(None, "county_id", "committee_id", "stage"),
        Index(None, "county_id", "accepted_on", "id"),
        Index(None, "county_id", "closed_on", "id"),
    )

    id: Mapped[UUID] = mapped_column(primary_key=True)
    number: Mapped[str] = mapped_column(String(40))
    file_number: Mapped[str | None] = mapped_column(String(60))
    title: Mapped[str] = mapped_column(String(200))
    stage: Mapped[str] = mapped_column(String(20), default=Stage.INTAKE)
    risk: Mapped[str] = mapped_column(String(10), default=Risk.BLUE)
    channel: Mapped[str] = mapped_column(String(20))
    sender: Mapped[str] = mapped_column(String(60))
    ref: Mapped[str] = mapped_column(String(64))
    referral_body: Mapped[str | None] = mapped_column(String(200))
    referral_letter: Mapped[str | None] = mapped_column(String(100))
    referral_kind: Mapped[str | None] = mapped_column(String(20))
    material_received_on: Mapped[date | None]
    requested_on: Mapped[date]
    received_on: Mapped[date]
    occurred_on: Mapped[date | None]
    area_code: Mapped[str | None] = mapped_column(String(12))
    township_code: Mapped[str | None] = mapped_column(String(9))
    village_code: Mapped[str | None] = mapped_column(String(12))
    place: Mapped[str | None] = mapped_column(String(300))
    dispute_type: Mapped[str] = mapped_column(String(30))
    subtype: Mapped[str | None] = mapped_column(String(100))
    summary: Mapped[str] = mapped_column(Text)
    amount_fen: Mapped[int | None] = mapped_column(BigInteger)
    people_involved: Mapped[int | None]
    scope: Mapped[str | None] = mapped_column(String(20))
    desk_level: Mapped[str | None] = mapped_column(String(20))
    desk_committee: Mapped[str | None] = mapped_column(String(20))
    desk_industry: Mapped[str | None] = mapped_column(String(30))
    committee_id: Mapped[UUID | None]
    linked_case_id: Mapped[UUID | None]
    is_sealed: Mapped[bool] = mapped_column(default=False)
    accepted_on: Mapped[date | None]
    refused_on: Mapped[date | None]
    outcome: Mapped[str | None] = mapped_column(String(20))
    closed_on: Mapped[date | None]
    registered_by: Mapped[UUID]
    registered_at: Mapped[datetime]
    version: Mapped[int] = mapped_column(default=1)

    __mapper_args__ = {"version_id_col": version}  # noqa: RUF012 (SQLAlchemy reads it here)

    @validates("requested_on")
    def _keep_request_day(self, _name: str, day: date) -> date:
        known = self.__dict__.get("requested_on")
        if known is not None and known != day:
            raise NotNow(
                "提出请求的日期关系诉讼时效中断（《最高人民法院关于审理民事案件适用诉讼时效制度"
                "若干问题的规定》第12条），登记后不能更改。"
            )
        return day

    @property
    def is_open(self) -> bool:
        """Say whether work on it goes on."""
        return self.stage != Stage.CLOSED

    def move_to(self, there: Stage) -> Stage:
        """Step along the road; answer where it came from. NotNow where the road forbids it.

        After a party's clear refusal only closing is left (人民调解法 17, 26 条).
        """
        here = Stage(self.stage)
        if self.refused_on is not None and there is not Stage.CLOSED:
            raise NotNow("当事人已明确表示不愿调解（人民调解法第17条），只能终止并告知其他途径。")
        self.stage = move(here, there)
        return here

    def hand_back(self) -> None:
        """Stand before the decision again, as if nobody had taken it on."""
        self.stage, self.accepted_on, self.file_number = Stage.INTAKE, None, None

    def reopen(self, there: Stage) -> None:
        """Go on where it was before it ended."""
        self.stage, self.outcome, self.closed_on = there, None, None
