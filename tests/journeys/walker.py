"""One person at a browser: goes where the page says, fills fields by their names, presses buttons."""

import re

from playwright.sync_api import Page, expect

TODAY = "2026-03-02"
CASE = re.compile(r"/cases/([0-9a-f-]{36})")


class Walker:
    """What a person does on the pages of one case."""

    def __init__(self, page: Page, case: str = "") -> None:
        self.page, self.case = page, case

    def at(self, path: str = "") -> "Walker":
        """Open a page of the case."""
        self.page.goto(f"/cases/{self.case}{path}")
        return self

    def fill(self, **said: str) -> "Walker":
        """Fill fields by their names; lists are chosen by what is written in them."""
        for name, value in said.items():
            field = self.page.locator(f"[name='{name.replace('__', '-')}']").first
            if field.evaluate("e => e.tagName") == "SELECT":
                field.select_option(label=value)
            else:
                field.fill(value)
        return self

    def tick(self, *names: str) -> "Walker":
        """Tick every box of these names."""
        for name in names:
            for box in self.page.locator(f"[name='{name}']").all():
                box.check()
        return self

    def press(self, words: str) -> "Walker":
        """Press the button that says so, and wait for the page that follows."""
        with self.page.expect_navigation():
            self.page.get_by_role("button", name=words, exact=True).first.click()
        return self

    def sees(self, *words: str) -> "Walker":
        """Find these words on the page."""
        for each in words:
            expect(self.page.locator("main")).to_contain_text(each)
        return self

    def next_step(self) -> str:
        """Read the one primary action of the case page."""
        self.at()
        return self.page.locator("main .primary").first.inner_text().strip()

    def hold(self, kind: str, result: str, text: str, next_on: str = "") -> "Walker":
        """Plan a session of today and record it at once."""
        self.at("/meetings").fill(
            kind=kind, held_on=TODAY, starts="15:00", place="甲乙村村委会", method="面对面"
        )
        self.press("安排")
        self.page.get_by_role("link", name="填写调解记录").click()
        return self.record(result, text, next_on)

    def record(self, result: str, text: str, next_on: str = "") -> "Walker":
        """Fill in the record of a planned session: both parties and the chair were there."""
        self.tick("party_ids")
        self.page.get_by_role("checkbox", name="扎西多杰").first.check()
        self.fill(text=text, result=result, next_on=next_on)
        return self.press("保存调解记录")


def register(page: Page, *, dispute: str, summary: str, parties=(), **said: str) -> Walker:
    """Tell a dispute at the desk: two people by default, both willing; answer a walker on it."""
    page.goto("/cases/intake")
    told = parties or (("才旦", "甲乙村"), ("旦正", "甲乙村"))
    for ordinal, (name, area) in enumerate(told):
        page.fill(f"#parties-{ordinal}-name", name)
        page.fill(f"#parties-{ordinal}-area", area)
        page.select_option(f"#parties-{ordinal}-consents", index=1)
    walker = Walker(page).fill(dispute_type=dispute, summary=summary, area="甲乙村", **said)
    page.keyboard.press("Control+Enter")
    page.wait_for_url("**/receipt")
    walker.case = CASE.search(page.url)[1]
    return walker
