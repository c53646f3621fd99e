"""The night job adds stamps and proofs under the seal's lock, and nothing else may follow."""

import hashlib
import subprocess
from datetime import timedelta

import pytest
from cryptography.hazmat.primitives.serialization import Encoding

from documents.sign.keys import STAMPS
from documents.sign.longterm import strengthen
from documents.sign.timestamps import LocalTimeStamper
from documents.verify import verify
from tests.documents import attacks
from tests.documents.conftest import SIGNED_AT
from tests.documents.pdfa import faults_of


@pytest.fixture(scope="module")
def stamper(key):
    return LocalTimeStamper(key, lambda: SIGNED_AT + timedelta(hours=14))


@pytest.fixture(scope="module")
def strong(sealed, stamper, trust):
    return strengthen(sealed, stamper, trust)


def test_a_strengthened_paper_is_accepted(strong, sealed, trust):
    assert strong.startswith(sealed)
    verdict = verify(strong, trust=trust, registered={hashlib.sha256(strong).hexdigest(): "known"})
    assert verdict.problems == ()
    assert verdict.valid
    assert verdict.signatures[-1].role == "seal"


def test_it_is_still_pdf_a(strong, tmp_path):
    path = tmp_path / "lta.pdf"
    path.write_bytes(strong)
    assert faults_of(path) == []
    subprocess.run(["qpdf", "--check", path], check=True, capture_output=True)
    assert len(strong) < 450 * 1024


@pytest.mark.parametrize(
    "attack",
    [attacks.append_bytes, attacks.overlay_content, attacks.append_a_page, attacks.flip_a_byte],
)
def test_an_attack_on_a_strengthened_paper_is_refused(attack, strong, trust):
    assert verify(attack(strong), trust=trust, registered=lambda _: "known").problems


def test_openssl_accepts_our_stamp(stamper, key, tmp_path):
    digest = hashlib.sha256(b"agreement").digest()
    _, request = stamper.request_cms(digest, "sha256")
    (tmp_path / "data").write_bytes(b"agreement")
    (tmp_path / "response").write_bytes(stamper.respond(request).dump())
    (tmp_path / "root").write_bytes(key.roots[0].public_bytes(Encoding.PEM))
    command = "openssl ts -verify -data data -in response -CAfile root"
    done = subprocess.run(
        command.split(), cwd=tmp_path, check=False, capture_output=True, text=True
    )
    assert (done.returncode, "Verification: OK" in done.stdout) == (0, True), done.stderr


def test_a_weak_digest_is_refused(stamper):
    digest = hashlib.sha1(b"x", usedforsecurity=False).digest()
    _, request = stamper.request_cms(digest, "sha1")
    assert stamper.respond(request)["status"]["status"].native == "rejection"


def test_stamps_are_numbered_and_tell_the_clock(stamper):
    digest = hashlib.sha256(b"x").digest()
    _, request = stamper.request_cms(digest, "sha256")
    infos = [
        stamper.respond(request)["time_stamp_token"]["content"]["encap_content_info"][
            "content"
        ].parsed
        for _ in range(2)
    ]
    assert infos[1]["serial_number"].native == infos[0]["serial_number"].native + 1
    assert infos[0]["gen_time"].native == SIGNED_AT + timedelta(hours=14)
    assert STAMPS == "stamps"
