"""A file that came with a form: read by its content, kept with the case's papers."""

from uuid import uuid5

from werkzeug.datastructures import FileStorage

from app.cases.model import Case
from app.dossiers.commands import Content, KeepScan
from app.dossiers.scanning import MOST_BYTES, read_scan
from app.web import door
from app.web.steps import speaking
from forms.obligation_done import FulfillForm

PROOF = "fulfillment_proof"


def read_upload(upload: object) -> Content | None:
    """Read a form's file; None where none was chosen, Incomplete where it is no scan."""
    if not isinstance(upload, FileStorage) or not upload.filename:
        return None
    return read_scan(upload.stream.read(MOST_BYTES + 1))


def store_proof(case: Case, form: FulfillForm) -> str | None:
    """Keep a proof of fulfillment among the papers and answer its hash."""
    scan = read_upload(form.scan.data)
    if scan is None:
        return None
    who = speaking(case.id) | {"on": form.on.data}
    command = KeepScan(**who, scan=scan, code=PROOF, note=form.proof.data)
    door.execute(command, key=uuid5(form.command_key, "scan"))
    return scan.sha256
