"""The sheet of 卷宗评查: a finding and a note for each point."""

from typing import Any

from app.aftercare.evaluation_commands import EvaluateFile, FilePoint, Finding, PointFound
from app.words import label
from forms.base import Form, choice_field, day_field, text_field
from forms.spoken import words_of


class EvaluationForm(Form):
    """Seven points, a remark, and until when what is wanting is mended."""

    remark = text_field("总的意见", 1000, required=False, rows=2)
    mend_by = day_field("整改期限", required=False)

    @property
    def rows(self) -> list[Any]:
        """Give the two fields of each point, with what is checked."""
        return [(point, self[point.value], self[f"{point}_note"]) for point in FilePoint]

    def to_command(self, **said: Any) -> EvaluateFile:  # noqa: ANN401 (who, where: the page's)
        """Say it as a command."""
        points = tuple(
            PointFound(point=point, finding=finding.data, note=note.data)
            for point, finding, note in self.rows
        )
        words = words_of(self, "remark", "mend_by", "seen_version")
        return EvaluateFile(**said | words, points=points)


for _point in FilePoint:
    setattr(EvaluationForm, _point.value, choice_field(label(_point), Finding))
    _note = text_field(f"{label(_point)}：说明", 500, required=False)
    setattr(EvaluationForm, f"{_point}_note", _note)
