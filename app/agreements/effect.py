"""When an agreement begins to bind: worked out from who signed and the seal, never typed.

人民调解法 29 条: from the day when all parties have signed, sealed or pressed a fingerprint, the
mediator has signed and the committee's seal is on it. 30 条: an oral one, from the day reached.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from app.agreements.circumstances import PartySeen
from app.agreements.enums import SignatureMethod, SignerRole
from app.cases.enums import PartyKind
from app.cases.enums import RepresentativeKind as Rep

BY_HAND = frozenset(SignatureMethod) - {SignatureMethod.TABLET, SignatureMethod.STAMP}


@dataclass(frozen=True, kw_only=True)
class Hand:
    """One signature or seal that was reported."""

    role: SignerRole
    signer: str
    method: SignatureMethod
    on: date
    party_id: UUID | None = None


@dataclass(frozen=True, kw_only=True)
class Seat:
    """A place that must be signed; any hand that fits it fills it."""

    said: str
    roles: frozenset[SignerRole]
    methods: frozenset[SignatureMethod]
    party_id: UUID | None = None
    signers: frozenset[str] = frozenset()

    def fits(self, hand: Hand) -> bool:
        """Say whether a hand counts for this place; a tablet's drawing is only an aid."""
        return (
            hand.role in self.roles
            and hand.method in self.methods
            and hand.party_id == self.party_id
            and (not self.signers or hand.signer in self.signers)
        )


@dataclass(frozen=True)
class Standing:
    """How far the signing is: the places still empty, and the day of effect once none is."""

    missing: tuple[Seat, ...]
    effective_on: date | None


INK = frozenset(SignatureMethod) - {SignatureMethod.TABLET}
SEAL = Seat(
    said="调解委员会印章",
    roles=frozenset({SignerRole.SEAL}),
    methods=frozenset({SignatureMethod.STAMP}),
)


def seats_of(parties: Iterable[tuple[UUID, PartySeen]], chairs: Iterable[str]) -> tuple[Seat, ...]:
    """List who must sign: each party in its lawful way, the mediator, and last the seal."""
    places = [seat for party_id, party in parties for seat in _seats(party_id, party)]
    mediator = Seat(
        said="人民调解员签名",
        roles=frozenset({SignerRole.MEDIATOR}),
        methods=INK,
        signers=frozenset(chairs),
    )
    return (*places, mediator, SEAL)


def stand(seats: Sequence[Seat], hands: Sequence[Hand]) -> Standing:
    """Work out what is missing and, when nothing is, the day of effect: the last of all places."""
    days = [_first_day(seat, hands) for seat in seats]
    missing = tuple(seat for seat, day in zip(seats, days, strict=True) if day is None)
    known = [day for day in days if day is not None]
    return Standing(missing, max(known) if known and not missing else None)


@dataclass(frozen=True)
class Copies:
    """How many copies there are, and which one is extra (人民调解法 29 条)."""

    parties: int
    has_court_copy: bool

    @property
    def total(self) -> int:
        """One each party, one for the committee, one for the court where it is asked."""
        return self.parties + 1 + self.has_court_copy

    @property
    def said(self) -> str:
        """Say how the copies go round."""
        court = "，另加1份报送人民法院申请司法确认" if self.has_court_copy else ""
        least = self.parties + 1
        return f"本协议一式{self.total}份：当事人{self.parties}份、调委会1份，共{least}份{court}。"


def _first_day(seat: Seat, hands: Sequence[Hand]) -> date | None:
    return min((hand.on for hand in hands if seat.fits(hand)), default=None)


def _seats(party_id: UUID, party: PartySeen) -> Iterable[Seat]:
    if party.is_unit:
        yield _seat(
            party_id, f"{party.name}负责人或代理人签名", {SignerRole.REPRESENTATIVE}, BY_HAND
        )
        yield _seat(
            party_id, f"{party.name}公章", {SignerRole.PARTY}, frozenset({SignatureMethod.STAMP})
        )
        return
    if party.needs_guardian:
        yield _seat(party_id, f"{party.name}的监护人签名", {SignerRole.GUARDIAN}, INK)
        return
    roles = {SignerRole.PARTY}
    if may_represent(party):
        roles.add(SignerRole.REPRESENTATIVE)
    yield _seat(party_id, f"{party.name}签名、盖章或按指印", roles, INK)


def may_represent(party: PartySeen) -> bool:
    """Say whether somebody else may sign the settlement: special power, or elected by the group."""
    elected = party.kind is PartyKind.GROUP and party.has(Rep.ELECTED)
    return party.has(Rep.AGENT_SPECIAL) or elected


def _seat(
    party_id: UUID, said: str, roles: set[SignerRole], methods: frozenset[SignatureMethod]
) -> Seat:
    return Seat(said=said, roles=frozenset(roles), methods=methods, party_id=party_id)
