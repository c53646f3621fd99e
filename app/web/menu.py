"""The lines of the main menu, under their headings."""

from dataclasses import dataclass

from app.access.permissions import Permission


@dataclass(frozen=True)
class Item:
    """One line of the menu."""

    text: str
    path: str
    needs: Permission


MENU: tuple[tuple[str, tuple[Item, ...]], ...] = (
    ("办案", (
        Item("今日工作", "/today", Permission.SELF),
        Item("登记受理", "/cases/intake", Permission.CASE_REGISTER),
        Item("案件", "/cases", Permission.CASE_READ),
        Item("排查", "/screenings", Permission.CASE_REGISTER),
        Item("期限", "/deadlines", Permission.CASE_READ),
        Item("坐班", "/rota", Permission.PEOPLE_READ),
        Item("回访", "/revisits", Permission.CASE_FOLLOW_UP),
    )),
    ("下乡", (
        Item("下乡工作台", "/desk", Permission.CASE_REGISTER),
        Item("带走的案件", "/custody", Permission.CASE_READ),
        Item("下乡不一致", "/arrivals", Permission.CASE_MEDIATE),
        Item("下乡电脑", "/devices", Permission.CASE_SUPERVISE),
        Item("下乡口令", "/key-rescues", Permission.PEOPLE_MANAGE),
    )),
    ("督导", (
        Item("总览", "/overview", Permission.CASE_SUPERVISE),
        Item("督办", "/supervision", Permission.CASE_SUPERVISE),
        Item("台账统计", "/registers", Permission.REGISTER_READ),
        Item("规则", "/rulebooks", Permission.RULE_READ),
        Item("审计", "/audit", Permission.AUDIT_READ),
    )),
    ("人员", (
        Item("调委会", "/people/committees", Permission.PEOPLE_READ),
        Item("调解员", "/people/mediators", Permission.PEOPLE_READ),
        Item("行业专家", "/people/specialists", Permission.PEOPLE_READ),
        Item("用户", "/people/users", Permission.USER_MANAGE),
    )),
    ("本县", (
        Item("区划网格", "/places", Permission.PLACE_MANAGE),
        Item("去向单位", "/places/referral-targets", Permission.PLACE_MANAGE),
        Item("节假日", "/calendar", Permission.PLACE_MANAGE),
        Item("发送记录", "/deliveries", Permission.USER_MANAGE),
    )),
)  # fmt: skip
ITEMS = tuple(item for _, items in MENU for item in items)

VILLAGE = frozenset(
    ("/arrivals", "/custody", "/desk", "/devices", "/key-rescues")
)  # gone with the village desk
