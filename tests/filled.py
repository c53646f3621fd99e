"""What a browser would send of a page's form, as it was shown."""

from html.parser import HTMLParser

ALWAYS_OUT = {"/sign-out", "/cases"}


class Filled(HTMLParser):
    """Collect the fields of the page's own forms, with the values that are shown."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.fields: dict[str, list[str]] = {}
        self.inside = False
        self.select = self.area = None
        self.feed(page)

    def handle_starttag(self, tag, attrs):
        given = dict(attrs)
        if tag == "form":
            self.inside = given.get("action") not in ALWAYS_OUT
        if not self.inside:
            return
        meet = {"select": self._select, "textarea": self._area, "option": self._option}
        (meet | {"input": self._input}).get(tag, dict)(given)

    def _select(self, given):
        self.select, self.first = given["name"], True

    def _area(self, given):
        self.area = given["name"]
        self.fields[self.area] = [""]

    def _option(self, given):
        if self.select and (self.first or "selected" in given):
            self.fields[self.select] = [given["value"]]
            self.first = False

    def _input(self, given):
        ticked = given.get("type") not in {"checkbox", "radio"} or "checked" in given
        if given.get("name") and given.get("type") != "file" and ticked:
            self.fields.setdefault(given["name"], []).append(given.get("value", ""))

    def handle_data(self, data):
        if self.area:
            self.fields[self.area][0] += data

    def handle_endtag(self, tag):
        self.select = None if tag == "select" else self.select
        self.area = None if tag == "textarea" else self.area
        self.inside = self.inside and tag != "form"


def filled(page: str) -> dict[str, list[str]]:
    """Give the fields of a page's forms."""
    found = Filled(page).fields
    return {name: values for name, values in found.items() if name != "csrf_token"}
