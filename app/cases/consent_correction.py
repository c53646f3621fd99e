"""更正表态: a consent or refusal put down by mistake stops counting, and stays in the books.

A refusal ends the mediation (人民调解法 17 条), so a slip of the hand may not end it for good. Whoever
changes their mind did not say it by mistake: that is another consent, and after closing another case.
"""

from collections.abc import Sequence
from datetime import date

from app.cases.commands import CorrectConsent
from app.cases.consent import consents_of
from app.cases.model import Case
from app.cases.parties import Consent
from app.cases.tags import Tag
from app.cases.verbs import renew, take_open_case
from app.kernel.bus import Work
from app.kernel.errors import Incomplete, NotFound, NotNow
from app.kernel.text import clean

REASON_LIMIT = 300


def correct_consent(command: CorrectConsent, work: Work) -> None:
    """Let a mistaken record count no more; the case goes on if it was the only refusal."""
    case = take_open_case(work)
    consent = find_consent(consents_of(work.session, case), command)
    reason = clean(command.reason, label="更正原因", limit=REASON_LIMIT)
    if not reason:
        raise Incomplete("请写明怎么登错的，例如“点错了，本人说的是同意”。", field="reason")
    consent.mistaken_because = reason
    consent.mistaken_by, consent.mistaken_at = command.actor_id, work.now
    work.session.flush()
    _restore(case, consents_of(work.session, case))
    renew(case)
    said = {"consent_id": consent.id, "party_id": consent.party_id, "agrees": consent.agrees}
    work.record(Tag.CONSENT_CORRECTED, case.id, **said, refused_on=case.refused_on)


def find_consent(said: Sequence[Consent], command: CorrectConsent) -> Consent:
    """Find what is to be corrected among what was said in this case."""
    consent = next((one for one in said if one.id == command.consent_id), None)
    if consent is None:
        raise NotFound("这个案件里没有这条表态。请刷新页面，从“历次表态”里重新选择。")
    if consent.mistaken_at is not None:
        raise NotNow("这条表态已经更正过了，不用再办。请刷新页面看最新的情况。")
    return consent


def _restore(case: Case, said: Sequence[Consent]) -> None:
    """Say again on which day the mediation was refused, from what still stands."""
    if case.refused_on is None:
        return
    standing = sorted(
        (one for one in said if one.mistaken_at is None), key=lambda one: one.recorded_at
    )
    case.refused_on = next(
        (one.on for n, one in enumerate(standing) if _ended(one, standing[:n])), None
    )


def _ended(one: Consent, before: Sequence[Consent]) -> bool:
    """Say whether this was a refusal, and the party's last word when it was put down."""
    later: list[date] = [two.on for two in before if two.party_id == one.party_id]
    return not one.agrees and all(on <= one.on for on in later)
