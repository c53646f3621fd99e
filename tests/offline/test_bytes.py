"""What goes over the line: 200 records and 20 photos arrive with at most 1.15 times their bytes."""

import pytest
from PIL import Image

from tests.offline.harness import case_id, fill_outbox, visit
from tests.offline.thin_line import Line

pytestmark = [pytest.mark.browser, pytest.mark.offline]
MOST = 1.15


@pytest.fixture
def photos(tmp_path):
    paths = [tmp_path / f"photo-{n}.png" for n in range(20)]
    for n, path in enumerate(paths):
        Image.effect_noise((1000 + n, 720), 90).save(path)
    return paths


def test_records_and_photos_arrive_with_little_more_than_their_bytes(laptop, centre, photos):
    line = Line(centre.port)
    laptop.address = f"http://127.0.0.1:{line.port}"
    laptop.begin()
    laptop.context.route("**/desk/faces/*", lambda route: route.abort())
    laptop.context.set_offline(True)
    visit(laptop, photo=photos)
    fill_outbox(laptop, 199)
    own = laptop.page.evaluate(
        """Promise.all([import('/static/desk/outbox.js'), import('/static/desk/box.js'), import('/static/desk/envelope.js'),
        import('/static/desk/db.js')]).then(async ([outbox, box, envelope, db]) => {
        let bytes = 0;
        for (const row of await outbox.mine()) bytes += box.utf8(envelope.canonical((await box.unseal(row)).envelope)).length;
        for (const blob of await db.of("blobs", box.me().id)) bytes += blob.size;
        return bytes })"""
    )
    before = line.carried
    laptop.context.set_offline(False)
    laptop.send()
    laptop.waits_for(200, seconds=400)
    share = (line.carried - before) / own
    assert own > 3_000_000
    assert share <= MOST, f"{share:.3f} of {own} bytes"
    assert centre.inbox[0]["envelope"]["case_id"] == case_id(1)
    line.close()
