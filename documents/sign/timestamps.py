"""A time stamp server after RFC 3161 of our own, for demonstrations and tests.

It holds its key, checks the request's digest, numbers its stamps and tells the time it is given.
Such a stamp proves our own clock and no more: a court will ask for a recognised server, which takes
this one's place as pyHanko's HTTP time stamper. Not for several processes: a real server keeps its
last serial number.
"""

import hashlib
import itertools
from collections.abc import Callable
from datetime import UTC, datetime
from secrets import randbits
from typing import Any

from asn1crypto import algos, cms, tsp, x509
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric.padding import PKCS1v15
from pyhanko.sign.general import (  # noqa: TID251 (the signing package)
    as_signing_certificate_v2,
    simple_cms_attribute,
)
from pyhanko.sign.timestamps.api import TimeStamper  # noqa: TID251 (the signing package)

from documents.sign.keys import STAMPS, CommitteeKey, KeysMissingError
from documents.sign.signer import as_asn1

POLICY = "1.3.6.1.4.1.55555.1"  # an example, as a demonstration's stamps are
DIGEST_LENGTHS = {"sha256": 32, "sha384": 48, "sha512": 64}
ACCURACY_SECONDS = 1


class LocalTimeStamper(TimeStamper):
    """Stamp with the key folder's own stamp certificate, at the time ``clock`` tells (UTC)."""

    def __init__(self, key: CommitteeKey, clock: Callable[[], datetime]) -> None:
        super().__init__()
        if STAMPS not in key.hands:
            raise KeysMissingError("没有时间戳密钥（stamps），请配置时间戳服务后再归档加固。")
        self.identity, self.clock = key.hands[STAMPS], clock
        self.certificate = as_asn1(self.identity.certificate)
        self.extra = [as_asn1(issuer) for issuer in self.identity.issuers]
        self.serials = itertools.count(randbits(63))

    async def async_request_tsa_response(self, req: tsp.TimeStampReq) -> tsp.TimeStampResp:
        """Answer pyHanko as a server would answer over HTTP."""
        return self.respond(req)

    def respond(self, request: tsp.TimeStampReq) -> tsp.TimeStampResp:
        """Stamp a digest, or refuse an algorithm that is not of the SHA-2 family."""
        imprint = request["message_imprint"]
        length = DIGEST_LENGTHS.get(imprint["hash_algorithm"]["algorithm"].native)
        if length is None or len(imprint["hashed_message"].native) != length:
            refusal = {"status": "rejection", "fail_info": {"bad_alg"}}
            return tsp.TimeStampResp({"status": refusal})
        info = self._info(request).dump()
        attributes = self._attributes(info)
        signature = self.identity.key.sign(attributes.dump(), PKCS1v15(), hashes.SHA256())
        token = self._token(info, attributes, signature)
        return tsp.TimeStampResp({"status": {"status": "granted"}, "time_stamp_token": token})

    def _info(self, request: tsp.TimeStampReq) -> tsp.TSTInfo:
        info = {
            "version": "v1",
            "policy": POLICY,
            "message_imprint": request["message_imprint"],
            "serial_number": next(self.serials),
            "gen_time": self.clock().astimezone(UTC).replace(microsecond=0),
            "accuracy": {"seconds": ACCURACY_SECONDS},
            "tsa": x509.GeneralName("directory_name", self.certificate.subject),
        }
        if request["nonce"].native is not None:
            info["nonce"] = request["nonce"]
        return tsp.TSTInfo(info)

    def _attributes(self, info: bytes) -> cms.CMSAttributes:
        certificate = as_signing_certificate_v2(self.certificate)
        return cms.CMSAttributes(
            [
                simple_cms_attribute("content_type", "tst_info"),
                simple_cms_attribute("message_digest", hashlib.sha256(info).digest()),
                simple_cms_attribute("signing_certificate_v2", certificate),
            ]
        )

    def _token(self, info: bytes, attributes: Any, signature: bytes) -> cms.ContentInfo:  # noqa: ANN401 (asn1crypto is untyped)
        sha256 = algos.DigestAlgorithm({"algorithm": "sha256"})
        issuer = {
            "issuer": self.certificate.issuer,
            "serial_number": self.certificate.serial_number,
        }
        signer = cms.SignerInfo(
            {
                "version": "v1",
                "sid": cms.IssuerAndSerialNumber(issuer),
                "digest_algorithm": sha256,
                "signature_algorithm": {"algorithm": "sha256_rsa"},
                "signed_attrs": attributes,
                "signature": signature,
            }
        )
        content = {"content_type": "tst_info", "content": cms.ParsableOctetString(info)}
        signed = cms.SignedData(
            {
                "version": "v3",
                "digest_algorithms": [sha256],
                "encap_content_info": content,
                "certificates": [self.certificate, *self.extra],
                "signer_infos": [signer],
            }
        )
        return cms.ContentInfo({"content_type": "signed_data", "content": signed})
