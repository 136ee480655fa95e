"""Decentralised identifiers: where their documents are, and the keys in them."""

import re
from urllib.parse import unquote

from .encoding import Unreadable, from_base64url, listed, read_json
from .keys import PublicKey

DID = re.compile(r"did:[a-z0-9]+:[A-Za-z0-9._%:-]*[A-Za-z0-9._%-]")


class Unresolvable(Exception):
    """A document that could not be had: nothing is known of what stands in it."""


def is_loopback(host):
    return host.split(":")[0] == "localhost" or host.startswith("127.")


def document_url(did):
    """Where the document of a did:web is. On this machine itself it is served without TLS."""
    parts = did.split(":")[2:]
    host = unquote(parts[0])
    if not re.fullmatch(r"[A-Za-z0-9.-]+(:\d+)?", host) or any(unquote(p) in ("", ".", "..") for p in parts[1:]):
        raise Unreadable(f"{did} names no place")
    scheme = "http" if is_loopback(host) else "https"
    path = "/".join(parts[1:]) or ".well-known"
    return f"{scheme}://{host}/{path}/did.json"


def of_url(url):
    """The did:web whose document is below a URL, as http://127.0.0.1:80/did/mine."""
    host, _, path = url.split("://", 1)[1].partition("/")
    return ":".join(["did:web:" + host.replace(":", "%3A"), *filter(None, path.split("/"))])


def resolve(did, fetch):
    """The document of a DID. `fetch` gives the bytes at a URL, or raises Unresolvable."""
    if not isinstance(did, str) or not DID.fullmatch(did):
        raise Unreadable(f"{did!r} is no DID")
    method, value = did.split(":", 2)[1:]
    if method == "key":
        return document_of_key(did, f"{did}#{value}", {"publicKeyMultibase": value})
    if method == "jwk":
        return document_of_key(did, f"{did}#0", {"publicKeyJwk": read_json(from_base64url(value))})
    if method != "web":
        raise Unreadable(f"the DID method {method} is not known here")
    document = read_json(fetch(document_url(did)))
    if not isinstance(document, dict) or document.get("id") != did:
        raise Unreadable(f"the document at {document_url(did)} is not that of {did}")
    return document


def document_of_key(did, method, key):
    return {
        "id": did,
        "verificationMethod": [{"id": method, "type": "JsonWebKey", "controller": did, **key}],
        "assertionMethod": [method],
    }


def assertion_key(document, kid):
    """The key with an id in a document, if it is there to make claims with."""
    did = document["id"]

    def absolute(reference):
        return did + reference if isinstance(reference, str) and reference.startswith("#") else reference

    methods = [m for m in listed(document.get("verificationMethod")) if isinstance(m, dict)]
    assertions = listed(document.get("assertionMethod"))
    methods += [m for m in assertions if isinstance(m, dict)]
    ids = {absolute(m.get("id") if isinstance(m, dict) else m) for m in assertions}
    for method in methods:
        if absolute(method.get("id")) == kid:
            if kid not in ids:
                raise Unreadable(f"{kid} is not among the keys for assertions")
            if method.get("controller", did) != did:
                raise Unreadable(f"{kid} is controlled by {method['controller']}")
            return PublicKey.of(method)
    raise Unreadable(f"{kid} is not in the document of {did}")
