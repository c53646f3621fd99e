"""代理人 or 监护人, put down for a party."""

from typing import Any

from app.cases.enums import RepresentativeKind
from app.cases.intake.commands import AddRepresentative
from app.cases.intake.record import RepresentativeSaid
from forms.base import Form, choice_field, id_number_field, phone_field, text_field


class RepresentativeForm(Form):
    """Who speaks for a party, as what, and how they are related."""

    name = text_field("姓名", 100)
    kind = choice_field("身份", RepresentativeKind)
    relation = text_field("与当事人的关系", 40, required=False)
    phone = phone_field("电话")
    id_number = id_number_field()

    def to_command(self, **said: Any) -> AddRepresentative:  # noqa: ANN401 (who, where: the page's)
        """Say it as a command."""
        speaker = RepresentativeSaid(
            name=self.name.data or "",
            kind=self.kind.data,
            phone=self.phone.data,
            id_number=self.id_number.data,
        )
        seen, relation = self.seen_version.data, self.relation.data
        return AddRepresentative(**said, said=speaker, relation=relation, seen_version=seen)
