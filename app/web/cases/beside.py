"""The pages beside a case's own, as tabs."""

from app.web import door

BESIDE = (
    ("agreement", "协议"),
    ("papers", "文书"),
    ("deadlines", "期限"),
    ("revisits", "回访"),
    ("supervision-orders", "督办"),
    ("custody", "下乡"),
    ("evaluation", "卷宗评查"),
    ("receipt", "登记回执"),
)


def beside() -> list[tuple[str, str]]:
    """List the case's own pages; of the village desk's only where it is switched on."""
    away = {"custody"} if door.config().desk == "off" else set()
    return [(name, text) for name, text in BESIDE if name not in away]
