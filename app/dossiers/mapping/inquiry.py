"""人民调解调查记录 (PAPERS ⑥): what one person said when asked, and who that person is.

The page of inquiries takes the particulars down in one line, as they are said; here they are told
apart for the form's cells, shown to whoever issues the paper, and put right there.
"""

import re
from uuid import UUID

from app.agreements.identity import insists_on_ink
from app.dossiers.mapping.desk import Desk
from app.dossiers.mapping.people import years
from app.kernel.errors import NotFound
from app.meetings.model import InquiryRecord
from documents import papers

APART = re.compile(r"[，,、；;\s]+")
AGE = re.compile(r"(\d{1,3})岁?")
PEOPLE = re.compile(r"[\u4e00-\u9fff]{1,6}族")
PHONE = re.compile(r"1[\d*]{10}|\d{3,4}-\d{7,8}")
PLACE = re.compile(r".*(?:[州县镇乡村社号组区路街]|社区)$")
GENDERS = frozenset("男女")


def inquiry_record(desk: Desk) -> papers.InquiryRecord:
    """Write what one person said when asked."""
    row = _found(desk, desk.subject_id)
    said = desk.words
    return papers.InquiryRecord(
        committee=desk.committee_name,
        number=desk.number,
        subject=desk.case.title,
        held_on=row.on,
        begins=row.starts,
        ends=row.ends,
        place=row.place,
        inquirers=tuple(row.inquirers.split("、")),
        asked=papers.PartyBlock(
            name=row.asked,
            gender=said.get("gender", ""),
            age=years(said.get("age", ""), "被调查人"),
            ethnicity=said.get("ethnicity", ""),
            occupation=said.get("occupation", ""),
            address=said.get("address", ""),
            contact=said.get("phone", ""),
        ),
        relation=row.relation or "",
        recorder=row.recorder,
        body=row.text,
        attendees=desk.names_in("attendees"),
        read_aloud_in=said.get("read_aloud_in", ""),
        interpreter=said.get("interpreter", ""),
        ink_only=insists_on_ink(desk.session, desk.case, desk.on),
    )


def inquiry_known(desk: Desk) -> dict[str, str]:
    """Fill in what the case knows of a party, or what was taken down of somebody else."""
    row = _found(desk, desk.subject_id)
    for party in desk.parties:
        if party.name == row.asked:
            block = desk.block(party)
            age = str(block.age) if block.age is not None else ""
            return {
                "gender": block.gender, "age": age, "ethnicity": block.ethnicity,
                "occupation": block.occupation, "address": block.address, "phone": block.contact,
            }  # fmt: skip
    return told_apart(row.details or "")


def told_apart(details: str) -> dict[str, str]:
    """Tell 男，58岁，回族，农民，石头坡村三社 apart; what is no other thing is where they live."""
    found: dict[str, str] = {}
    rest = [part for part in APART.split(details.strip("。. ")) if part]
    for part in rest:
        name, text = _kind(part)
        if name == "occupation" and name in found:
            name = "address"
        found[name] = f"{found[name]}，{text}" if name in found else text
    return found


def _kind(part: str) -> tuple[str, str]:
    if part in GENDERS:
        return "gender", part
    if age := AGE.fullmatch(part):
        return "age", age[1]
    if PEOPLE.fullmatch(part):
        return "ethnicity", part
    if PHONE.fullmatch(part.removeprefix("电话")):
        return "phone", part.removeprefix("电话")
    if part.startswith("住") or PLACE.fullmatch(part):
        return "address", part.removeprefix("住")
    return "occupation", part


def _found(desk: Desk, inquiry_id: UUID) -> InquiryRecord:
    row = desk.session.get(InquiryRecord, (desk.case.county_id, inquiry_id))
    if row is None or row.case_id != desk.case.id:
        raise NotFound("这个案件没有这份调查记录，请从调查页重新打开。")
    return row
