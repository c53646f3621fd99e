"""What happens to sign-ins and to one's own password."""

from app.access.commands import (
    BeginSignIn,
    ChangePassword,
    EndOtherSignIns,
    EndSignIn,
    ReportChainCheck,
    ReportFailedSignIn,
    ReportRefusal,
)
from app.access.sessions import SignIn, end_sign_ins
from app.access.tags import Tag
from app.kernel.bus import Work
from app.people.users import User


def begin_sign_in(command: BeginSignIn, work: Work) -> None:
    """Open a sign-in; a hash made with today's parameters replaces an older one."""
    user = work.session.get_one(User, (command.county_id, command.actor_id))
    user.last_seen_at = work.now
    if command.password_hash is not None:
        user.password_hash = command.password_hash
    work.session.add(
        SignIn(
            county_id=command.county_id,
            token_sha256=command.token_sha256,
            user_id=command.actor_id,
            address=command.address,
            begun_at=work.now,
            seen_at=work.now,
        )
    )
    work.record(Tag.SIGN_IN_BEGUN, address=command.address)


def end_sign_in(command: EndSignIn, work: Work) -> None:
    """End one of a person's own sign-ins; another's stays as it is, without a word."""
    sign_in = work.session.get(SignIn, (command.county_id, command.token_sha256))
    if sign_in is None or sign_in.user_id != command.actor_id or sign_in.ended_at is not None:
        return
    sign_in.ended_at = work.now
    work.record(Tag.SIGN_IN_ENDED)


def end_other_sign_ins(command: EndOtherSignIns, work: Work) -> None:
    """End every sign-in of a person but the one they ask from."""
    end_sign_ins(work.session, command.county_id, command.actor_id, work.now, but=command.kept)
    work.record(Tag.OTHERS_ENDED)


def change_password(command: ChangePassword, work: Work) -> None:
    """Store a new password's hash and end every other sign-in."""
    user = work.session.get_one(User, (command.county_id, command.actor_id))
    user.password_hash = command.password_hash
    user.must_change_password = False
    user.password_changed_at = work.now
    end_sign_ins(work.session, command.county_id, user.id, work.now, but=command.kept)
    work.record(Tag.PASSWORD_CHANGED)


def report_failed_sign_in(command: ReportFailedSignIn, work: Work) -> None:
    """Leave a footprint of a wrong password, or of a brake that began to hold."""
    tag = Tag.SIGN_IN_BLOCKED if command.is_blocked else Tag.SIGN_IN_FAILED
    work.record(tag, account=command.account, address=command.address)


def report_refusal(command: ReportRefusal, work: Work) -> None:
    """Leave a footprint of something a person's post does not allow."""
    work.record(Tag.REFUSED, page=command.page, method=command.method, address=command.address)


def report_chain_check(command: ReportChainCheck, work: Work) -> None:
    """Leave a footprint of a walk along the chain; it is made before, outside the transaction."""
    work.record(
        Tag.CHAIN_CHECKED, rows=command.rows, head=command.head, broken_at=command.broken_at
    )
