"""Reads every page that any test fetches as a careful visitor would, and complains.

A page has its language, a title and one heading; every field has a name that can be heard; every
form that changes something carries the token; no two things share an id.
"""

from collections import Counter
from dataclasses import dataclass, field
from html.parser import HTMLParser

from flask.testing import FlaskClient

FIELDS = {"input", "select", "textarea"}
UNSEEN = {"hidden", "submit", "button", "image", "reset"}
VOID = {"input", "img", "br", "hr", "meta", "link", "col", "wbr", "source", "area", "base"}


@dataclass
class Page(HTMLParser):
    """What one page holds."""

    text: str
    language: str | None = None
    title: str = ""
    headings: int = 0
    ids: list[str] = field(default_factory=list)
    labeled: set[str] = field(default_factory=set)
    waiting: list[tuple[str, str]] = field(default_factory=list)
    complaints: list[str] = field(default_factory=list)
    path: list[str] = field(default_factory=list)
    form: dict[str, str | None] | None = None
    form_fields: set[str] = field(default_factory=set)

    def __post_init__(self) -> None:
        super().__init__()
        self.feed(self.text)

    def handle_starttag(self, tag, attrs):
        given = dict(attrs)
        if tag not in VOID:
            self.path.append(tag)
        if given.get("id") and given.get("type") != "hidden":  # nothing refers to a hidden one
            self.ids.append(given["id"])
        meet = {
            "html": self._meet_page,
            "h1": self._meet_heading,
            "label": self._meet_label,
            "img": self._meet_picture,
            "form": self._meet_form,
        }.get(tag)
        if meet:
            meet(given)
        if tag in FIELDS:
            self._meet_field(tag, given)

    def _meet_page(self, given):
        self.language = given.get("lang") or ""

    def _meet_heading(self, _given):
        self.headings += 1

    def _meet_label(self, given):
        if given.get("for"):
            self.labeled.add(given["for"])

    def _meet_picture(self, given):
        if "alt" not in given:
            self.complaints.append(f"图片没有 alt：{given}")

    def _meet_form(self, given):
        self.form, self.form_fields = given, set()

    def _meet_field(self, tag, given):
        if self.form is not None and given.get("name"):
            self.form_fields.add(given["name"])
        if given.get("type") in UNSEEN or "label" in self.path:
            return
        if not (given.get("aria-label") or given.get("aria-labelledby")):
            self.waiting.append((given.get("id") or "", f"{tag} {given.get('name')}"))

    def handle_endtag(self, tag):
        if tag == "form" and self.form is not None:
            method = (self.form.get("method") or "get").lower()
            if method == "post" and "csrf_token" not in self.form_fields:
                self.complaints.append(f"表单没有 csrf_token：{self.form}")
            self.form = None
        if tag in self.path:
            while self.path.pop() != tag:
                pass

    def handle_data(self, data):
        if self.path and self.path[-1] == "title":
            self.title += data

    def verdict(self) -> list[str]:
        """Say everything that is wrong."""
        found = list(self.complaints)
        found += [f"没有标签：{what}" for id_, what in self.waiting if id_ not in self.labeled]
        found += [
            f"id 重复：{id_}" for id_, times in sorted(Counter(self.ids).items()) if times > 1
        ]
        if self.language is not None:
            found += [] if self.language == "zh-CN" else [f"lang={self.language}"]
            found += [] if self.title.strip() else ["没有 title"]
            found += [] if self.headings == 1 else [f"h1 有 {self.headings} 个"]
        return found


class Visitor(FlaskClient):
    """A test client that reads what it gets."""

    def open(self, *args, **kwargs):
        """Fetch, and complain about the page."""
        answer = super().open(*args, **kwargs)
        if answer.mimetype == "text/html" and not answer.location:
            verdict = Page(answer.text).verdict()
            if not self.application.config["WTF_CSRF_ENABLED"]:
                verdict = [said for said in verdict if "csrf_token" not in said]
            assert not verdict, f"{answer.request.path}：{verdict}"
        return answer
