"""POST /api/v1/intake: one record; the same ref of the same token twice is one case."""

from flask import jsonify, request

from app.access.founding import system_account
from app.cases.intake.lines import LONGEST, parse
from app.cases.intake.problems import BadRecord
from app.cases.intake.reception import Reception, Result, Taken, refused
from app.web import door
from app.web.api.token import Answer, bearer, caller, door_for, wrong

page = door_for("api_intake")
STATUS = {Result.DUPLICATE: 200, Result.INVALID: 422}
CREATED = 201


@page.post("/intake")
@bearer("may_register")
def take() -> Answer:
    """Take one record into the books."""
    if request.mimetype != "application/json":
        return wrong(415, "请用 Content-Type: application/json 发送一条记录（UTF-8）。")
    if (request.content_length or 0) > LONGEST:
        return wrong(413, "这条记录太大，没有保存。")
    taken = _take(request.get_data())
    return jsonify(taken.to_dict()), STATUS.get(taken.result, CREATED)


def _take(body: bytes) -> Taken:
    token = caller()
    actor_id = system_account(door.reading(), token.county_id)
    try:
        mapping = parse(body)
    except BadRecord as error:
        return refused(None, *error.problems)
    return Reception(door.bus(), token.county_id, actor_id, token.name).take(mapping)
