"""Papers of how it ended: the agreement, written or oral, the notice of an end, the revisit."""

from dataclasses import dataclass
from datetime import date
from typing import ClassVar

from documents.papers.parts import (
    LETTER,
    BadPaperError,
    BilingualClause,
    Clause,
    ObligationLine,
    Paper,
    PartyBlock,
)


@dataclass(frozen=True, kw_only=True)
class MediationAgreement(Paper):
    """人民调解协议书 (PAPERS ⑨; Art 28, 29): copies are one a party and one for the committee."""

    code: ClassVar[str] = "mediation_agreement"
    title: ClassVar[str] = "人民调解协议书"
    dated_by: ClassVar[str] = "concluded_on"
    attachment: ClassVar[str] = "agreement.json"

    parties: tuple[PartyBlock, ...]
    facts: str
    clauses: tuple[Clause, ...]
    obligations: tuple[ObligationLine, ...]
    copies: int
    mediators: tuple[str, ...]
    recorder: str
    concluded_on: date
    court_copy: bool = False
    confirmable: bool = True
    bilingual: BilingualClause | None = None

    def __post_init__(self) -> None:
        least = len(self.parties) + 1 + self.court_copy
        if self.copies < least:
            court = "，另有人民法院一份" if self.court_copy else ""
            message = (
                f"协议书至少应一式{least}份：每方当事人、人民调解委员会各持一份{court}"
                f"（人民调解法第二十九条）；现为{self.copies}份，请改正份数。"
            )
            raise BadPaperError(message)


@dataclass(frozen=True, kw_only=True)
class OralAgreementForm(Paper):
    """人民调解口头协议登记表 (PAPERS ⑩; Art 28, 30): in force from the day it was reached."""

    code: ClassVar[str] = "oral_agreement_form"
    title: ClassVar[str] = "人民调解口头协议登记表"
    dated_by: ClassVar[str] = "reached_on"

    parties: tuple[PartyBlock, ...]
    facts: str
    clauses: tuple[Clause, ...]
    obligations: tuple[ObligationLine, ...]
    mediators: tuple[str, ...]
    reached_on: date
    recorder: str = ""
    acknowledged: bool = False


@dataclass(frozen=True, kw_only=True)
class TerminationNotice(Paper):
    """终止调解告知书 (Art 26): the end, its reason, and the ways that stay open."""

    code: ClassVar[str] = "termination_notice"
    title: ClassVar[str] = "终止调解告知书"
    dated_by: ClassVar[str] = "ended_on"
    sheets: ClassVar[tuple[str, ...]] = LETTER

    addressees: tuple[str, ...]
    subject: str
    accepted_on: date
    reason: str
    ended_on: date
    mediators: tuple[str, ...]
    remedies: tuple[str, ...] = ()


@dataclass(frozen=True, kw_only=True)
class RevisitRecord(Paper):
    """人民调解回访记录 (PAPERS ⑪; 75号令 Art 37)."""

    code: ClassVar[str] = "revisit_record"
    title: ClassVar[str] = "人民调解回访记录"
    dated_by: ClassVar[str] = "visited_on"
    one_page: ClassVar[bool] = True

    party: str
    agreement_number: str
    subject: str
    visited_on: date
    manner: str
    fulfillment: str
    satisfaction: str
    visitors: tuple[str, ...]
    later_dispute: str = ""
    hidden_risks: str = ""
    measures: str = ""
