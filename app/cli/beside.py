"""The country's own signature beside a paper's file (SM2), where the committee's folder has the key."""

from pathlib import Path
from uuid import UUID

from app.cli import door
from app.dossiers.sealing import FOLDER, folder_of
from app.kernel.errors import NotNow
from app.kernel.files import write_whole
from documents.sign import KeysMissingError
from documents.sign.detached import ENDING, OpensslHand, detach
from documents.verify.detached import beside


def sign_beside(file: Path, committee_id: UUID | None) -> None:
    """Write FILE.sm2.p7s beside a sealed file, if the committee has an SM2 key; say so."""
    hand = _hand(committee_id)
    if hand is None:
        return
    side = file.with_name(file.name + ENDING)
    try:
        write_whole(side, detach(file.read_bytes(), hand, door.clock().now()))
    except KeysMissingError as error:
        raise NotNow(str(error)) from error
    door.tell(f"国密签名：{side.name}")


def judge_beside(file: Path, committee_id: UUID | None) -> bool:
    """Say how the signature beside a file stands; one that is not there is no fault."""
    side = file.with_name(file.name + ENDING)
    if not side.exists():
        return True
    hand = _hand(committee_id)
    problems = beside(file.read_bytes(), side.read_bytes(), hand.certificate if hand else None)
    door.tell(f"国密签名不通过：{'；'.join(problems)}。" if problems else "国密签名有效。")
    return not problems


def _hand(committee_id: UUID | None) -> OpensslHand | None:
    try:
        return OpensslHand.of(folder_of(door.config().home / FOLDER, committee_id))
    except KeysMissingError as error:
        raise NotNow(str(error)) from error
