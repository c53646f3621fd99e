"""Check an exported package with Python alone: no program of ours, no network, nothing to install.

Run in the unpacked folder: python3 verify.py. It checks the list's signature by the key in
certificates/system.pem, each file's hash against the list, every signature of each sealed PDF, that
the last of them covers the whole file, and that the seal or stamps after it end the row. Compare
the fingerprints that it prints with those that the committee gives you over another way. What was
changed between two signatures is judged by the full program alone.
"""

import base64
import hashlib
import json
import re
import sys
from collections.abc import Iterator
from pathlib import Path

SHA256_INFO = bytes.fromhex("3031300d060960864801650304020105000420")
RSA_OID = bytes.fromhex("06092a864886f70d010101")
DIGEST_OID = bytes.fromhex("06092a864886f70d010904")
RANGES = re.compile(rb"/ByteRange\s*\[\s*(\d+)\s+(\d+)\s+(\d+)\s+(\d+)\s*\]")
SEQUENCE, SET, OCTETS, CONTEXT_0, LONG_FORM = 0x30, 0x31, 0x04, 0xA0, 0x80

NAMED = ("system", "seal")
Node = tuple[int, bytes, bytes]  # tag, content, the whole with its head


def main(folder: Path) -> int:
    """Print what was checked; 0 only if everything is in order."""
    try:
        problems = list(check(folder))
        prints = {name: hashlib.sha256(_der(folder, name)).hexdigest() for name in NAMED}
    except OSError as missing:
        problems, prints = [f"{Path(missing.filename).name}：文件不见了"], {}
    except (ValueError, IndexError, KeyError, StopIteration):
        problems, prints = ["清单或证书的格式不对"], {}
    for name, mark in prints.items():
        print(f"{name} 证书指纹（SHA-256）：{mark}")  # noqa: T201 (it talks to a person)
    for place, problem in enumerate(problems):
        print(f"× {problem}" if place else f"× 先看这一处：{problem}")  # noqa: T201 (it talks to a person)
    print("验证不通过，请勿采信。" if problems else "验证通过：文件与清单一致，签名有效。")  # noqa: T201 (it talks to a person)
    return 1 if problems else 0


def check(folder: Path) -> Iterator[str]:
    """Name every problem of an unpacked package (Chinese)."""
    raw = (folder / "manifest.json").read_bytes()
    if not signed_by(_der(folder, "system"), raw, (folder / "manifest.sig").read_bytes()):
        yield "清单的签名无效"
        return
    listed = {entry["name"]: entry for entry in json.loads(raw)["files"]}
    here = {str(p.relative_to(folder)) for p in (folder / "papers").rglob("*") if p.is_file()}
    yield from (f"{name}：清单中没有这个文件" for name in sorted(here - set(listed)))
    yield from (f"{name}：文件不见了" for name in sorted(set(listed) - here))
    for name in sorted(here & set(listed)):
        if problem := _problem(folder, listed[name]):
            yield f"{name}：{problem}"


def _problem(folder: Path, entry: dict[str, str]) -> str:
    pdf = (folder / entry["name"]).read_bytes()
    if hashlib.sha256(pdf).hexdigest() != entry["sha256"]:
        return "内容与清单不一致"
    if not entry["sealed"]:
        return ""
    try:
        return _signatures(pdf, folder)
    except (ValueError, IndexError, StopIteration):
        return "签名的格式不对"


def _signatures(pdf: bytes, folder: Path) -> str:
    """Check each signature over its own range, the last one over the whole file, the seal's place."""
    ranges = [tuple(map(int, found)) for found in RANGES.findall(pdf)]
    if not ranges:
        return "没有电子签名"
    if ranges[-1][0] != 0 or ranges[-1][2] + ranges[-1][3] != len(pdf):
        return "最后一个签名没有覆盖全文"
    hands = [_hand(pdf, place, folder) for place in ranges]
    if "" in hands:
        return "有签名无效，或不是登记的证书所签"
    while hands[1:] and hands[-1] == "stamps":
        hands.pop()
    return "" if (hands[0], hands[-1]) == NAMED else "不是以文书系统认证开始、以印章结束"


