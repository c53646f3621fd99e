"""The main menu: what this person may open, and what is built."""

from dataclasses import dataclass

from flask import Flask, g

from app.access.actor import Actor
from app.access.permissions import Permission
from app.web.door import config
from app.web.paths import built


@dataclass(frozen=True)
class Item:
    """One line of the menu."""

    text: str
    path: str
    needs: Permission

    def holds(self, path: str) -> bool:
        """Say whether a page belongs to this line: the longest path that fits."""
        fitting = [item for item in ITEMS if f"{path}/".startswith(f"{item.path}/")]
        return bool(fitting) and max(fitting, key=lambda item: len(item.path)) == self


ITEMS = (
    Item("今日工作", "/today", Permission.SELF),
    Item("总览", "/overview", Permission.CASE_SUPERVISE),
    Item("登记受理", "/cases/intake", Permission.CASE_REGISTER),
    Item("案件", "/cases", Permission.CASE_READ),
    Item("排查", "/screenings", Permission.CASE_REGISTER),
    Item("期限", "/deadlines", Permission.CASE_READ),
    Item("坐班", "/rota", Permission.PEOPLE_READ),
    Item("回访", "/revisits", Permission.CASE_FOLLOW_UP),
    Item("下乡工作台", "/desk", Permission.CASE_REGISTER),
    Item("下乡", "/custody", Permission.CASE_READ),
    Item("下乡不一致", "/arrivals", Permission.CASE_MEDIATE),
    Item("下乡电脑", "/devices", Permission.CASE_SUPERVISE),
    Item("导入", "/cases/import", Permission.CASE_IMPORT),
    Item("督办", "/supervision", Permission.CASE_SUPERVISE),
    Item("台账统计", "/registers", Permission.REGISTER_READ),
    Item("规则", "/rulebooks", Permission.RULE_READ),
    Item("调委会", "/people/committees", Permission.PEOPLE_READ),
    Item("调解员", "/people/mediators", Permission.PEOPLE_READ),
    Item("行业专家", "/people/specialists", Permission.PEOPLE_READ),
    Item("用户", "/people/users", Permission.USER_MANAGE),
    Item("下乡口令", "/key-rescues", Permission.PEOPLE_MANAGE),
    Item("区划网格", "/places", Permission.PLACE_MANAGE),
    Item("去向单位", "/places/referral-targets", Permission.PLACE_MANAGE),
    Item("节假日", "/calendar", Permission.PLACE_MANAGE),
    Item("发送记录", "/deliveries", Permission.USER_MANAGE),
    Item("审计", "/audit", Permission.AUDIT_READ),
)

VILLAGE = (
    "/arrivals",
    "/custody",
    "/desk",
    "/devices",
    "/key-rescues",
)  # gone with the village desk


def register(flask: Flask) -> None:
    """Give every template the person and their menu."""
    flask.context_processor(_shell)


def menu_of(actor: Actor) -> list[Item]:
    """List the lines this person may open, of those that are built and switched on."""
    away = VILLAGE if config().desk == "off" else ()
    open_now = [item for item in ITEMS if item.path in built() and item.path not in away]
    return [item for item in open_now if actor.may(item.needs)]


def _shell() -> dict[str, object]:
    actor = g.get("actor")
    return {"actor": actor, "nav": menu_of(actor) if actor else []}
