"""A forgotten passphrase: two people at the centre open the key, straight into the laptop's own."""

import os
from base64 import b64decode, b64encode

import pytest
from cryptography.hazmat.primitives.asymmetric.rsa import generate_private_key
from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat, load_der_public_key

from app.sync.rescuing import SEAL

KEY = os.urandom(32)


@pytest.fixture(scope="module")
def fresh():
    return generate_private_key(65537, 2048)


@pytest.fixture
def asked(laptop, fresh):
    """Ask as 完玛 and give the laptop with the asking's id."""
    mine = laptop("完玛")
    session = mine.call("session").json
    public = load_der_public_key(b64decode(session["export_key"]))
    reply = fresh.public_key().public_bytes(Encoding.DER, PublicFormat.SubjectPublicKeyInfo)
    said = {
        "rescue": b64encode(public.encrypt(KEY, SEAL)).decode(),
        "reply_key": b64encode(reply).decode(),
    }
    answer = mine.call("recovery", said)
    assert answer.status_code == 200, answer.text
    return mine, answer.json["id"]


def agree(as_user, name, number, verb="agreement"):
    return as_user(name).post(f"/key-rescues/{number}/{verb}").status_code


def test_two_people_open_the_key_into_the_laptops_own(asked, as_user, fresh):
    mine, number = asked
    assert mine.call(f"recovery/{number}").json == {"state": "waiting"}
    assert agree(as_user, "李主任", number) == 303
    assert agree(as_user, "李主任", number) == 403
    assert mine.call(f"recovery/{number}").json == {"state": "waiting"}
    assert agree(as_user, "管理员", number) == 303
    given = mine.call(f"recovery/{number}").json
    assert fresh.decrypt(b64decode(given["key"]), SEAL) == KEY


def test_nobody_else_fetches_it_and_a_refusal_ends_it(asked, as_user, laptop):
    mine, number = asked
    assert laptop("扎西多杰").call(f"recovery/{number}").status_code == 404
    assert agree(as_user, "完玛", number) == 403
    assert agree(as_user, "李主任", number, "refusal") == 303
    assert agree(as_user, "管理员", number) == 409
    assert mine.call(f"recovery/{number}").json == {"state": "refused"}


def test_the_page_shows_who_asked_and_the_code(asked, as_user):
    page = as_user("李主任").get("/key-rescues").text
    assert "完玛" in page
    assert "核对过，同意" in page


@pytest.mark.parametrize(
    "said", [{}, {"rescue": "!", "reply_key": "AA=="}, {"rescue": "AA==", "reply_key": "AA=="}]
)
def test_what_is_no_key_is_refused_in_words(laptop, said):
    answer = laptop("完玛").call("recovery", said)
    assert answer.status_code == 422
    assert answer.json["sentence"]
