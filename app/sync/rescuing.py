"""Open a laptop's key again after its passphrase was forgotten: two people at the centre agree.

The centre never keeps a laptop's key: the spare travels with the asking, under the county's public
key, and is opened straight into the laptop's fresh one.
"""

import hashlib
from collections.abc import Sequence
from uuid import UUID

from cryptography.exceptions import UnsupportedAlgorithm
from cryptography.hazmat.primitives.asymmetric.padding import MGF1, OAEP
from cryptography.hazmat.primitives.asymmetric.rsa import RSAPublicKey
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.serialization import load_der_public_key
from sqlalchemy import select
from sqlalchemy.orm import Session

from app.kernel.bus import Work
from app.kernel.errors import Incomplete, NotAllowed, NotFound, NotNow
from app.kernel.ids import new_id
from app.sync.devices import find_device
from app.sync.keys import import_key
from app.sync.rescue_commands import AgreeToKeyRescue, AskKeyRescue, RefuseKeyRescue
from app.sync.rescue_records import KeyRescue
from app.sync.rescue_tags import Tag

SEAL = OAEP(MGF1(SHA256()), SHA256(), None)
LEAST_BITS, SPARE_BYTES = 2048, 384
SHOWN = 50


def ask_key_rescue(command: AskKeyRescue, work: Work) -> UUID:
    """Take the asking down; the same key asked again is the same asking."""
    _public(command.reply_key)
    if len(command.spare) != SPARE_BYTES:
        raise Incomplete("这台电脑的备用钥匙不完整，不能恢复。请联系县中心。")
    if find_device(work.session, command.county_id, command.device_id) is None:
        raise NotFound("中心不认识这台电脑，它还没有和中心联过。请联系县中心。")
    digits = int.from_bytes(hashlib.sha256(command.reply_key).digest()[:4]) % 1_000_000
    row = KeyRescue(
        county_id=command.county_id,
        id=new_id(),
        user_id=command.actor_id,
        device_id=command.device_id,
        spare=command.spare,
        reply_key=command.reply_key,
        code=f"{digits // 1000:03} {digits % 1000:03}",
        asked_at=work.now,
    )
    work.session.add(row)
    work.record(Tag.ASKED, rescue_id=row.id, device_id=row.device_id)
    return row.id


def agree_to_key_rescue(command: AgreeToKeyRescue, work: Work) -> None:
    """Note that one person agreed; the second one's word opens the key."""
    row = _open(command.rescue_id, work)
    if command.actor_id in {row.user_id, row.agreed_by}:
        message = (
            "要由两个人各自核对后同意，不能是请求的人，也不能一个人同意两次。请另一位同事来同意。"
        )
        raise NotAllowed(message)
    if row.agreed_by is None:
        row.agreed_by, row.agreed_at = command.actor_id, work.now
        work.record(Tag.AGREED, rescue_id=row.id)
    else:
        row.given_by, row.given_at = command.actor_id, work.now
        work.record(Tag.GIVEN, rescue_id=row.id)


def refuse_key_rescue(command: RefuseKeyRescue, work: Work) -> None:
    """Leave the key shut."""
    row = _open(command.rescue_id, work)
    row.refused_by, row.refused_at = command.actor_id, work.now
    work.record(Tag.REFUSED, rescue_id=row.id)


def rescues(session: Session, county_id: str) -> Sequence[KeyRescue]:
    """List the latest askings."""
    mine = select(KeyRescue).where(KeyRescue.county_id == county_id)
    return session.scalars(mine.order_by(KeyRescue.asked_at.desc()).limit(SHOWN)).all()


def rescue_of(session: Session, county_id: str, user_id: UUID, rescue_id: UUID) -> KeyRescue:
    """Find one's own asking."""
    row = session.get(KeyRescue, (county_id, rescue_id))
    if row is None or row.user_id != user_id:
        raise NotFound("中心没有这次请求。请再请求一次。")
    return row


def reopened(session: Session, row: KeyRescue) -> bytes:
    """Give the laptop's key under its fresh key; only for an asking that two people agreed to."""
    own = import_key(session, row.county_id)
    if row.state != "given" or own is None:
        raise NotNow("还没有两个人同意。请等中心处理。")
    try:
        key = own.decrypt(row.spare, SEAL)
    except ValueError as error:
        raise Incomplete("这台电脑的备用钥匙打不开，不能恢复。请联系县中心。") from error
    return _public(row.reply_key).encrypt(key, SEAL)


def _open(rescue_id: UUID, work: Work) -> KeyRescue:
    key = (work.command.county_id, rescue_id)
    row = work.session.get(KeyRescue, key, with_for_update=True)
    if row is None:
        raise NotFound("没有这次请求。请刷新页面看最新的情况。")
    if row.state != "waiting":
        raise NotNow("这次请求已经处理过了。请刷新页面看最新的情况。")
    return row


def _public(der: bytes) -> RSAPublicKey:
    try:
        key = load_der_public_key(der)
    except (ValueError, UnsupportedAlgorithm) as error:
        raise Incomplete("这台电脑送来的钥匙读不懂。请更新下乡工作台。") from error
    if not isinstance(key, RSAPublicKey) or key.key_size < LEAST_BITS:
        raise Incomplete("这台电脑送来的钥匙读不懂。请更新下乡工作台。")
    return key
