"""GET /api/v1/cases/<number>: where a case stands, its people masked."""

from flask import jsonify
from sqlalchemy import select

from app.cases.model import Case
from app.cases.outline import outline
from app.kernel.errors import NotFound
from app.web import door
from app.web.api.token import Answer, bearer, caller, door_for

page = door_for("api_cases")


@page.get("/cases/<number>")
@bearer("may_read")
def show(number: str) -> Answer:
    """Tell one case of the token's county; a sealed one only to who brought it."""
    token = caller()
    query = select(Case).where(Case.county_id == token.county_id, Case.number == number)
    case = door.reading().scalar(query)
    if case is None or (case.is_sealed and case.sender != token.name):
        raise NotFound("没有这个案号的案件。")
    return jsonify(outline(door.reading(), case))
