"""Pages of the laptops that keep the village desk, and of the sealed files that come on a stick."""

from app.web.devices import sticks, stopping

PAGES = (stopping.page, sticks.page)
