"""/cases/<id>/papers/words: the few words that only one paper needs, then the paper itself."""

from uuid import UUID, uuid5

from flask import Blueprint, flash, redirect, render_template, request

from app.cases.model import Case
from app.dossiers.asked import asked_for
from app.dossiers.catalogue import Entry, entry_of
from app.dossiers.commands import IssuePaper
from app.dossiers.mapping.desk import Desk
from app.dossiers.press import words_for
from app.dossiers.pressing import issue
from app.dossiers.sealing import FOLDER
from app.dossiers.subjects import newest_subject, subjects_of
from app.kernel.errors import DomainError
from app.kernel.ids import new_id
from app.permissions import Permission
from app.web import door
from app.web.forms import refused
from app.web.guard import requires
from app.web.steps import Answered, found, speaking
from forms.ids import read_id
from forms.paper_words import PaperWordsForm, words_form

page = Blueprint("paper_words", __name__, url_prefix="/cases/<uuid:case_id>/papers/words")


@page.get("")
@requires(Permission.PAPER_ISSUE)
def show(case_id: UUID) -> str:
    """Ask for the words of one paper (`?code=`, `?subject_id=`), with what is known filled in."""
    case = found(case_id)
    entry, subject = _about(case)
    desk = Desk(door.reading(), case, subject, door.clock().today(), door.actor().user_id)
    known = words_for(desk, entry.code, demanded=False)
    return _drawn(case, entry, subject, words_form(entry.code, known))


@page.post("")
@requires(Permission.PAPER_ISSUE)
def create(case_id: UUID) -> Answered:
    """Keep the words, then issue the paper with them."""
    case = found(case_id)
    entry, subject = _about(case)
    form = words_form(entry.code)
    if not form.validate_on_submit():
        return _drawn(case, entry, subject, form), 422
    who = speaking(case_id, subject_id=subject)
    try:
        door.execute(form.to_command(**who), key=form.command_key)
        wish = IssuePaper(**who, code=entry.code)
        issue(door.bus(), wish, door.config().home / FOLDER, key=uuid5(form.command_key, "issue"))
    except DomainError as error:
        door.reading().rollback()
        status = refused(form, error)
        form.key.data, form.key.raw_data = str(new_id()), None  # the words are kept: a new press
        return _drawn(case, entry, subject, form), status
    flash("已填写并出具。请打印、签字，再扫描回来。", "green")
    return redirect(f"/cases/{case_id}/papers", 303)


def _about(case: Case) -> tuple[Entry, UUID]:
    entry = entry_of(request.args.get("code", ""))
    subject = read_id(request.args.get("subject_id", ""))
    return entry, subject or newest_subject(door.reading(), case, entry.code)


def _drawn(case: Case, entry: Entry, subject: UUID, form: PaperWordsForm) -> str:
    said = dict(subjects_of(door.reading(), case, entry)).get(subject, "")
    return render_template(
        "papers/words.html", case=case, entry=entry, about=said, subject=subject,
        form=form, words=asked_for(entry.code),
    )  # fmt: skip
