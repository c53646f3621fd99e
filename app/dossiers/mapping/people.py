"""Papers on who a party is and who speaks for him: identity, authority, guardianship."""

from dataclasses import replace

from app.agreements.circumstances import ADULT, age_on
from app.cases.enums import PartyFlag, PartyKind, RepresentativeKind
from app.cases.parties import Party, PartyFlagRow, Representative
from app.cases.sealed import masked_phone
from app.dossiers.mapping.desk import Desk
from app.kernel.db import ring_of
from app.kernel.errors import Incomplete, NotFound
from documents.papers import GuardianRecord, IdentitySheet, PartyBlock, PowerOfAttorney

OLDEST = 150
CHILD = 8  # 民法典 20 条
PARENTS = frozenset("父母")
GENERAL = ("代为参加调解", "代为陈述意见", "代为签收文书")
SPECIAL = ("代为参加调解", "代为承认、放弃、变更请求", "代为达成调解协议并签名", "代为签收文书")


def identity_sheet(desk: Desk) -> IdentitySheet:
    """Write the sheet on which the copy of a party's papers is pasted and checked."""
    return IdentitySheet(
        committee=desk.committee_name,
        number=desk.number,
        party=party_of(desk).name,
        credential=desk.words["credential"],
        checker=desk.user(desk.actor_id),
        checked_on=desk.on,
    )


def power_of_attorney(desk: Desk) -> PowerOfAttorney:
    """Write what a party lets an agent do; a settlement needs a special power (民诉法 62 条)."""
    agent, party = _stands_in(desk)
    return PowerOfAttorney(
        committee=desk.committee_name,
        number=desk.number,
        principal=desk.block(party),
        representative=_person(desk, agent, desk.words.get("particulars", "")),
        relation=desk.words["relation"],
        subject=desk.case.title,
        special=agent.kind == RepresentativeKind.AGENT_SPECIAL,
        powers=desk.lines("powers"),
        granted_on=desk.on,
        until=desk.day("until"),
    )


def guardian_record(desk: Desk) -> GuardianRecord:
    """Write who is a party's guardian, why, and what proves it (民法典 19–23 条)."""
    guardian, ward = _stands_in(desk)
    return GuardianRecord(
        committee=desk.committee_name,
        number=desk.number,
        ward=desk.block(ward),
        guardian=replace(
            _person(desk, guardian, desk.words.get("address", "")),
            gender=desk.words.get("gender", ""),
            age=years(desk.words.get("age", ""), "监护人"),
        ),
        relation=desk.words["relation"],
        basis=desk.words["basis"],
        proof=desk.words["proof"],
        recorder=desk.user(desk.actor_id),
        recorded_on=desk.on,
    )


def identity_known(desk: Desk) -> dict[str, str]:
    """Name the usual credential of a person or a unit."""
    is_person = party_of(desk).kind in {PartyKind.PERSON, PartyKind.GROUP}
    return {"credential": "居民身份证" if is_person else "统一社会信用代码证书"}


def authority_known(desk: Desk) -> dict[str, str]:
    """Fill in the relation that was told, and the powers of a general or special agent."""
    agent, _ = _stands_in(desk)
    special = agent.kind == RepresentativeKind.AGENT_SPECIAL
    powers = "\n".join(SPECIAL if special else GENERAL)
    return {"relation": agent.relation or "", "powers": powers}


def guardian_known(desk: Desk) -> dict[str, str]:
    """Fill in the relation that was told, and the article that the ward's age or state names."""
    guardian, ward = _stands_in(desk)
    relation = guardian.relation or ""
    return {"relation": relation, "basis": _basis(desk, ward, relation)}


def party_of(desk: Desk) -> Party:
    """Find the party that the paper is about."""
    for party in desk.parties:
        if party.id == desk.subject_id:
            return party
    raise NotFound("这个案件没有这位当事人，请从文书页重新打开。")


def _stands_in(desk: Desk) -> tuple[Representative, Party]:
    row = desk.session.get(Representative, (desk.case.county_id, desk.subject_id))
    party = next((one for one in desk.parties if row and one.id == row.party_id), None)
    if row is None or party is None:
        raise NotFound("这个案件没有这位代理人或者监护人，请从文书页重新打开。")
    return row, party


def _person(desk: Desk, row: Representative, address: str) -> PartyBlock:
    phone = masked_phone(row, ring_of(desk.session))
    return PartyBlock(name=row.name, contact=phone, address=address)


def years(said: str, whose: str) -> int | None:
    """Read an age that was told; Incomplete says whose is no number."""
    plain = said.removesuffix("岁").strip()
    if plain and not (plain.isdecimal() and int(plain) <= OLDEST):
        message = f"{whose}年龄请写成数字，如 43。"
        raise Incomplete(message, field="age")
    return int(plain) if plain else None


def _basis(desk: Desk, ward: Party, relation: str) -> str:
    age = age_on(desk.on, ward.born_on, ward.age)
    if age is not None and age < ADULT:
        kind, article = ("无", "二十") if age < CHILD else ("限制", "十九")
        by = "，父母是未成年子女的监护人（第二十七条）" if PARENTS & set(relation) else ""
        return f"被监护人系{kind}民事行为能力人（《中华人民共和国民法典》第{article}条）{by}。"
    flags = {
        flag: desk.session.get(PartyFlagRow, (ward.county_id, ward.id, flag)) is not None
        for flag in (PartyFlag.NO_CAPACITY, PartyFlag.LIMITED_CAPACITY)
    }
    if flags[PartyFlag.NO_CAPACITY]:
        return (
            "被监护人系不能辨认自己行为的成年人（《中华人民共和国民法典》第二十一条、第二十八条）。"
        )
    if flags[PartyFlag.LIMITED_CAPACITY]:
        return "被监护人系不能完全辨认自己行为的成年人（《中华人民共和国民法典》第二十二条、第二十八条）。"
    return ""
