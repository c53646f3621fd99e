"""The parts of the API's description."""

import json
from typing import Any

from config import ROOT

BEARER: list[dict[str, list[str]]] = [{"token": []}]


def intake() -> dict[str, Any]:
    """Describe how a record is brought in."""
    record = {"$ref": "#/components/schemas/IntakeRecord"}
    answers = {
        "201": "已登记（accepted）或不予受理（declined）",
        "200": "同一来件系统、同一 ref 已登记过（duplicate），答复与第一次相同",
        "422": "记录不合格（invalid），errors 写明每一处",
    }
    return {
        "summary": "登记一条纠纷",
        "security": BEARER,
        "requestBody": {"required": True, "content": {"application/json": {"schema": record}}},
        "responses": _answers(answers | REFUSALS, _taken()),
    }


def case() -> dict[str, Any]:
    """Describe how a case is asked for."""
    number = {"name": "number", "in": "path", "required": True, "schema": {"type": "string"}}
    answers = {"200": "案件办理情况", "404": "没有这个案号的案件"}
    return {
        "summary": "查询案件办理情况",
        "security": BEARER,
        "parameters": [number],
        "responses": _answers(answers | REFUSALS, {"type": "object"}),
    }


REFUSALS = {
    "401": "没有令牌或令牌已收回",
    "403": "令牌没有这项权限",
    "413": "内容太大",
    "415": "不是 JSON",
    "429": "调用太快，见 Retry-After",
    "503": "数据库暂时不可用，请重试",
}


def _answers(said: dict[str, str], schema: dict[str, Any]) -> dict[str, Any]:
    content = {"application/json": {"schema": schema}}
    return {code: {"description": text, "content": content} for code, text in said.items()}


def _taken() -> dict[str, Any]:
    decision = {"anyOf": [{"$ref": "#/components/schemas/Decision"}, {"type": "null"}]}
    text = {"type": ["string", "null"]}
    result = {"enum": ["accepted", "declined", "duplicate", "invalid"]}
    said = {"ref": text, "result": result, "case": text, "decision": decision}
    return {"type": "object", "properties": said | {"errors": {"type": "array"}}}


def schema(name: str) -> dict[str, Any]:
    """Take over one of the contract's schemas."""
    told: dict[str, Any] = json.loads(
        (ROOT / "contract" / f"{name}.schema.json").read_text(encoding="utf-8")
    )
    return {key: value for key, value in told.items() if key != "$id"}
