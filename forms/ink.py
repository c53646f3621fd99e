"""A signature drawn on a screen, with what it is bound to."""

from typing import Any

from wtforms import BooleanField, HiddenField

from app.agreements.enums import SignerRole
from app.dossiers.commands import DrawSignature
from forms.base import Form, text_field
from forms.ids import known_id
from forms.signature import known_role


class InkForm(Form):
    """The strokes of one hand; `binding` binds them to the sheet that was shown."""

    signer = text_field("签名人", 100)
    witness = text_field("见证人", 60, required=False)
    is_agreed = BooleanField(
        "本人已经看过这份文书，书面同意使用手写板签名，知道它只作辅助、纸上还要签"
    )
    role = HiddenField()
    party_id = HiddenField()
    strokes = HiddenField("笔迹")
    width = HiddenField()
    height = HiddenField()
    binding = HiddenField()

    def size(self) -> tuple[float, float]:
        """Read the pad's size; what is no number is no pad."""
        try:
            return float(self.width.data or 0), float(self.height.data or 0)
        except ValueError:
            return 0.0, 0.0

    def to_command(self, **said: Any) -> DrawSignature:  # noqa: ANN401 (who, which sheet: the page's)
        """Say it as a command."""
        return DrawSignature(
            **said,
            role=known_role(self.role.data or SignerRole.PARTY),
            party_id=known_id(self.party_id.data),
            signer=self.signer.data or "",
            witness=self.witness.data,
            is_agreed=bool(self.is_agreed.data),
        )
