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


def status_bit(credential, status_list):
    """Whether the credential's bit is set in a status list, read as the standard has it; None if it can't be read."""
    entry = credential.get("credentialStatus")
    if not entry or status_list is None:
        return None
    payload = json.loads(base64url(token_of(status_list).split(".")[1]))
    encoded = payload["credentialSubject"]["encodedList"]
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


# The findings that say that a credential's schema is broken, and that its signature does not hold.
SCHEMA_CODES = {"issuer-string-vs-object", "number-as-text", "single-vs-array", "datetime-shape", "enum-code-changed",
                "extra-property-policy", "schema-violation", "context-order", "vcdm-1-1-vs-2-0"}


def main():
    run = pathlib.Path(sys.argv[1])
    official = pathlib.Path(sys.argv[2]) if len(sys.argv) > 2 else None
    report = json.loads((run / "report.json").read_text())
    broken_schema = {(f["issuer"], f["credentialType"]) for f in report["findings"] if f["code"] in SCHEMA_CODES}
    problems, checked = [], 0
    for finding in report["findings"]:
        paths = [run / "artefacts" / pathlib.Path(str(path).removeprefix("artefacts/"))
                 for path in finding["example"]["artefacts"]]
        credentials = [path for path in paths if path.name.startswith("credential.")]
        documents = [path for path in paths if path.name == "did.json"]
        lists = [path for path in paths if path.name == "status-list.json"]
        if not credentials:
            continue
        code, where = finding["code"], f"{finding['code']} {finding['issuer']} to {finding['verifier']}"
        token = token_of(credentials[0].read_bytes())
        if token is None:
            problems.append(f"{where}: the artefact is no secured credential")
            continue
        checked += 1
        payload = json.loads(base64url(token.split(".")[1]))
        credential = payload.get("vc", payload)
        if documents:
            holds = signature_holds(token, json.loads(documents[0].read_text()))
            if code == "credential-altered" and holds is not False:
                problems.append(f"{where}: reported as altered, but its signature holds")
            if code == "key-rotated-away" and holds is not None:
                problems.append(f"{where}: reported without its key, but the key is there")
            if holds is False and code not in {"credential-altered"} and finding.get("behind") != "credential-altered":
                altered = any(f["code"] == "credential-altered" and f["issuer"] == finding["issuer"]
                              for f in report["findings"])
                if not altered:
                    problems.append(f"{where}: its signature does not hold, and nothing says so")
        schema = schema_of(credential, official)
        if schema is not None:
            errors = sorted(Draft202012Validator(schema).iter_errors(credential), key=str)
            reported = (finding["issuer"], finding["credentialType"]) in broken_schema
            if bool(errors) != reported:
                problems.append(f"{where}: jsonschema finds {len(errors)} errors, the run {'some' if reported else 'none'}")
        bit = status_bit(credential, lists[0].read_bytes() if lists else None)
        if code == "certificate-revoked" and bit is False:
            problems.append(f"{where}: reported as revoked, but its bit is not set")
        if code == "encodedlist-prefix" and lists and bit is not None:
            problems.append(f"{where}: the list is reported without prefix, but has one")
    print("\n".join(problems))
    print(f"{checked} credentials checked, {len(problems)} disagreements")
    sys.exit(1 if problems or checked == 0 else 0)


main()
