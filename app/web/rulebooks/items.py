"""The collected answers of a rule, each item in Chinese."""

from collections.abc import Callable

from app.dossiers.catalogue import catalogue
from app.web.cases.outputs import output_said
from app.web.cases.wording import fact_label
from app.web.rulebooks.reader import Reader
from rules.rulebook import Item

COUNTINGS = {"calendar_days": "日", "working_days": "个工作日"}
HEADS = {
    "refer_to": "告知可以去",
    "specialists": "邀请专家：",
    "joint_with": "会同",
    "duties": "应当",
    "deadlines": "开始计算期限：",
    "papers": "卷内要有",
    "merits": "加分：",
}


def item_said(output: str, item: Item, reader: Reader) -> str:
    """Say one item of an output."""
    return ITEMS.get(output, _text)(item, reader)


def paper_title(code: str) -> str:
    """Name a paper."""
    entry = catalogue().get(code)
    return entry.title if entry else code


def _text(item: Item, _reader: Reader) -> str:
    return str(next(iter(item.values())))


def _referral(item: Item, _reader: Reader) -> str:
    organ = output_said("refer_to", item["organ"])
    return f"{organ}（不再调解）" if item["instead"] else f"{organ}（调解之外的另一条路）"


def _duty(item: Item, reader: Reader) -> str:
    within = f"（{item['within']}）" if item["within"] else ""
    return reader.filled(f"{item['duty']}{within}")


def _paper(item: Item, _reader: Reader) -> str:
    name = f"《{paper_title(item['paper'])}》"
    return name if item["required"] else f"{name}（视情况）"


def _deadline(item: Item, reader: Reader) -> str:
    days = f"{reader.count(item['days'])}{COUNTINGS[item['counting']]}"
    start = fact_label(item["counted_from"]) if item["counted_from"] else "判断之日"
    return f"{output_said('deadlines', item['name'])} {days}（自{start}起）"


def _merit(item: Item, reader: Reader) -> str:
    return f"{item['merit']} {reader.count(item['points'])} 分"


ITEMS: dict[str, Callable[[Item, Reader], str]] = {
    "refer_to": _referral,
    "duties": _duty,
    "papers": _paper,
    "deadlines": _deadline,
    "merits": _merit,
}
