"""Papers of the file itself: the evidence's index, the receipt of what was paid, the statement."""

import json
from decimal import Decimal

from app.agreements.aftermath import Fulfillment, WithdrawnFulfillment
from app.agreements.model import Agreement, Obligation
from app.dossiers.mapping.desk import Desk
from app.kernel.errors import Incomplete, NotFound, NotNow
from documents.papers import Evidence, EvidenceIndex, FileStatement, FulfillmentReceipt

FEN = 100
COLUMNS = 6
WHOLE = "本卷材料齐全，无缺损、修改、补充、移出、销毁。"


def evidence_index(desk: Desk) -> EvidenceIndex:
    """Write the list of evidence (PAPERS ⑦)."""
    return EvidenceIndex(
        committee=desk.committee_name,
        number=desk.number,
        items=tuple(map(_piece, table(desk.words["items"]))),
        checker=desk.user(desk.actor_id),
        checked_on=desk.on,
    )


def fulfillment_receipt(desk: Desk) -> FulfillmentReceipt:
    """Write the receipt of one payment or deed under an agreement."""
    done = desk.session.get(Fulfillment, (desk.case.county_id, desk.subject_id))
    duty = desk.session.get(Obligation, (done.county_id, done.obligation_id)) if done else None
    agreement = desk.session.get(Agreement, (duty.county_id, duty.agreement_id)) if duty else None
    if done is None or duty is None or agreement is None or agreement.case_id != desk.case.id:
        raise NotFound("这个案件没有登记过这次履行，请从协议页重新打开。")
    if desk.session.get(WithdrawnFulfillment, (done.county_id, done.id)) is not None:
        raise NotNow("这次履行登记已经撤回，不能出具履行凭证。请核对后重新登记履行，再出具。")
    amount = Decimal(done.amount_fen) / FEN if done.amount_fen is not None else None
    return FulfillmentReceipt(
        committee=desk.committee_name,
        number=desk.number,
        payer=duty.debtor,
        payee=duty.creditor,
        agreement_number=agreement.number,
        what=duty.what,
        received_on=done.on,
        amount=amount,
        manner=duty.manner,
        is_whole=done.is_whole,
        witnesses=desk.names_in("witnesses"),
    )


def file_statement(desk: Desk) -> FileStatement:
    """Write what is missing from the file, changed, added or taken out (PAPERS ⑬)."""
    return FileStatement(
        committee=desk.committee_name,
        number=desk.number,
        statement=desk.words["statement"],
        compiler=desk.user(desk.actor_id),
        inspector=desk.words["inspector"],
        stated_on=desk.on,
    )


def table(text: str) -> list[list[str]]:
    """Read a table that was told: rows of words, empty rows left out; Incomplete if it is none."""
    try:
        rows = json.loads(text)
        read = [[str(cell).strip() for cell in row] for row in rows]
    except (ValueError, TypeError) as error:
        raise Incomplete("证据没有填好。请在文书页重新填写证据目录。") from error
    filled = [row for row in read if any(row)]
    if not filled:
        raise Incomplete("证据目录里还没有一件证据。请在文书页填写。")
    return filled


def _piece(row: list[str]) -> Evidence:
    name, source, extent, proves, form, remark = [*row, *[""] * COLUMNS][:COLUMNS]
    if not name:
        raise Incomplete("证据目录里有一行没有写证据名称，请补上，或者把这一行清空。")
    return Evidence(
        name=name, source=source, extent=extent, proves=proves, form=form, remark=remark
    )
