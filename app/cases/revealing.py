"""查看证件号和电话: sealed numbers are opened for a purpose, and who looked is kept (个保法 51 条)."""

from app.cases.parties import Party
from app.cases.revealing_commands import RevealParty
from app.cases.tags import Tag
from app.kernel.bus import Work
from app.kernel.errors import NotFound


def reveal_party(command: RevealParty, work: Work) -> None:
    """Note who looked at whom and what for; the page opens the numbers only after this is kept."""
    party = work.session.get(Party, (command.county_id, command.party_id))
    if party is None or party.case_id != command.case_id:
        raise NotFound("没有找到这位当事人，请刷新案件页后重试。")
    work.record(Tag.PARTY_REVEALED, command.case_id, party_id=party.id, purpose=command.purpose)
