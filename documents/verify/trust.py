"""Whom to believe: the roots, and which certificate belongs to which hand of this committee."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from types import MappingProxyType

from cryptography import x509
from cryptography.hazmat.primitives import hashes
from pyhanko_certvalidator import ValidationContext

from documents.sign.keys import HANDS, CommitteeKey
from documents.sign.signer import as_asn1, as_asn1_crl

NOT_OURS = frozenset({"authority", "sm2"})  # roots; a certificate of other algorithms


@dataclass(frozen=True)
class Trust:
    """Public certificates alone: this can be handed to anybody who wants to check a paper."""

    roots: tuple[x509.Certificate, ...]
    hands: Mapping[str, frozenset[str]]  # system, seal → SHA-256 of each certificate registered
    others: tuple[x509.Certificate, ...] = ()
    crls: tuple[x509.CertificateRevocationList, ...] = ()
    stamp_roots: tuple[x509.Certificate, ...] = ()  # of a time-stamp authority: for stamps alone

    @classmethod
    def of(cls, key: CommitteeKey) -> "Trust":
        """Trust what a committee's own key folder holds."""
        hands = {hand: frozenset({key.hands[hand].sha256}) for hand in HANDS}
        others = tuple(c for i in key.hands.values() for c in (i.certificate, *i.issuers))
        return cls(key.roots, MappingProxyType(hands), others, key.crls)

    def context(self) -> ValidationContext:
        """Make a fresh validation context, as each use needs; nothing is fetched."""
        return self._context(self.roots)

    def stamp_context(self) -> ValidationContext:
        """Make a context for time stamps: what a time-stamp authority's root vouches for counts too."""
        return self._context((*self.roots, *self.stamp_roots))

    def _context(self, roots: tuple[x509.Certificate, ...]) -> ValidationContext:
        return ValidationContext(
            trust_roots=[as_asn1(root) for root in roots],
            other_certs=[as_asn1(other) for other in self.others],
            crls=[as_asn1_crl(revoked) for revoked in self.crls],
            allow_fetching=False,
            revocation_mode="soft-fail",
        )


def load_stamp_roots(file: Path) -> tuple[x509.Certificate, ...]:
    """Read the roots of a time-stamp authority; none where there is no such file."""
    return tuple(x509.load_pem_x509_certificates(file.read_bytes())) if file.exists() else ()


def load_trust(folder: Path, stamp_roots: tuple[x509.Certificate, ...] = ()) -> Trust:
    """Read the public half of a committee's keys (authority, system, seal, stamps)."""
    roots = x509.load_pem_x509_certificates((folder / "authority.pem").read_bytes())
    chains = {
        path.stem: x509.load_pem_x509_certificates(path.read_bytes())
        for path in sorted(folder.glob("*.pem"))
        if path.stem not in NOT_OURS
    }
    hands = {hand: frozenset({_sha256(chains[hand][0])}) for hand in HANDS}
    crl = folder / "authority.crl"
    crls = (x509.load_pem_x509_crl(crl.read_bytes()),) if crl.exists() else ()
    others = tuple(one for chain in chains.values() for one in chain)
    return Trust(tuple(roots), MappingProxyType(hands), others, crls, stamp_roots)


def _sha256(certificate: x509.Certificate) -> str:
    return certificate.fingerprint(hashes.SHA256()).hex()
