"""Checks a set of fixtures with other implementations than the simulator's own.

    verify_fixtures.py FOLDER

For each case of `expected.json`: finds the issuer's key by way of `manifest.json`, verifies the signature (joserfc and
cryptography), and reads the status bit. What must be valid has to hold in both; what was altered or signed with another
key must not verify, and what was revoked or suspended must be set. Prints one line for each disagreement and ends with 1
if there is one.
"""

import base64
import gzip
import hashlib
import json
import pathlib
import sys

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey
from joserfc import jws
from joserfc.jwk import ECKey, OKPKey

ALPHABET = "123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz"
PREFIXES = {b"\xed\x01": "Ed25519", b"\x80\x24": "P-256", b"\x81\x24": "P-384"}
BROKEN = {"altered", "altered-deep-inside", "signature-of-another", "other-key"}
SET = {"revoked", "suspended"}


def base64url(text):
    return base64.urlsafe_b64decode(text + "=" * (-len(text) % 4))


def base58(text):
    number = 0
    for letter in text:
        number = number * 58 + ALPHABET.index(letter)
    return number.to_bytes((number.bit_length() + 7) // 8, "big")


def canonical(value):
    """JSON in canonical form, RFC 8785, for the numbers and names that the fixtures have."""
    return json.dumps(value, sort_keys=True, separators=(",", ":"), ensure_ascii=False).encode()


def token_of(data):
    """The compact token in a file; None for a document with a proof in it."""
    text = data.decode()
    if not text.startswith("{"):
        return text
    document = json.loads(text)
    if document.get("type") == "EnvelopedVerifiableCredential":
        return document["id"].split(",", 1)[1]
    return None


def credential_of(data):
    token = token_of(data)
    return json.loads(base64url(token.split(".")[1])) if token else json.loads(data)


def key_of(method):
    if "publicKeyJwk" in method:
        jwk = method["publicKeyJwk"]
        return (OKPKey if jwk["kty"] == "OKP" else ECKey).import_key(jwk)
    raw = base58(method["publicKeyMultibase"][1:])
    curve, point = PREFIXES[raw[:2]], raw[2:]
    if curve == "Ed25519":
        encoded = base64.urlsafe_b64encode(point).rstrip(b"=").decode()
        return OKPKey.import_key({"kty": "OKP", "crv": curve, "x": encoded})
    from cryptography.hazmat.primitives.asymmetric import ec
    from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat

    kind = ec.SECP256R1() if curve == "P-256" else ec.SECP384R1()
    public = ec.EllipticCurvePublicKey.from_encoded_point(kind, point)
    return ECKey.import_key(public.public_bytes(Encoding.PEM, PublicFormat.SubjectPublicKeyInfo))


class Fixtures:
    def __init__(self, folder):
        self.folder = folder
        entries = json.loads((folder / "manifest.json").read_text())
        self.files = {entry["url"]: entry["file"] for entry in entries if entry["file"]}

    def document(self, url):
        return (self.folder / self.files[url]).read_bytes()

    def method(self, did, identifier):
        place = did.removeprefix("did:web:").replace(":", "/").replace("%3A", ":")
        document = json.loads(self.document("https://" + place + "/did.json"))
        return next((m for m in document["verificationMethod"] if m["id"] == identifier), None)

    def is_signed(self, data):
        """Whether the issuer's key signed a credential."""
        credential = credential_of(data)
        issuer = credential["issuer"]
        issuer = issuer if isinstance(issuer, str) else issuer["id"]
        token = token_of(data)
        if token is None:
            return self.is_proven(credential, issuer)
        header = json.loads(base64url(token.split(".")[0]))
        method = self.method(issuer, header["kid"])
        if method is None:
            return False
        try:
            jws.deserialize_compact(token, key_of(method), algorithms=["EdDSA", "ES256", "ES384"])
            return True
        except Exception:
            return False

    def is_proven(self, credential, issuer):
        proof = dict(credential.pop("proof"))
        signature = base58(proof.pop("proofValue")[1:])
        method = self.method(issuer, proof["verificationMethod"])
        if method is None:
            return False
        data = hashlib.sha256(canonical(proof)).digest() + hashlib.sha256(canonical(credential)).digest()
        key = Ed25519PublicKey.from_public_bytes(base64url(key_of(method).as_dict()["x"]))
        try:
            key.verify(signature, data)
            return True
        except InvalidSignature:
            return False

    def set_statuses(self, data):
        """The purposes of the credential's status entries whose bit is set."""
        entries = credential_of(data).get("credentialStatus", [])
        found = set()
        for entry in entries if isinstance(entries, list) else [entries]:
            status_list = self.document(entry["statusListCredential"])
            if not self.is_signed(status_list):
                found.add("unsigned list")
            encoded = credential_of(status_list)["credentialSubject"]["encodedList"]
            bits = gzip.decompress(base64url(encoded[1:]))
            index = int(entry["statusListIndex"])
            if bits[index >> 3] & (0x80 >> (index & 7)):
                found.add(entry["statusPurpose"])
        return found


def main(folder):
    fixtures = Fixtures(folder)
    checked = wrong = 0
    for case in json.loads((folder / "expected.json").read_text())["cases"]:
        rule = case["id"].split("/")[1]
        is_valid = case["verdicts"] == ["valid"]
        if not (is_valid or rule in BROKEN or rule in SET):
            continue
        data = (folder / case["file"]).read_bytes()
        checked += 1
        is_signed = fixtures.is_signed(data)
        if is_signed == (rule in BROKEN):
            wrong += 1
            print(f"{case['id']}: the signature {'holds' if is_signed else 'does not hold'}")
        stopping = fixtures.set_statuses(data) - {"refresh"} if rule not in BROKEN else set()
        if bool(stopping) != (rule in SET):
            wrong += 1
            print(f"{case['id']}: set are {sorted(stopping)}")
    print(f"{checked} fixtures were checked, {wrong} disagreements")
    return 1 if wrong or checked == 0 else 0


if __name__ == "__main__":
    sys.exit(main(pathlib.Path(sys.argv[1])))
