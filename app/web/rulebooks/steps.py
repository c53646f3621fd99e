"""/rulebooks/<version>/…: checked, approved by a second person, published, taken back."""

from uuid import UUID

from flask import Blueprint, flash, redirect

from app.kernel.errors import DomainError, Incomplete
from app.permissions import Permission
from app.rulebooks.commands import ApproveRulebook, CheckRulebook, RetireRulebook
from app.web import door
from app.web.forms import refused
from app.web.guard import requires
from app.web.people.edit import Answered
from app.web.rulebooks.gate import against
from app.web.rulebooks.opening import opened
from app.web.rulebooks.show import version_page
from app.web.steps import press
from forms.rulebook import PublishForm

page = Blueprint("rulebook_steps", __name__, url_prefix="/rulebooks/<uuid:version_id>")


@page.post("/check")
@requires(Permission.RULE_DRAFT)
def check(version_id: UUID) -> Answered:
    """Hold a draft against the gate; where it does not pass, show each reason with a case."""
    edition = opened(version_id)
    try:
        door.execute(CheckRulebook(**door.said(), version_id=version_id))
    except Incomplete:
        door.reading().rollback()
        return version_page(edition, PublishForm(), against(edition)), 422
    flash("检查通过。请另一位有复核权限的人复核。", "green")
    return redirect(f"/rulebooks/{version_id}", 303)


@page.post("/approval")
@requires(Permission.RULE_APPROVE)
def approve(version_id: UUID) -> Answered:
    """Agree, as a second person."""
    command = ApproveRulebook(**door.said(), version_id=version_id)
    return press(command, f"/rulebooks/{version_id}", "已复核。由有发布权限的人定生效日期。")


@page.post("/publication")
@requires(Permission.RULE_PUBLISH)
def publish(version_id: UUID) -> Answered:
    """Put an approved version in force from a day."""
    form, edition = PublishForm(), opened(version_id)
    if not form.validate():
        return version_page(edition, form), 422
    try:
        command = form.to_command(**door.said(), version_id=version_id)
        door.execute(command, key=form.command_key)
    except DomainError as error:
        door.reading().rollback()
        status = refused(form, error)
        return version_page(opened(version_id), form), status
    flash(f"已发布，自 {form.valid_from.data} 起生效；在此以前的案件按原来的规则。", "green")
    return redirect(f"/rulebooks/{version_id}", 303)


@page.post("/retirement")
@requires(Permission.RULE_PUBLISH)
def retire(version_id: UUID) -> Answered:
    """Take back a version whose day has not come."""
    command = RetireRulebook(**door.said(), version_id=version_id)
    return press(command, f"/rulebooks/{version_id}", "已撤回，现行规则继续有效。")
