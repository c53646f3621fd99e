"""What our guards cost: the whole way of a paper beside bare WeasyPrint and bare pyHanko, in turns.

CPU seconds, medians of interleaved rounds, so that a busy machine bends every column alike: look at
the ratios. ``warm`` is a bare WeasyPrint call of the same HTML with its font configuration and
style sheet kept. Ends with an error if a bar of the guide is missed or nothing was measured.
Run: python -m bench.papers [rounds]
"""

import dataclasses
import json
import sys
import tempfile
import time
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from io import BytesIO
from pathlib import Path
from statistics import median
from typing import Any

from cryptography.hazmat.primitives.asymmetric import ec, ed25519
from cryptography.hazmat.primitives.serialization import Encoding, NoEncryption, PrivateFormat

from documents import compose, guard, ink, lint, render, sign
from documents.issue import issue
from documents.samples import sample
from documents.sign import sealing
from documents.sign.appearance import Drawing
from documents.sign.fields import add_fields
from documents.verify import Trust, verify

COMMITTEE = "共和县恰卜恰镇人民调解委员会"
AT = datetime(2026, 3, 18, 3, 40, tzinfo=UTC)
RENDERS = 240
PEOPLE = ("party-1", "party-2", "mediator-1", "mediator-2", "recorder")
Action = Callable[[], object]


def main(rounds: int) -> None:
    """Print the bars as one line of JSON and as a table; exit 1 if one is missed."""
    render.start(Path(tempfile.mkdtemp(prefix="bench-fonts-")))
    rows = [*_printing(rounds), *_signing(rounds), *_memory()]
    print(json.dumps({"bench": "papers", "rounds": rounds, "rows": rows}, ensure_ascii=False))
    print(f"{'bar':48}{'measured':>12}{'hold':>10}{'':>8}")
    for row in rows:
        held = "ok" if row["measured"] <= row["hold"] else "MISSED"
        print(f"{row['bar']:48}{row['measured']:>12}{row['hold']:>10}{held:>8}")
    if not rows or any(not 0 < row["measured"] <= row["hold"] for row in rows):
        sys.exit(1)


def _row(bar: str, measured: float, hold: float) -> dict[str, Any]:
    return {"bar": bar, "measured": round(measured, 3), "hold": hold}


def _in_turns(actions: dict[str, Action], rounds: int) -> dict[str, float]:
    """Take the median CPU seconds of each action, after one round that does not count."""
    times: dict[str, list[float]] = {name: [] for name in actions}
    for turn in range(rounds + 1):
        for name, action in actions.items():
            started = time.process_time()
            action()
            if turn:
                times[name].append(time.process_time() - started)
    return {name: median(found) for name, found in times.items()}


def _printing(rounds: int) -> list[dict[str, Any]]:
    import weasyprint  # noqa: PLC0415, TID251 (the bare contestant, after the private fonts)

    paper, press = sample("mediation_agreement"), render._press()  # noqa: SLF001 (one configuration for both)
    page, data = compose.html(paper), compose.canonical(paper).decode()
    sheet = press._sheet(type(paper))  # noqa: SLF001 (the same)
    document = press.paginate(page, type(paper))
    anchors = render._anchors(document)  # noqa: SLF001 (the same)

    def warm() -> object:
        return weasyprint.HTML(string=page).write_pdf(font_config=press.config, stylesheets=[sheet])

    spent = _in_turns(
        {
            "warm": warm,
            "pipeline": lambda: render.render(paper),
            "guard": lambda: guard.check_text(data),
            "lint": lambda: lint.check(document, anchors, 60),
        },
        rounds,
    )
    share = (spent["guard"] + spent["lint"]) / spent["pipeline"]
    size = len(issue(paper, ed25519.Ed25519PrivateKey.generate())[1].pdf) / 1000
    return [
        _row("pipeline ÷ warm bare WeasyPrint", spent["pipeline"] / spent["warm"], 1.35),
        _row("guard and lint, share of the pipeline", share, 0.03),
        _row("three-page agreement with its code, kB", size, 130),
    ]


