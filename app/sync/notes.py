"""Keep what only a laptop reports: notes, papers printed away from the centre, what was not meant."""

import re
from uuid import UUID

from app.cases.verbs import take_case
from app.kernel.bus import Work
from app.kernel.errors import Incomplete
from app.kernel.ids import new_id
from app.kernel.text import clean
from app.sync.commands import KeepFieldNote, ReportFieldPrint, WithdrawUnsent
from app.sync.model import FieldNote, FieldPrint
from app.sync.tags import Tag

LONGEST = 8000
LONGEST_KIND = 40
HEX = re.compile(r"[0-9a-f]{64}")
MOST_COPIES = 99


def keep_field_note(command: KeepFieldNote, work: Work) -> UUID:
    """Put a note into the case."""
    case = take_case(work)
    note = FieldNote(
        county_id=case.county_id,
        id=new_id(),
        case_id=case.id,
        on=command.on,
        kind=command.kind,
        text=clean(command.text, label="随记", limit=LONGEST) or "",
        about=command.about,
        noted_by=command.actor_id,
        noted_at=work.now,
    )
    work.session.add(note)
    work.record(Tag.NOTED, case.id, note_id=note.id, note=command.kind)
    return note.id


def report_field_print(command: ReportFieldPrint, work: Work) -> UUID:
    """Note that a copy was printed in the village."""
    case = take_case(work)
    if not HEX.fullmatch(command.content_sha256):
        raise Incomplete("打印件的内容指纹不完整，请在那台电脑上重新打印。", field="content_sha256")
    if not 1 <= command.copy <= command.copies <= MOST_COPIES:
        raise Incomplete("份数不对：第几份不能多于总份数，总份数最多 99。", field="copy")
    row = FieldPrint(
        county_id=case.county_id,
        id=new_id(),
        case_id=case.id,
        on=command.on,
        code=clean(command.code, label="文书", limit=40) or "",
        subject_id=command.subject_id,
        number=clean(command.number or "", label="编号", limit=80) or None,
        copy=command.copy,
        copies=command.copies,
        content_sha256=command.content_sha256,
        printed_by=command.actor_id,
        reported_at=work.now,
    )
    work.session.add(row)
    said = {"paper": row.code, "copy": row.copy, "copies": row.copies}
    work.record(Tag.PRINTED, case.id, **said, sha256=row.content_sha256)
    return row.id


def withdraw_unsent(command: WithdrawUnsent, work: Work) -> None:
    """Note that a number of the laptop was given to something its author did not mean."""
    what = clean(command.what, label="撤回的种类", limit=LONGEST_KIND) or ""
    work.record(Tag.WITHDRAWN, type=what)
