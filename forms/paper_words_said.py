"""How the asked words of a paper go into its fields and come out again: always as text."""

import json
from datetime import date

from wtforms import Field, FieldList

from app.dossiers.asked import AskedWord

ROWS_MORE, ROWS_MOST = 5, 60


def shown(word: AskedWord, text: str) -> object:
    """Give a field what was told, in the field's own kind."""
    if word.kind == "table":
        rows = [{f"c{n}": cell for n, cell in enumerate(row)} for row in json.loads(text)]
        return [*rows, *[{}] * min(ROWS_MORE, ROWS_MOST - len(rows))]
    if word.kind == "day":
        return date.fromisoformat(text)
    return text == "yes" if word.kind == "yes_no" else text


def told(field: Field) -> str:
    """Say a field's data as text."""
    if isinstance(field, FieldList):
        rows = [[cell.data or "" for cell in row.form] for row in field]
        return json.dumps([row for row in rows if any(row)], ensure_ascii=False)
    said = field.data
    return {True: "yes", False: "no", None: ""}.get(said, str(said)) if isinstance(said, bool | None) else str(said)  # fmt: skip
