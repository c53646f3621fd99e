"""A scan brought back, and how many copies were printed."""

from typing import Any

from flask_wtf.file import FileField
from wtforms import FieldList, FormField, HiddenField, IntegerField
from wtforms import Form as Part

from app.dossiers.commands import KeepScan, RecordPrint, SignerSeen
from forms.base import Form, day_field, text_field
from forms.spoken import words_of


class SignerPart(Part):
    """A name seen on the sheet, and the day beside it."""

    signer = text_field("签字人", 100, required=False)
    on = day_field("签字日期", required=False)


class ScanForm(Form):
    """The signed sheet, or a paper from outside."""

    scan = FileField("扫描件（PDF、JPEG、PNG，不超过 20 MB）")
    paper_id = HiddenField()
    code = HiddenField()
    on = day_field("材料日期")
    note = text_field("说明", 300, required=False)
    signers = FieldList(FormField(SignerPart), min_entries=2, max_entries=40)

    def to_command(self, **said: Any) -> KeepScan:  # noqa: ANN401 (who, what: the page's)
        """Say it as a command."""
        rows = (row.form for row in self.signers)
        seen = (SignerSeen(signer=r.signer.data, on=r.on.data) for r in rows if r.signer.data and r.on.data)  # fmt: skip
        return KeepScan(**said | words_of(self, "on", "note"), signers=tuple(seen))


class PrintForm(Form):
    """How many copies left the printer."""

    count = IntegerField("打印份数", default=1)

    def to_command(self, **said: Any) -> RecordPrint:  # noqa: ANN401 (who, what: the page's)
        """Say it as a command."""
        return RecordPrint(**said, count=self.count.data or 0)
