"""A scan brought back, and how many copies were printed."""

from datetime import date
from typing import Any

from flask_wtf.file import FileField
from wtforms import FormField, HiddenField, IntegerField

from app.agreements.commands import SignatureWords
from app.agreements.enums import SignatureMethod, SignerRole
from app.dossiers.commands import KeepScan, SignerSeen
from forms.base import Form, day_field, text_field
from forms.rows import Rows
from forms.signature import MOST_HANDS, SignaturePart
from forms.spoken import words_of


class ScanForm(Form):
    """The signed sheet, or a paper from outside."""

    scan = FileField("扫描件（PDF、JPEG、PNG，不超过 20 MB）")
    paper_id = HiddenField()
    code = HiddenField()
    on = day_field("材料日期")
    note = text_field("说明", 300, required=False)
    signers = Rows(FormField(SignaturePart), "签字", most=MOST_HANDS)

    def to_command(self, **said: Any) -> KeepScan:  # noqa: ANN401 (who, what: the page's)
        """Say it as a command."""
        seen = tuple(_seen(row) for row in self._signed())
        return KeepScan(**said | words_of(self, "on", "note"), signers=seen)

    def hands(self) -> list[SignatureWords]:
        """Read the hands of an agreement's sheet; the seal is none."""
        return [row.words() for row in self._signed() if row.role.data != SignerRole.SEAL]

    def sealed_on(self) -> date | None:
        """Read the day of the committee's seal; None where it is not on the sheet."""
        seals = [row.on.data for row in self._signed() if row.role.data == SignerRole.SEAL]
        return seals[0] if seals else None

    def _signed(self) -> list[SignaturePart]:
        rows = (row.form for row in self.signers)
        return [row for row in rows if row.signer.data and row.on.data]


def _seen(row: SignaturePart) -> SignerSeen:
    said = {name: row[name].data for name in ("signer", "on", "witness")}
    return SignerSeen(**said, method=row.method.data or SignatureMethod.SIGNATURE)


class PrintForm(Form):
    """How many copies left the printer."""

    count = IntegerField("打印份数", default=1)
