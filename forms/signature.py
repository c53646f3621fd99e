"""Who signed when: one row a signer; a row without a day is not signed yet."""

from typing import Any

from wtforms import BooleanField, FormField, HiddenField
from wtforms import Form as Part

from app.agreements.commands import RegisterSignatures, SignatureWords
from app.agreements.enums import SignatureMethod, SignerRole
from app.kernel.errors import Incomplete
from forms.base import Form, choice_field, day_field, text_field
from forms.ids import BROKEN, known_id
from forms.rows import Rows

MOST_HANDS = 600  # of a dispute of 240 parties: each with one who stands for them, and the house


def known_role(text: str | None) -> SignerRole:
    """Read a role that the page itself brought along; anything else is refused."""
    found = next((one for one in SignerRole if one == text), None)
    if found is None:
        raise Incomplete(BROKEN)
    return found


class SignaturePart(Part):
    """One hand: whose, how, on which day."""

    role = HiddenField()
    party_id = HiddenField()
    signer = text_field("签字人", 100, required=False)
    method = choice_field("方式", SignatureMethod, required=False)
    on = day_field("签字日期", required=False)
    written_by = text_field("代书并宣读人", 60, required=False)
    witness = text_field("见证人", 60, required=False)

    def words(self) -> SignatureWords:
        """Say the row."""
        party_id = known_id(self.party_id.data)
        said = {name: self[name].data for name in ("signer", "on", "written_by", "witness")}
        method = self.method.data or SignatureMethod.SIGNATURE
        role = known_role(self.role.data)
        return SignatureWords(**said, role=role, method=method, party_id=party_id)


class SignaturesForm(Form):
    """The whole signing table."""

    rows = Rows(FormField(SignaturePart), "签字", most=MOST_HANDS)
    is_tablet_agreed = BooleanField("各方已书面同意使用手写板签名（只作辅助，纸上签名才算数）")

    def to_command(self, **said: Any) -> RegisterSignatures:  # noqa: ANN401 (who, where: the page's)
        """Say it as a command."""
        hands = [row.form.words() for row in self.rows if row.form.on.data and row.form.signer.data]
        agreed = bool(self.is_tablet_agreed.data)
        return RegisterSignatures(**said, signatures=tuple(hands), is_tablet_agreed=agreed)
