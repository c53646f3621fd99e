"""The editor of an agreement: facts, clauses, obligations; rows come and go without JavaScript."""

from typing import Any

from wtforms import BooleanField, FormField, HiddenField

from app.agreements.commands import DraftAgreement, Wording
from app.agreements.enums import AgreementForm as AgreementIs
from app.agreements.enums import AgreementKind
from forms.base import Form, choice_field, day_field, text_field
from forms.counts import version_field
from forms.ids import known_id
from forms.obligation import ObligationPart
from forms.rows import Rows

MOST_ROWS = 60


class AgreementForm(Form):
    """The text of an agreement as it is being written."""

    agreement_id = HiddenField()
    parent_id = HiddenField()
    seen_revision = version_field()
    form = choice_field("协议形式", AgreementIs)
    kind = choice_field("解决到什么程度", AgreementKind)
    facts = text_field("纠纷主要事实、争议事项", 8000, rows=6)
    responsibilities = text_field("各方责任", 4000, required=False, rows=2)
    clauses = Rows(text_field("条款", 4000, required=False, rows=3), "条款", most=MOST_ROWS)
    obligations = Rows(FormField(ObligationPart), "义务", most=MOST_ROWS)
    has_court_copy = BooleanField("另加一份，报送人民法院申请司法确认")
    interpreter = text_field("翻译人（有藏语当事人时填写）", 60, required=False)
    on = day_field("达成协议的日期", required=False)
    recorder = text_field("记录人", 60, required=False)

    def wording(self) -> Wording:
        """Say the text; rows without a word are no rows."""
        lines = [row.form for row in self.obligations if not row.form.is_blank]
        return Wording(
            facts=self.facts.data or "",
            responsibilities=self.responsibilities.data or "",
            clauses=tuple(clause.data.strip() for clause in self.clauses if clause.data),
            obligations=tuple(line.words() for line in lines),
            has_court_copy=bool(self.has_court_copy.data),
            interpreter=self.interpreter.data or None,
        )

    def to_command(self, **said: Any) -> DraftAgreement:  # noqa: ANN401 (who, where: the page's)
        """Say it as a command."""
        known = {name: known_id(self[name].data) for name in ("agreement_id", "parent_id")}
        words = {"form": self.form.data, "kind": self.kind.data} | known
        return DraftAgreement(
            **said | words, wording=self.wording(), seen_revision=self.seen_revision.data
        )
