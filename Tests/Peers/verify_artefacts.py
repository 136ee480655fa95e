"""Checks the artefacts of a run with other implementations than the simulator's own.

    verify_artefacts.py RUN_FOLDER [FOLDER_WITH_OFFICIAL_SCHEMAS]

For each finding with a credential among its artefacts: opens the envelope, finds the key in the DID document beside it,
verifies the signature (joserfc on cryptography), validates the schema (jsonschema), reads the status bit, and compares
with what the run reported. Prints one line for each disagreement and ends with 1 if there is one.
"""

import base64
import gzip
import json
import pathlib
import sys
import zlib

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey
from joserfc import jws
from joserfc.jwk import ECKey, OKPKey
from jsonschema import Draft202012Validator

BASE58 = "123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz"


def base64url(text):
    return base64.urlsafe_b64decode(text + "=" * (-len(text) % 4))


def base58(text):
    number = 0
    for letter in text:
        number = number * 58 + BASE58.index(letter)
    return number.to_bytes((number.bit_length() + 7) // 8, "big")


def token_of(data):
    """The compact token in a file, and whether it stood in an envelope."""
    text = data.decode()
    if not text.startswith("{"):
        return text
    envelope = json.loads(text)
    if "EnvelopedVerifiableCredential" not in str(envelope.get("type")):
        return None
    return envelope["id"].split(",", 1)[1]


def key_of(method):
    """A key object for one verification method, however it is written; None if it can't be read."""
    if "publicKeyJwk" in method:
        jwk = method["publicKeyJwk"]
        return (OKPKey if jwk["kty"] == "OKP" else ECKey).import_key(jwk)
    raw = base58(method["publicKeyMultibase"][1:])
    if raw[:2] == b"\xed\x01":
        raw = raw[2:]
        Ed25519PublicKey.from_public_bytes(raw)
        encoded = base64.urlsafe_b64encode(raw).rstrip(b"=").decode()
        return OKPKey.import_key({"kty": "OKP", "crv": "Ed25519", "x": encoded})
    return None


def signature_holds(token, document):
    """Whether any key of the DID document that the header may mean signed the token; None without such a key."""
    header = json.loads(base64url(token.split(".")[0]))
    fragment = header.get("kid", "").split("#")[-1]
    methods = [m for m in document["verificationMethod"] if m["id"].endswith("#" + fragment)]
    methods = methods or (document["verificationMethod"] if "#" not in header.get("kid", "#") else [])
    keys = [key for key in map(key_of, methods) if key is not None]
    if not keys:
        return None
    for key in keys:
        try:
            jws.deserialize_compact(token, key, algorithms=["EdDSA", "Ed25519", "ES256"])
            return True
        except Exception:
            continue
    return False


def encoded_list(status_list):
    """The encoded list of a status list credential."""
    payload = json.loads(base64url(token_of(status_list).split(".")[1]))
    return payload["credentialSubject"]["encodedList"]


def status_bit(credential, status_list):
    """Whether the credential's bit is set in a status list, read as the standard has it; None if it can't be read."""
    entry = credential.get("credentialStatus")
    if not entry or status_list is None:
        return None
    encoded = encoded_list(status_list)
    if not encoded.startswith("u"):
        return None
    try:
        bits = gzip.decompress(base64url(encoded[1:]))
    except (OSError, zlib.error):
        return None
    index = int(entry["statusListIndex"])
    return bool(bits[index >> 3] & (0x80 >> (index & 7)))


def schema_of(credential, folder):
    """The official schema of the type that a credential declares, where the folder is at hand."""
    types = {"DigitalProductPassport": "dpp", "DigitalConformityCredential": "dcc", "DigitalFacilityRecord": "dfr",
             "DigitalTraceabilityEvent": "dte", "DigitalIdentityAnchor": "dia"}
    for name, short in types.items():
        if name in credential.get("type", []) and folder is not None:
            path = folder / f"untp-{short}-schema-0.6.1.json"
            return json.loads(path.read_text()) if path.exists() else None
    return None


# The findings that say that a credential's schema is broken.
SCHEMA_CODES = {"issuer-string-vs-object", "number-as-text", "single-vs-array", "datetime-shape", "enum-code-changed",
                "extra-property-policy", "schema-violation", "context-order", "vcdm-1-1-vs-2-0"}


class Example:
    """The artefacts of one finding, and what other implementations make of them."""

    def __init__(self, finding, run, official):
        folder = run / "artefacts"
        files = [folder / str(path).removeprefix("artefacts/") for path in finding["example"]["artefacts"]]
        by_stem = {file.name.split(".")[0]: file.read_bytes() for file in files}
        self.finding = finding
        self.bytes = by_stem.get("credential")
        if self.bytes is None:
            return
        self.status_list = by_stem.get("status-list")
        self.token = token_of(self.bytes)
        if self.token is None:
            return
        header, payload = (json.loads(base64url(part)) for part in self.token.split(".")[:2])
        self.header = header
        self.credential = payload.get("vc", payload)
        self.signature = signature_holds(self.token, json.loads(by_stem["did"])) if "did" in by_stem else "no document"
        self.bit = status_bit(self.credential, self.status_list)
        schema = schema_of(self.credential, official)
        self.is_valid = None if schema is None else Draft202012Validator(schema).is_valid(self.credential)

    @property
    def envelope(self):
        return json.loads(self.bytes) if self.bytes.startswith(b"{") else {}


# What the bytes must show for a finding to be true, where they can show it.
EVIDENCE = {
    "credential-altered": ("its signature fails", lambda e: e.signature is False),
    "key-rotated-away": ("its key is gone", lambda e: e.signature is None),
    "certificate-revoked": ("its status bit is set", lambda e: e.bit is True),
    "status-never-checked": ("its status bit is set", lambda e: e.bit is True),
    "certificate-expired": ("it had expired", lambda e: e.credential["validUntil"] <= e.finding["firstSeen"]),
    "encodedlist-prefix": ("its list lacks the u", lambda e: not encoded_list(e.status_list).startswith("u")),
    "issuer-string-vs-object": ("its issuer is text", lambda e: isinstance(e.credential["issuer"], str)),
    "envelope-type-array": ("its envelope's type is an array", lambda e: isinstance(e.envelope.get("type"), list)),
    "data-url-media-type": (
        "its envelope names another media type",
        lambda e: not e.envelope["id"].startswith("data:application/vc+jwt,")),
    "typ-header-drift": ("its header has another typ", lambda e: e.header.get("typ") != "vc+jwt"),
    "kid-form": ("its kid is no DID URL", lambda e: not e.header.get("kid", "").startswith("did:")),
}


def disagreements(example, findings):
    """What in an example's bytes the run did not say, or said otherwise."""
    finding = example.finding
    code = finding["code"]
    if code in EVIDENCE:
        claim, holds = EVIDENCE[code]
        if not holds(example):
            yield f"reported, but it is not so that {claim}"
    # What explains a departure: this finding, what hid it, or another between the same two on the same type.
    alike = {f["code"] for f in findings
             if all(f[side] == finding[side] for side in ("issuer", "verifier", "credentialType"))}
    explained = alike | {code, finding.get("behind")}
    of_issuer = {f["code"] for f in findings if f["issuer"] == finding["issuer"]}
    if example.signature == "no document":
        yield "no DID document is kept beside it"
    if example.signature is False and "credential-altered" not in explained:
        yield "its signature does not hold, and nothing says so"
    # Keys are withdrawn for all readers alike, also for those who could not ask at the time.
    if example.signature is None and "key-rotated-away" not in of_issuer:
        yield "its key is not in the DID document, and nothing says so"
    if example.bit and not {"certificate-revoked", "status-never-checked"} & of_issuer:
        yield "its status bit is set, and nothing says so"
    if example.is_valid is not None:
        of_type = {f["code"] for f in findings
                   if f["issuer"] == finding["issuer"] and f["credentialType"] == finding["credentialType"]}
        if example.is_valid and code in SCHEMA_CODES:
            yield "reported as breaking the schema, but jsonschema finds it valid"
        if not example.is_valid and not of_type & SCHEMA_CODES:
            yield "jsonschema finds it invalid, and nothing says so"


def main():
    run = pathlib.Path(sys.argv[1])
    official = pathlib.Path(sys.argv[2]) if len(sys.argv) > 2 else None
    findings = json.loads((run / "report.json").read_text())["findings"]
    problems, checked, signed, valid, bits = [], 0, 0, 0, 0
    for finding in findings:
        where = f"{finding['code']} {finding['issuer']} to {finding['verifier']} {finding['credentialType']}"
        example = Example(finding, run, official)
        if example.bytes is None:
            continue
        if example.token is None:
            problems.append(f"{where}: the artefact is no secured credential")
            continue
        checked += 1
        signed += example.signature is True
        valid += example.is_valid is True
        bits += example.bit is not None
        problems += [f"{where}: {problem}" for problem in disagreements(example, findings)]
    print("\n".join(problems))
    print(f"{checked} credentials checked: {signed} signatures hold, {valid} valid by the schema, "
          f"{bits} status bits read; {len(problems)} disagreements")
    sys.exit(1 if problems or checked == 0 else 0)


main()
