"""Keep and read the few words that only one paper needs; told once, filled in the next time."""

from collections.abc import Mapping
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.cases.model import Case
from app.cases.verbs import take_case
from app.dossiers.asked import asked_for
from app.dossiers.catalogue import entry_of
from app.dossiers.commands import TellPaperWords
from app.dossiers.model import PaperWord
from app.dossiers.tags import Tag
from app.kernel.bus import Work
from app.kernel.text import clean


def tell_paper_words(command: TellPaperWords, work: Work) -> None:
    """Keep what was told; an empty word takes back what stood there."""
    case = take_case(work)
    entry = entry_of(command.code)
    asked = {word.name: word for word in asked_for(entry.code)}
    told = {name: said for name, said in command.words if name in asked}
    for name, said in told.items():
        word = asked[name]
        text = said if word.kind == "table" else clean(said, label=word.label, limit=word.limit)
        key = (case.county_id, case.id, entry.code, command.subject_id, name)
        row = work.session.get(PaperWord, key)
        if row is None:
            row = PaperWord(county_id=case.county_id, case_id=case.id, code=entry.code,
                            subject_id=command.subject_id, name=name)  # fmt: skip
            work.session.add(row)
        row.text = text
    work.record(Tag.WORDS_TOLD, case.id, paper=entry.code, words=sorted(told))


def told_words(session: Session, case: Case, code: str, subject_id: UUID) -> Mapping[str, str]:
    """Read what was told for a paper about one subject."""
    mine = select(PaperWord.name, PaperWord.text).where(
        PaperWord.county_id == case.county_id,
        PaperWord.case_id == case.id,
        PaperWord.code == code,
        PaperWord.subject_id == subject_id,
    )
    return {name: text for name, text in session.execute(mine) if text}
