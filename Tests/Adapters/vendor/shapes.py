"""The shapes of UNTP's credentials in releases 0.6.0 and 0.6.1, read from a table."""

import json
import pathlib
import re

from .encoding import STAMP, listed

TABLE = json.loads((pathlib.Path(__file__).parent / "shapes.json").read_text())
TYPES = {
    "DigitalProductPassport": "dpp", "DigitalConformityCredential": "dcc", "DigitalFacilityRecord": "dfr",
    "DigitalTraceabilityEvent": "dte", "DigitalIdentityAnchor": "dia",
}
RELEASES = ("0.6.0", "0.6.1")
CONTEXT = re.compile(r"https://(?:test|vocabulary)\.uncefact\.org/(?:vocabulary/)?untp/(\w+)/v?([\d.]+)/?")
W3C = "https://www.w3.org/ns/credentials/v2"
URI = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:[^\s<>\"{}|\\^`]+")
DAY = re.compile(r"\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])")

SIMPLE = {
    "text": lambda v: isinstance(v, str),
    "uri": lambda v: isinstance(v, str) and bool(URI.fullmatch(v)),
    "date": lambda v: isinstance(v, str) and bool(DAY.fullmatch(v)),
    "datetime": lambda v: isinstance(v, str) and bool(STAMP.fullmatch(v)),
    "number": lambda v: isinstance(v, (int, float)) and not isinstance(v, bool),
    "boolean": lambda v: isinstance(v, bool),
}
# What the W3C context defines at the top of a credential, and what tokens have there of their own.
ROOT = {
    "@context", "id", "type", "name", "description", "issuer", "validFrom", "validUntil", "credentialSubject",
    "credentialStatus", "credentialSchema", "evidence", "relatedResource", "refreshService", "renderMethod",
    "termsOfUse", "confidenceMethod", "proof", "iss", "sub", "jti", "nbf", "exp", "iat", "aud",
}


def recognise(credential):
    """Type and release of a credential, by its types and contexts; None for what isn't said."""
    types = listed(credential.get("type"))
    kind = next((short for name, short in TYPES.items() if name in types), None)
    for context in listed(credential.get("@context")):
        match = CONTEXT.fullmatch(context) if isinstance(context, str) else None
        if match and kind in (None, match.group(1)):
            return kind or match.group(1), match.group(2)
    return kind, None


def problems(credential, kind, release):
    """What breaks the shape, as pairs of pointer and sentence."""
    return list(check(credential, "credential", kind, release, ""))


def undefined(credential):
    """Pointers to properties at the top that no context defines, as far as this table knows the contexts."""
    contexts = listed(credential.get("@context"))
    if all(context == W3C or isinstance(context, str) and CONTEXT.fullmatch(context) for context in contexts):
        yield from (f"/{name}" for name in credential if name not in ROOT)


def check(value, name, kind, release, pointer):
    shape = TABLE[kind].get(name) or TABLE["shared"].get(name)
    if shape is None or (release == "0.6.0" and name == "ConformityScheme"):
        return
    if not isinstance(value, dict):
        yield pointer, f"expected an object ({name})"
        return
    if name == "Event":
        specific = next((t for t in listed(value.get("type")) if t in TABLE[kind] and t != name), None)
        if specific:
            yield from check(value, specific, kind, release, pointer)
    fields = {key.rstrip("!"): key for key in shape if key != "closed"}
    for field, key in fields.items():
        if field not in value:
            if key.endswith("!"):
                yield f"{pointer}/{field}", f"{name} needs '{field}'"
            continue
        yield from check_field(value[field], shape[key], kind, release, f"{pointer}/{field}")
    for field in value if shape.get("closed") else ():
        if field not in fields:
            yield f"{pointer}/{field}", f"{name} may have no '{field}'"


def check_field(value, form, kind, release, pointer):
    if form.startswith("["):
        if not isinstance(value, list):
            yield pointer, "expected a list"
            return
        for position, element in enumerate(value):
            yield from check_field(element, form[1:-1], kind, release, f"{pointer}/{position}")
    elif form.startswith("@"):
        yield from check(value, form[1:], kind, release, pointer)
    elif form.startswith("has "):
        if not isinstance(value, list) or form[4:] not in value:
            yield pointer, f"expected a list with '{form[4:]}'"
    elif form in SIMPLE:
        if not SIMPLE[form](value):
            yield pointer, f"expected {form}, found {json.dumps(value)[:60]}"
    elif value not in form.split("|"):
        yield pointer, f"expected one of {form.replace('|', ', ')}, found {json.dumps(value)[:60]}"
