"""SM2 signatures with SM3 (GB/T 32918), the public half alone: whether one is good.

Checking holds no secret, so that plain arithmetic will do; making one is for a key holder
(`sign.detached`): a UKey, a provincial seal platform, or OpenSSL with a key in a file.
"""

from dataclasses import dataclass

from cryptography.hazmat.primitives import hashes

P = 0xFFFFFFFE_FFFFFFFF_FFFFFFFF_FFFFFFFF_FFFFFFFF_00000000_FFFFFFFF_FFFFFFFF
A = P - 3
B = 0x28E9FA9E_9D9F5E34_4D5A9E4B_CF6509A7_F39789F5_15AB8F92_DDBCBD41_4D940E93
N = 0xFFFFFFFE_FFFFFFFF_FFFFFFFF_FFFFFFFF_7203DF6B_21C6052B_53BBF409_39D54123
G = (
    0x32C4AE2C_1F198119_5F990446_6A39C994_8FE30BBF_F2660BE1_715A4589_334C74C7,
    0xBC3736A2_F4F6779C_59BDCEE3_6B692153_D0A9877C_C62A4740_02DF32E5_2139F0A0,
)
WHO = b"1234567812345678"  # the identity that everybody uses (GM/T 0009)
SIZE, UNCOMPRESSED = 32, 4

Point = tuple[int, int]


@dataclass(frozen=True)
class PublicKey:
    """A point of the curve."""

    x: int
    y: int

    @classmethod
    def of(cls, raw: bytes) -> "PublicKey":
        """Read 04 ‖ x ‖ y; ValueError for what is no point of the curve."""
        x, y = int.from_bytes(raw[1 : SIZE + 1]), int.from_bytes(raw[SIZE + 1 :])
        on_curve = (y * y - (x * x * x + A * x + B)) % P == 0 and max(x, y) < P
        if len(raw) != 2 * SIZE + 1 or raw[0] != UNCOMPRESSED or not on_curve:
            raise ValueError("not a point of the SM2 curve")
        return cls(x, y)

    def accepts(self, message: bytes, r: int, s: int) -> bool:
        """Say whether (r, s) is this key's signature of a message."""
        t = (r + s) % N
        if not (0 < r < N and 0 < s < N and t):
            return False
        point = _add(_times(s, G), _times(t, (self.x, self.y)))
        return point is not None and (self._digest(message) + point[0]) % N == r

    def _digest(self, message: bytes) -> int:
        """Hash the message behind the key's own mark (Z)."""
        numbers = b"".join(n.to_bytes(SIZE) for n in (A, B, *G, self.x, self.y))
        mark = sm3((len(WHO) * 8).to_bytes(2) + WHO + numbers)
        return int.from_bytes(sm3(mark + message))


def sm3(data: bytes) -> bytes:
    """Hash with SM3 (GB/T 32905)."""
    digest = hashes.Hash(hashes.SM3())
    digest.update(data)
    return digest.finalize()


def _add(one: Point | None, other: Point | None) -> Point | None:
    if one is None or other is None:
        return one or other
    (x1, y1), (x2, y2) = one, other
    if x1 == x2 and (y1 + y2) % P == 0:
        return None
    rise, run = (3 * x1 * x1 + A, 2 * y1) if one == other else (y2 - y1, x2 - x1)
    slope = rise * pow(run, -1, P) % P
    x3 = (slope * slope - x1 - x2) % P
    return x3, (slope * (x1 - x3) - y1) % P


def _times(factor: int, point: Point) -> Point | None:
    found: Point | None = None
    doubled: Point | None = point
    while factor:
        if factor & 1:
            found = _add(found, doubled)
        doubled = _add(doubled, doubled)
        factor >>= 1
    return found
