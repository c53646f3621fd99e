"""Save what the editor holds, fix it, and keep the form usable when something was refused."""

from typing import cast
from uuid import UUID, uuid5

from app.agreements.commands import FinalizeAgreement, RecordOralAgreement
from app.agreements.enums import AgreementForm as AgreementIs
from app.agreements.model import Agreement
from app.agreements.reading import find_agreement
from app.cases.model import Case
from app.kernel.commands import Command
from app.kernel.errors import Incomplete
from app.kernel.ids import new_id
from app.web import door
from app.web.steps import speaking
from forms.agreement import AgreementForm


def save(form: AgreementForm, case: Case) -> Agreement:
    """Save a revision, and make the form ready for the next one."""
    agreement_id = door.execute(form.to_command(**speaking(case.id)), key=form.command_key)
    agreement = find_agreement(door.reading(), case, cast("UUID", agreement_id))
    form.agreement_id.data = str(agreement.id)
    form.seen_revision.data, form.seen_revision.raw_data = agreement.revision, None
    form.key.data = str(new_id())
    return agreement


def finalize(form: AgreementForm, case: Case) -> Agreement:
    """Save, then fix the text for signing; an oral agreement is taken down as reached."""
    if not form.on.data:
        raise Incomplete("请填写达成协议的日期。", field="on")
    if not form.recorder.data:
        raise Incomplete("请填写记录人。", field="recorder")
    key = uuid5(form.command_key, "final")
    agreement = save(form, case)
    try:
        door.execute(_final(form, case, agreement), key=key)
    except Incomplete as error:
        message = f"这一稿已经保存，但是{error}"
        raise Incomplete(message, field=error.field) from error
    return agreement


def _final(form: AgreementForm, case: Case, agreement: Agreement) -> Command:
    who = speaking(case.id) | {"on": form.on.data, "agreement_id": agreement.id}
    if form.form.data is AgreementIs.ORAL:
        return RecordOralAgreement(
            **who, wording=form.wording(), kind=form.kind.data, recorder=form.recorder.data or ""
        )
    return FinalizeAgreement(**who, recorder=form.recorder.data or "")
