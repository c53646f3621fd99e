"""Draft, import and edit: a version starts from the books in force or from files."""

from uuid import UUID

from app.kernel.bus import Work
from app.kernel.errors import Incomplete, NotNow, Stale
from app.kernel.ids import new_id
from app.rulebooks.commands import (
    DraftRulebook,
    EditRuleFile,
    GoBackToRulebook,
    ImportRulebook,
)
from app.rulebooks.editions import edition_of
from app.rulebooks.files import PATH, Files, files_of, shipped_files, text_sha256
from app.rulebooks.model import RulebookFile, RulebookVersion, VersionState
from app.rulebooks.numbering import load_all
from app.rulebooks.tags import Tag
from app.rulebooks.versions import in_force, next_number, version_of
from rules import RuleError


def draft_rulebook(command: DraftRulebook, work: Work) -> UUID:
    """Begin a version from what is in force; answer its id."""
    parent = in_force(work.session, command.county_id, command.on)
    files = files_of(work.session, command.county_id, parent.id) if parent else shipped_files()
    return _begin(command, files, parent.id if parent else None, work)


def go_back(command: GoBackToRulebook, work: Work) -> UUID:
    """Begin a version with an earlier one's words; its parent is what is in force, to compare with."""
    parent = in_force(work.session, command.county_id, command.on)
    earlier = edition_of(work.session, command.county_id, command.version_id)
    return _begin(command, earlier.files, parent.id if parent else None, work)


def import_rulebook(command: ImportRulebook, work: Work) -> UUID:
    """Begin a version from files that load; its parent is what is in force, to compare with."""
    parent = in_force(work.session, command.county_id, command.on)
    files = dict(command.files)
    for path in files:
        _check_path(path)
    try:
        load_all(files)
    except RuleError as error:
        raise Incomplete(str(error), field="files") from error
    return _begin(command, files, parent.id if parent else None, work)


def _begin(
    command: DraftRulebook | GoBackToRulebook | ImportRulebook,
    files: Files,
    parent_id: UUID | None,
    work: Work,
) -> UUID:
    version = RulebookVersion(
        county_id=command.county_id,
        id=new_id(),
        number=next_number(work.session, command.county_id),
        title=command.title,
        reason=command.reason,
        state=VersionState.DRAFT,
        parent_id=parent_id,
        drafted_by=command.actor_id,
        drafted_at=work.now,
    )
    work.session.add(version)
    work.session.flush()
    for path, text in files.items():
        _put(version, path, text, work)
    work.record(Tag.DRAFTED, number=version.number, files=len(files))
    return version.id


def edit_rule_file(command: EditRuleFile, work: Work) -> UUID:
    """Change one file of a draft; the whole must still load. A checked version is a draft again.

    Incomplete says where in the file, what is wrong and the nearest right way.
    """
    version = version_of(work.session, command.county_id, command.version_id)
    if version.state not in {VersionState.DRAFT, VersionState.CHECKED}:
        raise NotNow("这个版本已复核或已发布，不能再改。请从它起草一个新版本。")
    _check_path(command.path)
    _check_loads(command, work)
    _write(version, command, work)
    version.state = VersionState.DRAFT
    version.sha256 = None
    work.record(
        Tag.EDITED,
        number=version.number,
        path=command.path,
        change="removed" if command.text is None else "written",
    )
    return version.id


def _check_path(path: str) -> None:
    if not PATH.fullmatch(path):
        message = f"“{path}”不是规则文件名，应写作 30-routing/160-from-court.yaml。"
        raise Incomplete(message, field="path")


def _check_loads(command: EditRuleFile, work: Work) -> None:
    files = files_of(work.session, command.county_id, command.version_id)
    if command.seen_sha256 not in (None, text_sha256(files.get(command.path))):
        raise Stale("您打开这一页以后，别人改过这个文件。请先看现在的写法，再决定怎么改。")
    files.pop(command.path, None)
    if command.text is not None:
        files[command.path] = command.text
    try:
        load_all(files)
    except RuleError as error:
        raise Incomplete(str(error), field="text") from error


def _write(version: RulebookVersion, command: EditRuleFile, work: Work) -> None:
    row = work.session.get(RulebookFile, (command.county_id, version.id, command.path))
    if command.text is None:
        if row is not None:
            work.session.delete(row)
    elif row is None:
        _put(version, command.path, command.text, work)
    else:
        row.text, row.edited_by, row.edited_at = command.text, command.actor_id, work.now


def _put(version: RulebookVersion, path: str, text: str, work: Work) -> None:
    work.session.add(
        RulebookFile(
            county_id=version.county_id,
            version_id=version.id,
            path=path,
            text=text,
            edited_by=work.command.actor_id,
            edited_at=work.now,
        )
    )
