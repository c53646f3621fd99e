"""A case's file on its way out: papers, their data, scans, the bound file, under one signed list.

Whoever gets it unpacks it and runs `python3 verify.py`: no network, no program of ours.
"""

import hashlib
import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from cryptography.hazmat.primitives.serialization import Encoding
from sqlalchemy.orm import Session

from app.cases.closing import archiving_of
from app.cases.closing_commands import Retention
from app.cases.model import Case
from app.cases.verbs import take_case
from app.dossiers.binding import bind
from app.dossiers.commands import ExportDossier
from app.dossiers.contents import contents_of
from app.dossiers.enums import MediaType
from app.dossiers.history import history_of
from app.dossiers.inside import data_inside
from app.dossiers.mapping.desk import Desk
from app.dossiers.model import IssuedPaper, PaperScan
from app.dossiers.sealing import key_of
from app.dossiers.shelf import take
from app.dossiers.strengthening import strengthened_file
from app.dossiers.tags import Tag
from app.kernel.bus import Work
from app.people.users import User
from app.words import label
from documents.package import Packed, pack
from documents.sign.keys import STAMPS, CommitteeKey

ENDINGS = dict(zip(MediaType, ("pdf", "jpg", "png", "webm", "json"), strict=True))
BOUND, LISTED = "00-卷宗.pdf", "00-卷宗.json"


@dataclass(frozen=True)
class Package:
    """A package as it leaves: its bytes, their hash, and how many papers are in it."""

    content: bytes
    sha256: str
    papers: int


def package_of(session: Session, case: Case, command: ExportDossier, keys: Path) -> Package:
    """Pack the file as it stands; its committee's system key signs the list. Same day, same bytes."""
    desk = Desk(session, case, case.id, command.on, command.actor_id)
    key = key_of(keys, case, desk.committee_name)
    history = history_of(session, case)
    papers = [line.paper for line in contents_of(session, case) if line.paper is not None]
    files: list[Packed] = []
    for place, paper in enumerate(papers, 1):
        scans = history[paper.id].scans if paper.id in history else []
        name = f"{place:02}-{paper.title}"
        files += [*_files(session, case, paper, name, scans), *_lasting(session, paper, name, key)]
    compiler = session.get_one(User, (case.county_id, command.actor_id)).name
    bound = bind(session, case, command.on, compiler).bound
    front = [
        Packed(BOUND, "卷宗", bound.pdf),
        Packed(LISTED, "卷宗机读目录", _listed(session, case, papers, bound.pages)),
    ]
    content = pack([*front, *files], key, made_on=command.on)
    return Package(content, hashlib.sha256(content).hexdigest(), len(papers))


def record_export(command: ExportDossier, work: Work) -> str:
    """Leave a footprint of a package that went out; answer its hash."""
    case = take_case(work)
    work.record(Tag.EXPORTED, case.id, sha256=command.sha256, papers=command.papers)
    return command.sha256


def _files(
    session: Session, case: Case, paper: IssuedPaper, name: str, scans: Sequence[PaperScan]
) -> Iterator[Packed]:
    """Give a paper's file of record, the data inside it, and the sheets that came back."""
    kept = take(session, case.county_id, paper.sha256)
    sealed = paper.signature_count > 0 and paper.committee_id == case.committee_id
    kind = MediaType(kept.media_type)
    yield Packed(f"{name}.{ENDINGS[kind]}", paper.title, kept.content, sealed=sealed)
    if kind is MediaType.PDF:
        for data in data_inside(kept.content):
            yield Packed(f"{name}.json", f"{paper.title}机读数据", data)
    for number, scan in enumerate(scans, 1):
        if scan.sha256 != paper.sha256:  # a paper from outside is its own scan
            sheet = take(session, case.county_id, scan.sha256)
            ending = ENDINGS[MediaType(sheet.media_type)]
            yield Packed(f"{name}-扫描{number}.{ending}", f"{paper.title}扫描件", sheet.content)


def _lasting(
    session: Session, paper: IssuedPaper, name: str, key: CommitteeKey
) -> Iterator[Packed]:
    """Give a paper's strengthened file; a stamp of another authority is not the checker's to judge."""
    pdf = strengthened_file(session, paper)
    if pdf is None:
        return
    stamps = key.hands.get(STAMPS)
    own = stamps.certificate.public_bytes(Encoding.DER).hex() if stamps else ""
    ours = bool(own) and own.encode() in pdf.lower()
    yield Packed(f"{name}-长期保存.pdf", f"{paper.title}（长期保存件）", pdf, sealed=ours)


def _listed(session: Session, case: Case, papers: Sequence[IssuedPaper], pages: int) -> bytes:
    archived = archiving_of(session, case)
    listed = {
        "案号": case.number,
        "卷号": case.file_number,
        "卷名": case.title,
        "页数": pages,
        "归档日期": archived and archived.on.isoformat(),
        "保管期限": archived and label(Retention(archived.retention)),
        "保管到": archived and archived.kept_until and archived.kept_until.isoformat(),
        "文书": [
            {
                "名称": paper.title,
                "编号": paper.number,
                "日期": paper.dated_on.isoformat(),
                "版次": paper.version,
                "页数": paper.pages,
                "内容摘要": paper.sha256,
                "核验码": paper.verification_code,
            }
            for paper in papers
        ],
    }
    return json.dumps(listed, ensure_ascii=False, indent=1).encode()
