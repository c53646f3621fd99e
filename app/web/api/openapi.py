"""/api/v1/openapi.json: the API described, from the contract's own schema files."""

from functools import cache
from typing import Any

from flask import jsonify
from werkzeug.wrappers import Response

from app.web.api.described import case, intake, schema
from app.web.api.token import door_for
from app.web.guard import public

page = door_for("api_openapi")


@page.get("/openapi.json")
@public
def show() -> Response:
    """Describe the API."""
    return jsonify(described())


@cache
def described() -> dict[str, Any]:
    """Put the description together once."""
    return {
        "openapi": "3.1.0",
        "info": {
            "title": "四诊 API",
            "version": "1",
            "description": "令牌由管理员发放；人名已遮盖。",
        },
        "paths": {
            "/api/v1/intake": {"post": intake()},
            "/api/v1/cases/{number}": {"get": case()},
        },
        "components": {
            "securitySchemes": {"token": {"type": "http", "scheme": "bearer"}},
            "schemas": {"IntakeRecord": schema("intake"), "Decision": schema("decision")},
        },
    }
