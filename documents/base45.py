"""Base45 (RFC 9285): bytes in the alphabet that a QR code packs best; one text for each bytes."""

ALPHABET = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ $%*+-./:"
BASE = len(ALPHABET)


def encode(data: bytes) -> str:
    """Write two bytes as three characters, a last one as two."""
    out = []
    for start in range(0, len(data), 2):
        chunk = data[start : start + 2]
        number = int.from_bytes(chunk, "big")
        for _ in range(len(chunk) + 1):
            number, digit = divmod(number, BASE)
            out.append(ALPHABET[digit])
    return "".join(out)


def decode(text: str) -> bytes:
    """Read it back; ValueError for a strange character, a lone one, or a number too large."""
    out = bytearray()
    for start in range(0, len(text), 3):
        group = text[start : start + 3]
        number = sum(ALPHABET.index(c) * BASE**place for place, c in enumerate(group))
        if len(group) == 1 or number >= 256 ** (len(group) - 1):
            raise ValueError("not base45")
        out += number.to_bytes(len(group) - 1, "big")
    return bytes(out)