def _memory() -> list[dict[str, Any]]:
    paper, resident = sample("mediation_agreement"), []
    for number in range(RENDERS + 1):
        render.render(dataclasses.replace(paper, facts=paper.facts + "。" * (number % 40)))
        if number % (RENDERS // 8) == 0:
            resident.append(int(Path("/proc/self/statm").read_text().split()[1]) * 4096 / 2**20)
    growth = max(resident[-1] - resident[-3], 0.001)
    return [
        _row("resident after 240 renders, MiB", resident[-1], 250),
        _row("growth in the last quarter, MiB", growth, 15),
    ]


def _signing(rounds: int) -> list[dict[str, Any]]:
    folder = Path(tempfile.mkdtemp(prefix="bench-keys-"))
    sign.make_committee_key(folder / "keys", COMMITTEE)
    key = sign.load_committee_key(folder / "keys")
    printed = render.render(sample("mediation_agreement"))
    marks = tuple(_mark(role, turn) for turn, role in enumerate(PEOPLE))
    fields = add_fields(printed.pdf, ("system", *PEOPLE, "seal"), printed.anchors)
    mark, hand = marks[0], sealing.Hand("party-1", "王小山", AT)
    drawn = Drawing(mark.content, mark.width, mark.height, "王小山\n2026-03-18 11:40")
    plain = _simple_signer(folder)
    sealed = sign.seal(printed, key, signed_at=AT + timedelta(hours=1), inks=marks)
    four = sign.seal(printed, key, signed_at=AT + timedelta(hours=1), inks=marks[:2])
    trust = Trust.of(key)
    spent = _in_turns(
        {
            "visible": lambda: sealing.sign_as(fields, key, hand, drawn),
            "invisible": lambda: sealing.sign_as(fields, key, hand, None),
            "simple": lambda: plain(fields),
            "policy": lambda: _accepted(sealed, trust),
            "validate": lambda: _validate_all(sealed, trust),
        },
        rounds,
    )
    return [
        _row("ink and caption ÷ invisible signature", spent["visible"] / spent["invisible"], 1.5),
        _row("held RSA key ÷ SimpleSigner, EC key", spent["invisible"] / spent["simple"], 1.2),
        _row("policy ÷ plain validation, 7 signatures", spent["policy"] / spent["validate"], 1.1),
        _row("agreement with four signatures, KiB", len(four) / 1024, 260),
    ]


def _accepted(pdf: bytes, trust: Trust) -> None:
    assert verify(pdf, trust=trust).valid


def _mark(role: str, turn: int) -> sign.InkMark:
    strokes = [
        {"points": [
            {"x": 40 + 90 * stroke + 4 * step, "y": 60 + (step * 7 + turn * 13) % 90,
             "time": stroke * 900 + step * 16, "pressure": 0.5}
            for step in range(40)
        ]}
        for stroke in range(3)
    ]  # fmt: skip
    drawn = ink.read_ink(json.dumps(strokes).encode(), 600, 220)
    return sign.InkMark.of(role, "王小山", AT + timedelta(minutes=turn), drawn)


def _simple_signer(folder: Path) -> Callable[[bytes], object]:
    """Sign as pyHanko's manual says, with a P-256 key in a file."""
    from pyhanko.pdf_utils.incremental_writer import (  # noqa: PLC0415, TID251 (the bare contestant)
        IncrementalPdfFileWriter,
    )
    from pyhanko.sign import (  # noqa: PLC0415, TID251 (the bare contestant)
        PdfSignatureMetadata,
        PdfSigner,
        SimpleSigner,
    )

    secret = ec.generate_private_key(ec.SECP256R1())
    (folder / "ec.key").write_bytes(
        secret.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption())
    )
    (folder / "ec.pem").write_bytes(_self_signed(secret))
    signer = SimpleSigner.load(str(folder / "ec.key"), str(folder / "ec.pem"))
    metadata = PdfSignatureMetadata(field_name="sig-party-1", md_algorithm="sha256")
    return lambda pdf: PdfSigner(metadata, signer).sign_pdf(IncrementalPdfFileWriter(BytesIO(pdf)))


def _self_signed(secret: ec.EllipticCurvePrivateKey) -> bytes:
    from cryptography import x509  # noqa: PLC0415 (the bare contestant alone needs it)
    from cryptography.hazmat.primitives import hashes  # noqa: PLC0415 (the same)

    name = x509.Name([x509.NameAttribute(x509.NameOID.COMMON_NAME, "bench")])
    builder = x509.CertificateBuilder().subject_name(name).issuer_name(name)
    builder = builder.public_key(secret.public_key()).serial_number(1)
    dated = builder.not_valid_before(AT).not_valid_after(AT + timedelta(days=9000))
    return dated.sign(secret, hashes.SHA256()).public_bytes(Encoding.PEM)


def _validate_all(pdf: bytes, trust: Trust) -> None:
    from pyhanko.pdf_utils.reader import PdfFileReader  # noqa: PLC0415, TID251 (the bare contestant)
    from pyhanko.sign.validation import validate_pdf_signature  # noqa: PLC0415, TID251 (the same)

    for signature in PdfFileReader(BytesIO(pdf)).embedded_regular_signatures:
        assert validate_pdf_signature(signature, trust.context(), trust.context()).bottom_line


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 15)
