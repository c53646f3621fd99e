"""Check, approve, publish, take back: four steps, at least two people."""

from uuid import UUID

from sqlalchemy import select

from app.kernel.bus import Work
from app.kernel.columns import written
from app.kernel.errors import Incomplete, NotAllowed, NotNow
from app.rulebooks.commands import (
    ApproveRulebook,
    CheckRulebook,
    PublishRulebook,
    RetireRulebook,
)
from app.rulebooks.files import books_of, files_of, sha256_of
from app.rulebooks.gate import findings_of
from app.rulebooks.golden import unmet_by
from app.rulebooks.model import RulebookFile, RulebookVersion, VersionState
from app.rulebooks.numbering import load_all
from app.rulebooks.rehearsal_records import is_rehearsed
from app.rulebooks.tags import Tag
from app.rulebooks.versions import version_of
from rules import Books, RuleError

MOST_YEARS_AHEAD = 5


def check_rulebook(command: CheckRulebook, work: Work) -> UUID:
    """Hold a draft against the publish gate; Incomplete lists every reason against it."""
    version = _at(VersionState.DRAFT, command.version_id, work)
    files = files_of(work.session, command.county_id, version.id)
    try:
        books = load_all(files)
    except RuleError as error:
        raise Incomplete(str(error)) from error
    if against := [*findings_of(files), *_golden(books, work)]:
        raise Incomplete("还不能通过检查：" + "；".join(against))
    version.state = VersionState.CHECKED
    version.sha256 = sha256_of(files)
    version.checked_by, version.checked_at = command.actor_id, work.now
    work.record(Tag.CHECKED, number=version.number, sha256=version.sha256)
    return version.id


def approve_rulebook(command: ApproveRulebook, work: Work) -> UUID:
    """Agree to a checked and rehearsed version; whoever wrote a word of it may not."""
    version = _at(VersionState.CHECKED, command.version_id, work)
    if command.actor_id in _authors(version, work):
        raise NotAllowed("自己起草或修改过的规则不能由自己复核。请由另一位有复核权限的人办理。")
    if not is_rehearsed(work.session, version, command.on):
        raise NotNow("还没有把这一份草稿预演完，看不出哪些案件会变。请先在版本页预演，再复核。")
    version.state = VersionState.APPROVED
    version.approved_by, version.approved_at = command.actor_id, work.now
    work.record(Tag.APPROVED, number=version.number, sha256=version.sha256)
    return version.id


def publish_rulebook(command: PublishRulebook, work: Work) -> UUID:
    """Put an approved version in force from a day, today or later; one version a day."""
    _wait_for_others(work)
    version = _at(VersionState.APPROVED, command.version_id, work)
    if command.valid_from < command.on:
        raise Incomplete("生效日期不能早于今天：已办的案件按当时的规则。", field="valid_from")
    if command.valid_from.year > command.on.year + MOST_YEARS_AHEAD:
        message = f"生效日期在{MOST_YEARS_AHEAD}年以后，请核对年份。"
        raise Incomplete(message, field="valid_from")
    files = files_of(work.session, command.county_id, version.id)
    if sha256_of(files) != version.sha256:
        raise NotNow("规则内容与检查时不同，请重新检查和复核。")
    if against := _golden(books_of(files), work):
        raise NotNow("检查以后写下的范例与这一版不合：" + "；".join(against))
    if _same_day(command, work):
        message = f"{command.valid_from}已有另一个版本生效。请换一天，或先撤回那个版本。"
        raise NotNow(message)
    version.state = VersionState.PUBLISHED
    version.valid_from = command.valid_from
    version.published_by, version.published_at = command.actor_id, work.now
    work.record(Tag.PUBLISHED, number=version.number, valid_from=command.valid_from)
    return version.id


def retire_rulebook(command: RetireRulebook, work: Work) -> UUID:
    """Take back a version whose day has not come; what is in force is replaced, not retired."""
    version = _at(VersionState.PUBLISHED, command.version_id, work)
    if version.valid_from is not None and version.valid_from <= command.on:
        raise NotNow("已生效的版本不能撤回，只能发布新版本替代它。")
    version.state = VersionState.RETIRED
    version.retired_on = command.on
    work.record(Tag.RETIRED, number=version.number)
    return version.id


def _wait_for_others(work: Work) -> None:
    """Let one person publish at a time, so that the second sees what the first put in force."""
    versions = select(RulebookVersion.id).where(RulebookVersion.county_id == work.command.county_id)
    work.session.execute(versions.order_by(RulebookVersion.id).with_for_update())


def _golden(books: Books, work: Work) -> list[str]:
    found = unmet_by(work.session, work.command.county_id, books)
    return [one.sentence for one in found]


def _at(state: VersionState, version_id: UUID, work: Work) -> RulebookVersion:
    version = version_of(work.session, work.command.county_id, version_id)
    if version.state != state:
        raise NotNow("这个版本已不在这一步，可能别人刚刚办过。请刷新页面看最新状态。")
    return version


def _authors(version: RulebookVersion, work: Work) -> set[UUID]:
    editors = select(RulebookFile.edited_by).where(
        RulebookFile.county_id == version.county_id, RulebookFile.version_id == version.id
    )
    inherited = version.drafted_by
    return {inherited, *work.session.scalars(editors.distinct())}


def _same_day(command: PublishRulebook, work: Work) -> bool:
    other = select(RulebookVersion.id).where(
        RulebookVersion.county_id == command.county_id,
        RulebookVersion.state == written(VersionState.PUBLISHED),
        RulebookVersion.valid_from == command.valid_from,
    )
    return work.session.scalar(other) is not None
