"""The pieces that several papers share: a party, a clause, an obligation, and what a paper is.

Words are printed as they are given (男, 藏族, 138****0421): masking and labels are the caller's.
"""

from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from typing import ClassVar, Literal, Self

Side = Literal["applicant", "respondent", "third"]
PartyKind = Literal["person", "group", "organization", "village", "government"]


class BadPaperError(ValueError):
    """The data contradict the law or themselves; the sentence is Chinese and for the clerk."""


@dataclass(frozen=True, kw_only=True)
class PartyBlock:
    """One party as the forms of 司发通〔2010〕239号 ask for it: age, and no identity number."""

    name: str
    side: Side = "applicant"
    kind: PartyKind = "person"
    gender: str = ""
    ethnicity: str = ""
    age: int | None = None
    occupation: str = ""
    contact: str = ""
    address: str = ""
    credit_code: str = ""
    legal_representative: str = ""
    representative: str = ""

    @property
    def is_person(self) -> bool:
        """Say whether sex, ethnicity and age are asked of this party."""
        return self.kind == "person"


@dataclass(frozen=True)
class Clause:
    """One numbered clause of what the parties agreed."""

    text: str


@dataclass(frozen=True, kw_only=True)
class ObligationLine:
    """Who owes whom what, how, where and by when (人民调解法 Art 29; 75号令 Art 35: the place)."""

    debtor: str
    creditor: str
    what: str
    amount: Decimal | None = None
    manner: str = ""
    place: str = ""
    due_on: date | None = None
    default_consequence: str = ""


@dataclass(frozen=True, kw_only=True)
class BilingualClause:
    """A second language beside the Chinese; its words are printed only after a translator's check.

    ``title`` and ``lines`` hold the second language, ``reviewed_by`` who signed them off.
    """

    translator: str
    language: str = "藏文"
    title: str = ""
    lines: tuple[str, ...] = ()
    reviewed_by: str = ""

    def __post_init__(self) -> None:
        if (self.title or self.lines) and not self.reviewed_by:
            message = f"{self.language}文字尚未经翻译人员审定，不得印在文书上；请先请翻译人员审定。"
            raise BadPaperError(message)


LETTER = ("base", "letter")


@dataclass(frozen=True, kw_only=True)
class Paper:
    """What every paper says of itself.

    ``dated_by`` names the field that dates the paper, ``sheets`` its style sheets;
    ``one_page`` forms are laid out anew, flowing, when their table would not fit on a page;
    ``bare`` ones have no running header and no page number; ``ink_only`` papers are never signed or
    sealed electronically (电子签名法 Art 3); ``qr_text`` and ``check_code`` are what the QR code
    says and the short code printed beside it.
    """

    code: ClassVar[str]
    title: ClassVar[str]
    dated_by: ClassVar[str]
    attachment: ClassVar[str] = "paper.json"
    sheets: ClassVar[tuple[str, ...]] = ("base",)
    one_page: ClassVar[bool] = False
    bare: ClassVar[bool] = False
    most_pages: ClassVar[int] = 60

    committee: str
    number: str = ""
    ink_only: bool = field(default=False)
    qr_text: str = ""
    check_code: str = ""

    @property
    def dated_on(self) -> date:
        """Tell the day the paper bears."""
        day = getattr(self, self.dated_by)
        if not isinstance(day, date):
            message = f"{type(self).__name__}.{self.dated_by} is no date"
            raise TypeError(message)
        return day

    @classmethod
    def kinds(cls) -> tuple[type[Self], ...]:
        """Name every class of paper that is defined, in the order of definition."""
        return tuple(cls.__subclasses__())
