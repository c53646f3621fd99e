"""The core of working without a network, in every run: the server and the browser really killed."""

import pytest
from playwright.sync_api import expect

from tests.offline.harness import case_id, sign_once, visit

pytestmark = pytest.mark.browser


def test_a_visit_written_without_a_network_arrives_once_with_its_signature(laptop, centre):
    page = laptop.begin()
    laptop.context.set_offline(True)
    centre.kill()
    visit(laptop, sign=True)
    expect(page.locator("#queue")).to_contain_text("2 条写在这台电脑里，还没交到中心")
    laptop.desk()
    laptop.unlock()
    laptop.close()
    page = laptop.open()
    laptop.context.set_offline(True)
    laptop.desk()
    laptop.unlock()
    assert [row["status"] for row in laptop.rows()] == ["waiting", "waiting"]
    laptop.context.set_offline(False)
    centre.start()
    laptop.sign_in()  # the sign-in ended with the browser; the queue did not
    laptop.unlock()
    laptop.waits_for(2)
    assert centre.types() == ["meeting.hold", "note.add"]
    assert len(centre.inbox[1]["envelope"]["attachments"]) == 2  # the picture and the strokes


def test_a_record_survives_a_power_cut_the_moment_it_is_said_to_be_written(laptop, centre):
    laptop.begin()
    centre.kill()
    visit(laptop)
    laptop.power_cut()
    laptop.open()
    laptop.desk()
    laptop.unlock()
    assert len(laptop.rows()) == 1


def test_a_half_written_form_survives_a_power_cut_with_its_signature(laptop, centre):
    page = laptop.begin()
    centre.kill()
    visit(laptop, text="断电前写了一半", save=False)
    sign_once(page)
    expect(page.locator("#kept")).to_contain_text("草稿写在这台电脑里")
    page.wait_for_timeout(700)
    laptop.power_cut()
    page = laptop.open()
    laptop.desk()
    laptop.unlock()
    laptop.goto(f"#write/visit/{case_id(1)}")
    expect(page.locator("#f-text")).to_have_value("断电前写了一半")
    assert page.evaluate(
        "document.querySelector('canvas.ink').getContext('2d').getImageData(0,0,400,200).data.some((v) => v < 128)"
    )


@pytest.mark.parametrize("fault", ["die_before_commit", "die_after_commit"])
def test_the_centre_dies_over_a_command_and_takes_it_once(laptop, centre, fault):
    laptop.begin()
    centre.fault(fault)
    visit(laptop)
    centre.process.join(20)
    assert centre.process.exitcode == 9
    laptop.page.wait_for_timeout(500)
    assert laptop.rows()[0]["status"] == "waiting"
    centre.start()
    laptop.send()
    laptop.waits_for(1)
    assert [row["attempts"] for row in centre.inbox] == [2]  # kept first, decided again


def test_pressing_twice_and_two_windows_make_one_command(laptop, centre):
    page = laptop.begin()
    centre.kill()
    visit(laptop, save=False)
    expect(page.locator("#kept")).to_contain_text("草稿写在这台电脑里")
    second = laptop.context.new_page()
    second.goto(f"{laptop.address}/desk")
    laptop.unlock(page=second)
    laptop.goto(f"#write/visit/{case_id(1)}", second)
    second.wait_for_selector("#f-text")
    page.evaluate(
        "document.querySelector('#form button[type=submit]').click(); document.querySelector('#form').requestSubmit()"
    )
    page.wait_for_selector("#told:has-text('写在这台电脑里了')")
    second.click("#form button[type=submit]")
    second.wait_for_selector("#told:has-text('写在这台电脑里了')")
    assert len(laptop.rows()) == 1
    centre.start()
    for window in (page, second):
        window.evaluate(
            "import('/static/desk/sender.js').then((m) => { m.send({ now: true }) }); 0"
        )
    laptop.waits_for(1)
    assert [row["attempts"] for row in centre.inbox] == [1]


def test_a_form_just_opened_is_not_drawn_again_by_news(laptop):
    """A press between two drawings was lost."""
    page = laptop.begin()
    drawn = page.evaluate(
        """async (hash) => {
          let forms = 0;
          const main = document.querySelector("#main");
          new MutationObserver(() => { forms += Boolean(main.querySelector("#form")); }).observe(main, { childList: true });
          location.hash = hash;
          for (let n = 0; n < 40; n += 1) {
            dispatchEvent(new Event("desk:changed"));
            await new Promise((done) => setTimeout(done, 5));
          }
          return forms;
        }""",
        f"#write/visit/{case_id(1)}",
    )
    assert drawn == 1


def test_a_case_that_stumbles_holds_up_no_other(laptop, centre):
    laptop.begin()
    centre.kill()
    visit(laptop, 1)
    visit(laptop, 2)
    centre.start()
    centre.fault(f"case:{case_id(1)}")
    laptop.send()
    laptop.waits_for(1)
    assert {row["case_id"]: row["status"] for row in laptop.rows()} == {
        case_id(1): "waiting",
        case_id(2): "done",
    }
    centre.mended()
    laptop.send()
    laptop.waits_for(2)


def test_another_person_signs_in_and_nothing_goes_in_their_name(laptop, centre):
    page = laptop.begin()
    centre.kill()
    visit(laptop)
    page.click("#lock")
    centre.start()
    laptop.begin("扎西多杰", "另一个人的口令在这里")
    expect(page.locator("#queue")).to_contain_text("别的人还有 1 条")
    assert "草场边界" not in page.inner_text("main")
    assert not centre.inbox
    page.click("#lock")
    laptop.sign_in()
    page.wait_for_selector("#unlock")
    page.select_option("#person", label=centre.number("完玛"))
    page.fill("#word", "不是这个口令啊")
    page.click("#unlock button")
    expect(page.locator("#word-error")).to_contain_text("口令不对")
    laptop.unlock(number=centre.number("完玛"))
    laptop.waits_for(1)
    assert centre.inbox[0]["envelope"]["actor"] == str(centre.world.users["完玛"])


def test_no_case_text_lies_readable_on_the_disk(laptop, centre):
    laptop.begin()
    centre.kill()
    visit(laptop, text="只有锁着才能存的话ABCDEFG", sign=True)
    visit(laptop, 2, text="草稿里也不能读出来HIJKLMN", save=False)
    laptop.page.wait_for_timeout(700)
    laptop.close()
    words = ("ABCDEFG", "HIJKLMN", "草场边界", "扎西才让", "牧委会", "完玛", "共倒甲人调字")
    found = [
        (word, file.name)
        for file in laptop.profile.rglob("*")
        if file.is_file()
        for content in [file.read_bytes()]
        for word in words
        for encoding in ("utf-8", "utf-16-le")
        if word.encode(encoding) in content
    ]
    assert not found
    laptop.open()
