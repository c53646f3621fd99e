"""Identity numbers and phones of parties: sealed in their rows, found by blind index, shown masked.

The place a value is sealed for is `table|field|county|row`; a value moved elsewhere cannot be read.
"""

from app.cases.parties import Party, Representative
from app.kernel.crypto import KeyRing, masked

ID_ENDS = (4, 2)
PHONE_ENDS = (3, 4)


def seal_id_number(row: Party | Representative, number: str | None, ring: KeyRing) -> None:
    """Keep an identity number in its row, sealed; None takes it out."""
    row.id_number_sealed = ring.seal(number, _place(row, "id_number")) if number else None
    if isinstance(row, Party):
        row.id_number_blind = ring.blind("id", number) if number else None


def seal_phone(row: Party | Representative, phone: str | None, ring: KeyRing) -> None:
    """Keep a phone in its row, sealed; None takes it out."""
    row.phone_sealed = ring.seal(phone, _place(row, "phone")) if phone else None
    if isinstance(row, Party):
        row.phone_blind = ring.blind("phone", phone) if phone else None


def id_number_of(row: Party | Representative, ring: KeyRing) -> str | None:
    """Open the identity number of a party or representative; who sees it must be allowed to."""
    sealed = row.id_number_sealed
    return None if sealed is None else ring.open(sealed, _place(row, "id_number"))


def phone_of(row: Party | Representative, ring: KeyRing) -> str | None:
    """Open the phone of a party or representative; who sees it must be allowed to."""
    sealed = row.phone_sealed
    return None if sealed is None else ring.open(sealed, _place(row, "phone"))


def masked_id_number(row: Party | Representative, ring: KeyRing) -> str:
    """Show the ends of an identity number: 6325************12."""
    head, tail = ID_ENDS
    return masked(id_number_of(row, ring), head=head, tail=tail)


def masked_phone(row: Party | Representative, ring: KeyRing) -> str:
    """Show the ends of a phone: 138****2345."""
    head, tail = PHONE_ENDS
    return masked(phone_of(row, ring), head=head, tail=tail)


def _place(row: Party | Representative, field: str) -> str:
    return f"{row.__tablename__}|{field}|{row.county_id}|{row.id}"
