"""One press, one committee's keys and one sealed agreement for all tests of papers."""

from datetime import UTC, datetime, timedelta

import pytest

from documents import ink, render, sign
from documents.samples import sample
from documents.verify import Trust
from tests.documents import handwriting

COMMITTEE = "共和县恰卜恰镇人民调解委员会"
SIGNED_AT = datetime(2026, 3, 18, 3, 40, tzinfo=UTC)
PEOPLE = {
    "party-1": "王小山",
    "party-2": "于大川",
    "mediator-1": "田力",
    "mediator-2": "文山",
    "recorder": "丁一",
}


def pytest_addoption(parser):
    parser.addoption("--rewrite-golden", action="store_true", help="write golden.txt anew")


@pytest.fixture(scope="session", autouse=True)
def press(tmp_path_factory):
    """Start the renderer with its cache in the session's own folder."""
    render.start(tmp_path_factory.mktemp("fonts"))


@pytest.fixture(scope="session")
def key_folder(tmp_path_factory):
    folder = tmp_path_factory.mktemp("keys") / "committee"
    sign.make_committee_key(folder, COMMITTEE, secret=b"a secret")
    return folder


@pytest.fixture(scope="session")
def key(key_folder):
    return sign.load_committee_key(key_folder, secret=b"a secret")


@pytest.fixture(scope="session")
def trust(key):
    return Trust.of(key)


@pytest.fixture(scope="session")
def agreement(press):
    return render.render(sample("mediation_agreement"))


def ink_marks(roles=tuple(PEOPLE)):
    marks = []
    for minute, role in enumerate(roles):
        raw = handwriting.strokes(PEOPLE[role])
        drawn = ink.read_ink(raw, handwriting.WIDTH, handwriting.HEIGHT)
        when = SIGNED_AT + timedelta(minutes=minute)
        marks.append(sign.InkMark.of(role, PEOPLE[role], when, drawn))
    return tuple(marks)


@pytest.fixture(scope="session")
def sealed(agreement, key):
    return sign.seal(agreement, key, signed_at=SIGNED_AT + timedelta(hours=1), inks=ink_marks())
