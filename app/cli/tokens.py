"""`tokens`: what other programs sign in with; a token is printed once and kept only as a hash."""

from typing import Any

import click
from sqlalchemy import select

from app.access.founding import system_account
from app.access.token_commands import MakeToken, RevokeToken
from app.access.tokens import CALLS_A_MINUTE, tokens_of
from app.cli import door
from app.cli.speaking import Group
from app.kernel.errors import Incomplete
from app.places.model import County

SCOPES = ("intake", "cases")
group = Group("tokens", help="接口令牌：发放、查看、收回。")
county_option = click.option("--county", default=None, help="县的 6 位代码；只有一个县时不用填")


@group.command("make", help="发一个令牌，只印这一次")
@click.argument("name")
@click.option("--scope", "scopes", multiple=True, type=click.Choice(SCOPES), help="能做什么")
@click.option("--calls", default=CALLS_A_MINUTE, type=click.IntRange(1), help="每分钟最多几次")
@county_option
@door.answering
def make(name: str, scopes: tuple[str, ...], calls: int, county: str | None) -> None:
    """Make a token and print it."""
    said = _speaking(county)
    command = MakeToken(**said, name=name, scopes=scopes, calls_a_minute=calls)
    token = door.bus().execute(command)
    door.answer({"name": name, "scopes": sorted(scopes), "token": token})
    door.tell("令牌只显示这一次，请交给来件系统保管；丢了就收回重发。")


@group.command("list", help="列出令牌（不显示令牌本身）")
@county_option
@door.answering
def show(county: str | None) -> None:
    """List the tokens, one a line."""
    with door.database().read() as session:
        rows = tokens_of(session, _speaking(county)["county_id"])
    for row in rows:
        may = {"intake": row.may_register, "cases": row.may_read}
        scopes = [scope for scope in SCOPES if may[scope]]
        door.answer({"name": row.name, "scopes": scopes, "revoked_at": row.revoked_at})


@group.command("revoke", help="收回一个令牌，立即失效")
@click.argument("name")
@county_option
@door.answering
def revoke(name: str, county: str | None) -> None:
    """Take a token back."""
    door.bus().execute(RevokeToken(**_speaking(county), name=name))
    door.answer({"name": name, "revoked": True})


def _speaking(county: str | None) -> dict[str, Any]:
    with door.database().read() as session:
        counties = [county] if county else list(session.scalars(select(County.county_id)))
        if len(counties) != 1:
            raise Incomplete("这套系统里不止一个县，请用 --county 写明，如：--county 632521")
        actor_id = system_account(session, counties[0])
    return {"county_id": counties[0], "actor_id": actor_id, "on": door.clock().today()}
