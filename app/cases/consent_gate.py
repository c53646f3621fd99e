"""The gate before the first session: what the law wants to be there before anybody mediates.

人民调解法 17 (each side agrees), 19 (a mediator), 23–24 with 75号令 30 (rights told), and no open
question of recusal (75号令 25). The same list opens the gate and explains on the page what is
missing, with the page on which to fix it.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from sqlalchemy.orm import Session

from app.cases.consent import last_words, parties_of
from app.cases.model import Case
from app.cases.recusal import recusals_of, seats_of
from app.kernel.errors import Incomplete, NotNow


@dataclass(frozen=True)
class Hurdle:
    """One thing that is in the way: a sentence, and the page of the case that removes it."""

    sentence: str
    page: str


def hurdles_before_mediation(session: Session, case: Case) -> list[Hurdle]:
    """Say everything that keeps mediation from being opened; empty when nothing does."""
    return [
        *_consents(session, case),
        *_rights(session, case),
        *_mediators(session, case),
    ]


def demand_open_gate(session: Session, case: Case) -> None:
    """Raise NotNow after a refusal, Incomplete while something is missing."""
    if case.refused_on is not None:
        message = (
            f"当事人已于{case.refused_on:%Y年%-m月%-d日}明确拒绝调解（人民调解法第17条），不能再调解。"
            "请到“结案”页告知其他途径并结案；当事人改变主意的，可以重新申请。"
        )
        raise NotNow(message)
    hurdles = hurdles_before_mediation(session, case)
    if hurdles:
        said = "；".join(hurdle.sentence for hurdle in hurdles)
        message = f"还不能开始调解：{said}。补齐以后再安排。"
        raise Incomplete(message)


def _consents(session: Session, case: Case) -> Iterator[Hurdle]:
    words = last_words(session, case)
    parties = parties_of(session, case)
    silent = [party.name for party in parties if party.id not in words]
    against = [p.name for p in parties if p.id in words and not words[p.id].agrees]
    if silent:
        sentence = f"尚未征得{'、'.join(silent)}同意（人民调解法第17条）"
        yield Hurdle(sentence, "consents")
    if against:
        yield Hurdle(f"{'、'.join(against)}不同意调解（人民调解法第17条）", "consents")


def _rights(session: Session, case: Case) -> Iterator[Hurdle]:
    untold = [party.name for party in parties_of(session, case) if party.rights_told_on is None]
    if untold:
        sentence = f"尚未向{'、'.join(untold)}告知权利义务（人民调解法第23、24条）"
        yield Hurdle(sentence, "rights-notice")


def _mediators(session: Session, case: Case) -> Iterator[Hurdle]:
    if not seats_of(session, case):
        yield Hurdle("尚未指定调解员（人民调解法第19条）", "mediators")
    if any(recusal.outcome is None for recusal in recusals_of(session, case)):
        yield Hurdle("有回避申请尚未处理（《人民调解工作若干规定》第25条）", "recusals")
