"""/key-rescues: laptops whose passphrase was forgotten."""

from app.web.rescues import list as rescue_list

PAGES = (rescue_list.page,)
