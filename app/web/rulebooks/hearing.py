"""The rule editor hears every change: it reads the rule aloud, or says what is wrong with it."""

from flask import flash, redirect, render_template, request

from app.kernel.errors import DomainError, Incomplete
from app.web import door
from app.web.forms import refused
from app.web.people.edit import Answered
from app.web.rulebooks import offers
from app.web.rulebooks.answers import aloud
from app.web.rulebooks.opening import base_of, is_part, reader_of
from app.web.rulebooks.reshaping import focus_after, reshaped
from app.web.rulebooks.said import said, unfinished
from app.web.rulebooks.target import Target
from forms.rule import RuleForm
from rules import RuleError


def heard(target: Target) -> Answered:
    """Read the form along while it is filled in; save it where it is sent."""
    form = RuleForm()
    do = request.form.get("do", "")
    vocabulary = target.edition.books.vocabulary
    if do or is_part():
        shaped = reshaped(form, do, vocabulary)
        return edit_page(target, shaped, focus_after(shaped, do))
    try:
        if not form.validate():
            raise Incomplete("有几处还没有填好。")
        if missing := unfinished(form):
            raise missing
        target.rule(form)
        door.execute(target.command(form), key=form.command_key)
    except (DomainError, RuleError) as error:
        door.reading().rollback()
        known = error if isinstance(error, DomainError) else Incomplete(said(error, vocabulary))
        status = refused(form, known)
        return edit_page(target, form), status
    flash("已保存到草稿。改好后请“检查”。", "green")
    return redirect(f"{base_of(target.edition)}/books/{target.book.name}", 303)


def edit_page(target: Target, form: RuleForm, focus: str = "") -> str:
    """Show the form with the rule as it would read."""
    sentence, wrong = _read(target, form)
    return render_template(
        "rulebooks/edit.html", target=target, base=base_of(target.edition), form=form,
        sentence=sentence, wrong=wrong, offers=offers, focus=focus,
    )  # fmt: skip


def _read(target: Target, form: RuleForm) -> tuple[str, str]:
    try:
        sentence = aloud(target.rule(form, is_whole=False), reader_of(target.edition))
    except RuleError as error:
        return "", said(error, target.edition.books.vocabulary)
    missing = unfinished(form)
    return sentence, said(missing, target.edition.books.vocabulary) if missing else ""
