"""Papers that open a case, or say why it is not opened."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import ClassVar, Literal

from documents.papers.parts import LETTER, Paper, PartyBlock

Source = Literal["application", "own_initiative", "referral"]


@dataclass(frozen=True, kw_only=True)
class ApplicationForm(Paper):
    """人民调解申请书 (PAPERS ③): the day of asking interrupts limitation."""

    code: ClassVar[str] = "application_form"
    title: ClassVar[str] = "人民调解申请书"
    dated_by: ClassVar[str] = "requested_on"

    parties: tuple[PartyBlock, ...]
    summary: str
    claims: tuple[str, ...]
    requested_on: date
    oral: bool = False
    recorder: str = ""


@dataclass(frozen=True, kw_only=True)
class AcceptanceForm(Paper):
    """人民调解受理登记表 (PAPERS ④); ``dispute_type`` is one of TYPES or words of its own."""

    code: ClassVar[str] = "acceptance_form"
    title: ClassVar[str] = "人民调解受理登记表"
    dated_by: ClassVar[str] = "accepted_on"
    one_page: ClassVar[bool] = True

    SOURCES: ClassVar[dict[str, str]] = {
        "application": "当事人申请",
        "own_initiative": "人民调解委员会主动调解",
        "referral": "接受委托移送",
    }
    TYPES: ClassVar[tuple[str, ...]] = (
        "婚姻家庭", "邻里", "房屋宅基地", "合同", "生产经营", "损害赔偿", "山林土地", "征地拆迁",
        "环境污染", "拖欠农民工工资", "其他劳动争议", "旅游", "电子商务", "其他消费", "医疗",
        "道路交通事故", "物业", "知识产权",
    )  # fmt: skip
    DIFFICULTIES: ClassVar[tuple[str, ...]] = ("简易", "一般", "疑难复杂", "重大")

    parties: tuple[PartyBlock, ...]
    accepted_on: date
    source: Source
    dispute_type: str
    summary: str
    registrar: str
    referred_by: str = ""
    difficulty: str = ""
    amount: Decimal | None = None
    people: int | None = None


@dataclass(frozen=True, kw_only=True)
class RightsNotice(Paper):
    """人民调解当事人权利义务告知书 (PAPERS ⑤): Art 23, 24, 26, 33, and what becomes of the data."""

    code: ClassVar[str] = "rights_notice"
    title: ClassVar[str] = "人民调解当事人权利义务告知书"
    dated_by: ClassVar[str] = "noticed_on"

    parties: tuple[str, ...]
    mediators: tuple[str, ...]
    noticed_on: date
    court: str
    contact: str = ""
    interpreter: str = ""


@dataclass(frozen=True, kw_only=True)
class IntakeReceipt(Paper):
    """登记回执: what was handed in, by whom, and whom to ask."""

    code: ClassVar[str] = "intake_receipt"
    title: ClassVar[str] = "矛盾纠纷登记回执"
    dated_by: ClassVar[str] = "received_on"
    sheets: ClassVar[tuple[str, ...]] = LETTER

    submitter: str
    subject: str
    received_on: date
    registrar: str
    materials: tuple[str, ...] = ()
    next_step: str = ""
    contact: str = ""


@dataclass(frozen=True, kw_only=True)
class Remedy:
    """Where else to turn: the organ, where it sits, its telephone, and until when."""

    organ: str
    handles: str = ""
    address: str = ""
    phone: str = ""
    deadline: str = ""


@dataclass(frozen=True, kw_only=True)
class NonAcceptanceNotice(Paper):
    """不予受理告知书 (75号令 Art 22, 24): the reason, and the organ to go to."""

    code: ClassVar[str] = "non_acceptance_notice"
    title: ClassVar[str] = "不予受理告知书"
    dated_by: ClassVar[str] = "decided_on"
    sheets: ClassVar[tuple[str, ...]] = LETTER

    addressees: tuple[str, ...]
    subject: str
    requested_on: date
    reason: str
    basis: str
    remedies: tuple[Remedy, ...]
    decided_on: date
    contact: str = ""