def _hand(pdf: bytes, place: tuple[int, ...], folder: Path) -> str:
    """Tell whose valid signature stands at a place: system, seal, stamps, or nobody's."""
    start, length, after, rest = place
    digest = hashlib.sha256(pdf[start : start + length] + pdf[after : after + rest]).digest()
    contents = bytes.fromhex(pdf[start + length + 1 : after - 1].decode("ascii"))
    if any(contents[len(_node(contents)[2]) :]):  # the place left over must be empty
        return ""
    payload, attributes, signature, certificates = _opened(contents)
    if payload and digest in payload:  # a time stamp signs its own words, which hold the digest
        digest = hashlib.sha256(payload).digest()
    if DIGEST_OID + bytes([SET, 34, OCTETS, 32]) + digest not in attributes:
        return ""
    signed = bytes([SET]) + attributes[1:]  # signed as a SET, stored under another tag
    for name in ("system", "seal", "stamps"):
        own = _der(folder, name) if (folder / "certificates" / f"{name}.pem").exists() else b""
        if own in certificates and signed_by(own, signed, signature):
            return name
    return ""


def _opened(der: bytes) -> tuple[bytes, bytes, bytes, list[bytes]]:
    """Take content, signed attributes, signature and certificates out of a CMS."""
    content = _children(_children(_children(_node(der)[1])[1][1])[0][1])
    wrapped = _children(content[2][1])[1:]
    payload = _children(wrapped[0][1])[0][1] if wrapped else b""
    certificates = next(node for node in content if node[0] == CONTEXT_0)
    signer = _children(_children(content[-1][1])[0][1])
    attributes = next(node for node in signer if node[0] == CONTEXT_0)
    signature = next(node for node in signer if node[0] == OCTETS)
    return payload, attributes[2], signature[1], [node[2] for node in _children(certificates[1])]


def signed_by(certificate: bytes, data: bytes, signature: bytes) -> bool:
    """Check RSA with SHA-256 (PKCS #1 v1.5) by arithmetic alone."""
    modulus, exponent = _public_numbers(certificate)
    size = (modulus.bit_length() + 7) // 8
    number = int.from_bytes(signature, "big")
    if len(signature) != size or number >= modulus:
        return False
    tail = SHA256_INFO + hashlib.sha256(data).digest()
    expected = b"\x00\x01" + b"\xff" * (size - len(tail) - 3) + b"\x00" + tail
    return pow(number, exponent, modulus).to_bytes(size, "big") == expected


def _public_numbers(certificate: bytes) -> tuple[int, int]:
    fields = _children(_children(_node(certificate)[1])[0][1])
    info = next(node for node in fields if node[0] == SEQUENCE and RSA_OID in node[1][:16])
    bits = _children(info[1])[1][1][1:]  # past the count of unused bits
    modulus, exponent = _children(_node(bits)[1])
    return int.from_bytes(modulus[1], "big"), int.from_bytes(exponent[1], "big")


def _node(der: bytes) -> Node:
    length, head = der[1], 2
    if length & LONG_FORM:
        head += length & ~LONG_FORM
        length = int.from_bytes(der[2:head], "big")
    return der[0], der[head : head + length], der[: head + length]


def _children(content: bytes) -> list[Node]:
    found = []
    while content:
        node = _node(content)
        found.append(node)
        content = content[len(node[2]) :]
    return found


def _der(folder: Path, name: str) -> bytes:
    """Read the first certificate of a PEM file."""
    pem = (folder / "certificates" / f"{name}.pem").read_text("ascii")
    body = pem.split("-----BEGIN CERTIFICATE-----")[1].split("-----END CERTIFICATE-----")[0]
    return base64.b64decode("".join(body.split()))


if __name__ == "__main__":
    sys.exit(main(Path(__file__).resolve().parent))
