"""Keys: the platform's own, and those that DID documents hold."""

import hashlib
import warnings

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec, ed25519, utils
from joserfc import jws
from joserfc.errors import SecurityWarning
from joserfc.jwk import ECKey, OKPKey

from .encoding import Unreadable, from_base58, from_base64url, to_base64url

# UNTP's toolkits still write EdDSA, which RFC 9864 deprecates.
warnings.simplefilter("ignore", SecurityWarning)

# The algorithms that are taken, with the kind of key that each needs. Symmetric ones and `none` are not among them.
ALGORITHMS = {"EdDSA": "Ed25519", "Ed25519": "Ed25519", "ES256": "P-256", "ES384": "P-384"}
CURVES = {"P-256": (ec.SECP256R1(), hashes.SHA256(), 32), "P-384": (ec.SECP384R1(), hashes.SHA384(), 48)}
# By the prefix of a multibase key: the multicodec table.
CODECS = {b"\xed\x01": "Ed25519", b"\x80\x24": "P-256", b"\x81\x24": "P-384"}


class SigningKey:
    """A key of the platform, which follows from a seed so that each run has the same."""

    def __init__(self, seed, algorithm):
        self.algorithm = algorithm
        secret = hashlib.sha256(f"{seed}|{algorithm}".encode()).digest()
        if algorithm == "EdDSA":
            private = ed25519.Ed25519PrivateKey.from_private_bytes(secret)
            public = private.public_key().public_bytes(
                serialization.Encoding.Raw, serialization.PublicFormat.Raw)
            self.public_jwk = {"kty": "OKP", "crv": "Ed25519", "x": to_base64url(public)}
            self._key = OKPKey.import_key({**self.public_jwk, "d": to_base64url(secret)})
        else:
            number = int.from_bytes(secret, "big") >> 1 | 1
            point = ec.derive_private_key(number, ec.SECP256R1()).public_key().public_numbers()
            x, y = (to_base64url(value.to_bytes(32, "big")) for value in (point.x, point.y))
            self.public_jwk = {"kty": "EC", "crv": "P-256", "x": x, "y": y}
            self._key = ECKey.import_key({**self.public_jwk, "d": to_base64url(number.to_bytes(32, "big"))})

    def sign(self, header, payload):
        """A compact JWS."""
        return jws.serialize_compact(
            {**header, "alg": self.algorithm}, payload, self._key, algorithms=[self.algorithm])


class PublicKey:
    """A key from a DID document."""

    def __init__(self, curve, raw):
        self.curve = curve
        if curve == "Ed25519":
            self._key = ed25519.Ed25519PublicKey.from_public_bytes(raw)
        else:
            self._key = ec.EllipticCurvePublicKey.from_encoded_point(CURVES[curve][0], raw)

    @staticmethod
    def of(method):
        """The key of a verification method."""
        try:
            if "publicKeyJwk" in method:
                return PublicKey.of_jwk(method["publicKeyJwk"])
            if "publicKeyMultibase" in method:
                return PublicKey.of_multibase(method["publicKeyMultibase"])
        except (ValueError, KeyError, TypeError, AttributeError) as error:
            raise Unreadable(f"the key can't be read: {error}") from None
        raise Unreadable("the verification method has no key of a known form")

    @staticmethod
    def of_jwk(jwk):
        curve = jwk["crv"]
        if jwk["kty"] == "OKP" and curve == "Ed25519":
            return PublicKey(curve, from_base64url(jwk["x"]))
        if jwk["kty"] == "EC" and curve in CURVES:
            return PublicKey(curve, b"\x04" + from_base64url(jwk["x"]) + from_base64url(jwk["y"]))
        raise Unreadable(f"a key of {curve}")

    @staticmethod
    def of_multibase(text):
        if not text.startswith("z"):
            raise Unreadable("multibase that is no base58btc")
        data = from_base58(text[1:])
        if data[:2] not in CODECS:
            raise Unreadable("a key without a known codec before it")
        return PublicKey(CODECS[data[:2]], data[2:])

    @property
    def texts(self):
        """The forms of the key that somebody might mistake for a secret."""
        if self.curve == "Ed25519":
            return [self._key.public_bytes(serialization.Encoding.Raw, serialization.PublicFormat.Raw)]
        point = self._key.public_bytes(
            serialization.Encoding.X962, serialization.PublicFormat.UncompressedPoint)
        compressed = self._key.public_bytes(
            serialization.Encoding.X962, serialization.PublicFormat.CompressedPoint)
        return [point, point[1:], compressed]

    def verifies(self, algorithm, message, signature):
        """Whether a signature holds; the algorithm has to be one for this key."""
        if ALGORITHMS.get(algorithm) != self.curve:
            return False
        try:
            if self.curve == "Ed25519":
                self._key.verify(signature, message)
                return True
            _, digest, size = CURVES[self.curve]
            if len(signature) != 2 * size:
                return False
            r, s = (int.from_bytes(half, "big") for half in (signature[:size], signature[size:]))
            self._key.verify(utils.encode_dss_signature(r, s), message, ec.ECDSA(digest))
            return True
        except InvalidSignature:
            return False
