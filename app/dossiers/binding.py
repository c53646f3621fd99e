"""Bind a case's file: cover, catalogue, its papers in order, back cover; say what is missing.

A paper that was signed by hand and scanned back stands in the file as its scan; the signed
electronic file stays in the store. The binding is made anew each time and proves nothing by itself.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from sqlalchemy.orm import Session

from app.agreements.reading import agreements_of
from app.cases.closing import archiving_of
from app.cases.closing_commands import Retention
from app.cases.model import Case
from app.dossiers.contents import Line, contents_of
from app.dossiers.enums import MediaType
from app.dossiers.history import Past, history_of
from app.dossiers.mapping.desk import Desk
from app.dossiers.shelf import take
from app.kernel.errors import Incomplete
from app.words import label
from documents.dossier import BadPart, Bound, Part, assemble
from documents.papers import BackCover, DossierCover
from documents.scans import BadScan, take_in

UNSET = "归档时确定"
DAY = re.compile(r"\d{4}-\d{2}-\d{2}")


@dataclass(frozen=True)
class File:
    """A bound file, and the required papers that it lacks."""

    bound: Bound
    missing: tuple[Line, ...]


def bind(session: Session, case: Case, on: date, compiler: str) -> File:
    """Bind the file as it stands; Incomplete where a paper cannot be read."""
    lines = contents_of(session, case)
    parts = list(_parts(session, case, lines))
    cover, back = _covers(session, case, on, compiler)
    try:
        bound = assemble(cover, parts, back)
    except (BadPart, BadScan) as error:
        raise Incomplete(str(error)) from error
    return File(bound, tuple(line for line in lines if line.is_missing))


def _parts(session: Session, case: Case, lines: Sequence[Line]) -> Iterator[Part]:
    history = history_of(session, case)
    for line in lines:
        if line.paper is None or not line.entry.is_bound:
            continue
        title = _title(line, lines)
        past = history.get(line.paper.id, Past())
        if past.scans:
            for scan in past.scans:
                yield Part(title, _pdf(session, case, scan.sha256), "扫描件")
        else:
            yield Part(title, _pdf(session, case, line.paper.sha256))


def _title(line: Line, lines: Sequence[Line]) -> str:
    """Name a paper in the catalogue; what it is about is said where there are several of its kind."""
    alone = sum(one.paper is not None and one.entry == line.entry for one in lines) == 1
    if alone or not line.about:
        return line.entry.title
    about = DAY.sub(lambda day: f"{date.fromisoformat(day[0]):%Y年%-m月%-d日}", line.about)
    return f"{line.entry.title}（{about}）"


def _pdf(session: Session, case: Case, sha256: str) -> bytes:
    file = take(session, case.county_id, sha256)
    return file.content if file.media_type == MediaType.PDF else take_in(file.content).pdf


def _mediated_until(session: Session, case: Case) -> date | None:
    """Say when mediation ended: with the last agreement, else with the case."""
    days = [one.concluded_on for one in agreements_of(session, case) if one.concluded_on]
    return max(days, default=case.closed_on)


def _covers(
    session: Session, case: Case, on: date, compiler: str
) -> tuple[DossierCover, BackCover]:
    desk = Desk(session, case, case.id, on, case.registered_by)
    archiving = archiving_of(session, case)
    compiled_on = archiving.on if archiving else on
    by = archiving.compiled_by if archiving else compiler
    number = case.file_number or case.number
    cover = DossierCover(
        committee=desk.committee_name,
        number=number,
        name=case.title,
        mediators=desk.mediators,
        mediated_from=case.accepted_on or case.received_on,
        mediated_until=_mediated_until(session, case) or on,
        compiler=by,
        compiled_on=compiled_on,
        retention=label(Retention(archiving.retention)) if archiving else UNSET,
    )
    back = BackCover(
        committee=desk.committee_name, number=number, pages=0, compiler=by, archived_on=compiled_on
    )
    return cover, back
