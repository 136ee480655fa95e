"""What a credential travels in: a compact JWS, bare or in an envelope (VC-JOSE-COSE; VCDM 2.0, section 4.12)."""

import hashlib
import hmac

from .encoding import Unreadable, from_base64url, listed, read_json
from .keys import ALGORITHMS, PublicKey

KNOWN_TYPES = {"vc+jwt", "application/vc+jwt", "vc+ld+jwt", "vc-ld+jwt", "jwt"}


class Token:
    """A compact JWS, taken apart."""

    def __init__(self, text, faults):
        parts = text.split(".")
        if len(parts) != 3:
            raise Unreadable("a compact token has three parts")
        self.signed = f"{parts[0]}.{parts[1]}".encode("ascii", "replace")
        self.header = read_json(from_base64url(parts[0]), "takes-duplicate-members" in faults)
        payload = from_base64url(parts[1])
        self.signature = from_base64url(parts[2])
        if not isinstance(self.header, dict):
            raise Unreadable("the header is no object")
        if "crit" in self.header:
            raise Unreadable("the header asks for an extension that is not understood")
        self.payload = read_json(payload, "takes-duplicate-members" in faults)
        if not isinstance(self.payload, dict):
            raise Unreadable("the payload is no object")

    @property
    def algorithm(self):
        return self.header.get("alg")

    def header_problems(self, faults):
        """What is wrong with the header, before any key is looked at."""
        taken = set(ALGORITHMS)
        if "accepts-alg-none" in faults:
            taken.add("none")
        if "hmac-confusion" in faults:
            taken.add("HS256")
        if self.algorithm not in taken:
            yield "algorithm-forbidden", f"the algorithm {self.algorithm!r} is not taken"
        kind = self.header.get("typ", "vc+jwt")
        if not isinstance(kind, str) or kind.lower() not in KNOWN_TYPES:
            yield "typ-header-drift", f"{kind!r} is no type of credential token"

    def holds(self, key, faults):
        """Whether the signature is that of a key."""
        if "ignores-signature" in faults or (self.algorithm == "none" and "accepts-alg-none" in faults):
            return True
        if "trusts-header-key" in faults and isinstance(self.header.get("jwk"), dict):
            key = PublicKey.of_jwk(self.header["jwk"])
        if self.algorithm == "HS256" and "hmac-confusion" in faults:
            codes = [hmac.new(text, self.signed, hashlib.sha256).digest() for text in key.texts]
            return self.signature in codes
        return key.verifies(self.algorithm, self.signed, self.signature)

    def claim_problems(self):
        """Claims of the token that contradict the credential, and the claims that may not stand in one."""
        from .encoding import seconds
        from .model import issuer_of
        subject = self.payload.get("credentialSubject")
        stated = {
            "iss": issuer_of(self.payload), "jti": self.payload.get("id"),
            "sub": subject.get("id") if isinstance(subject, dict) else None,
            "nbf": seconds(self.payload.get("validFrom")), "exp": seconds(self.payload.get("validUntil")),
        }
        for claim, value in stated.items():
            if claim not in self.payload or value is None:
                continue
            found = self.payload[claim]
            same = int(found) == int(value) if claim in ("nbf", "exp") and isinstance(found, (int, float)) \
                else found == value
            if not same:
                yield "token-dates-disagree" if claim in ("nbf", "exp") else "issuer-impersonated", \
                    f"the claim {claim} contradicts the credential"
        if "@context" not in self.payload and "vc" in self.payload:
            yield "payload-wrapped-in-vc-claim", "the credential stands in a vc claim"


def open_document(data, faults):
    """The token in a document, or None and the credential as JSON where it is not secured by one."""
    start = data.lstrip()
    if not start.startswith(b"{"):
        try:
            return Token(start.rstrip().decode("ascii"), faults), None
        except UnicodeDecodeError:
            raise Unreadable("neither JSON nor a token") from None
    document = read_json(data, "takes-duplicate-members" in faults)
    if "EnvelopedVerifiableCredential" not in listed(document.get("type")):
        return None, document
    url = document.get("id")
    media_type, comma, text = url.partition(",") if isinstance(url, str) else ("", "", "")
    if not comma or not media_type.lower().startswith("data:") or media_type.lower().endswith(";base64"):
        raise Unreadable("the envelope holds no data URL with a token")
    return Token(text, faults), None
