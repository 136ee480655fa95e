"""The rules of the W3C Verifiable Credentials Data Model 2.0, with UNTP's on `id`."""

from .encoding import listed, seconds
from .shapes import SIMPLE, W3C

is_uri = SIMPLE["uri"]


def problems(credential):
    """What breaks the data model, as pairs of pointer and sentence."""
    contexts = listed(credential.get("@context"))
    if not contexts or contexts[0] != W3C:
        yield "/@context", f"the first context has to be {W3C}"
    if any(not isinstance(c, dict) and not is_uri(c) for c in contexts):
        yield "/@context", "contexts are URLs or objects"
    if "VerifiableCredential" not in listed(credential.get("type")):
        yield "/type", "expected VerifiableCredential"
    if not is_uri(credential.get("id")):
        yield "/id", "expected a URI"
    issuer = issuer_of(credential)
    if not is_uri(issuer):
        yield "/issuer", "expected a URI, or an object with one as its id"
    subjects = listed(credential.get("credentialSubject"))
    if not subjects or not all(isinstance(s, dict) and s for s in subjects):
        yield "/credentialSubject", "expected an object with claims, or several"
    elif not all(is_uri(s["id"]) for s in subjects if "id" in s):
        yield "/credentialSubject", "the id of a subject is a URI"
    for name in ("validFrom", "validUntil"):
        if name in credential and seconds(credential[name]) is None:
            yield f"/{name}", "expected a date and time with a zone"
    start, end = seconds(credential.get("validFrom")), seconds(credential.get("validUntil"))
    if start is not None and end is not None and end < start:
        yield "/validUntil", "it ends before it begins"
    for name in ("credentialStatus", "credentialSchema", "evidence", "termsOfUse", "refreshService", "renderMethod"):
        if not all(isinstance(m, dict) and listed(m.get("type")) for m in listed(credential.get(name))):
            yield f"/{name}", "expected objects with a type"


def issuer_of(credential):
    """The issuer's identifier, whichever way it is written."""
    issuer = credential.get("issuer")
    return issuer.get("id") if isinstance(issuer, dict) else issuer
