"""Write a revision's rows: text, clauses, obligations; nothing older is touched."""

from app.agreements.commands import ObligationWords, Wording
from app.agreements.model import Agreement, AgreementClause, AgreementRevision, Obligation
from app.kernel.bus import Work
from app.kernel.ids import new_id


def save_revision(agreement: Agreement, wording: Wording, work: Work) -> None:
    """Add the next revision of an agreement."""
    agreement.revision += 1
    key = {
        "county_id": agreement.county_id,
        "agreement_id": agreement.id,
        "revision": agreement.revision,
    }
    work.session.add(
        AgreementRevision(
            **key,
            facts=wording.facts,
            responsibilities=wording.responsibilities,
            has_court_copy=wording.has_court_copy,
            interpreter=wording.interpreter,
            saved_by=work.command.actor_id,
            saved_at=work.now,
        )
    )
    for ordinal, text in enumerate(wording.clauses, 1):
        work.session.add(AgreementClause(**key, ordinal=ordinal, text=text))
    for ordinal, words in enumerate(wording.obligations, 1):
        work.session.add(_obligation(words, ordinal, key))
    work.session.flush()


def _obligation(words: ObligationWords, ordinal: int, key: dict[str, object]) -> Obligation:
    return Obligation(
        **key,
        id=new_id(),
        ordinal=ordinal,
        debtor=words.debtor,
        creditor=words.creditor,
        what=words.what,
        amount_fen=words.amount_fen,
        manner=words.manner,
        place=words.place,
        due_on=words.due_on,
        default_consequence=words.default_consequence,
    )
