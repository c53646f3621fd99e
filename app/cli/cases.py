"""`cases show`: one case as JSON, for a person at the machine or another program."""

from uuid import UUID

import click

from app.access.founding import system_account
from app.cases.numbered import find_numbered
from app.cases.revealing_commands import Purpose, RevealParty
from app.cli import door
from app.cli.case_told import parties_of, tell_case
from app.cli.speaking import Group

group = Group("cases", help="案件：按案号查看")


@group.command("show", help="按案号（共调〔2026〕12号、2026-12）或卷号显示一个案件")
@click.argument("number")
@click.option("--unmask", is_flag=True, help="显示证件号、电话和住址；谁看过会留痕")
@door.answering
def show(number: str, *, unmask: bool) -> None:
    """Say everything about one case; unmasked only after it was noted who is looked at."""
    if unmask:
        _note(number)
    with door.database().read() as session:
        door.answer(tell_case(session, find_numbered(session, number), unmask=unmask))


def _note(number: str) -> None:
    with door.database().read() as session:
        case = find_numbered(session, number)
        actor_id = system_account(session, case.county_id)
        parties: list[UUID] = [party.id for party in parties_of(session, case)]
    for party_id in parties:
        look = RevealParty(
            county_id=case.county_id,
            actor_id=actor_id,
            on=door.clock().today(),
            case_id=case.id,
            party_id=party_id,
            purpose=Purpose.IDENTIFY,
        )
        door.bus().execute(look)
