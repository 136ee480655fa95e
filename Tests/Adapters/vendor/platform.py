"""The platform: its parties, what it issued, and what its hosts answer."""

import re
from urllib.parse import parse_qs, urlsplit

from . import dids, shapes, statuslists
from .encoding import listed, stamp, write_json
from .keys import SigningKey
from .model import issuer_of

SERVICES = ("resolver", "storage", "status", "did")
LINK_TYPES = {kind: f"untp:{kind}" for kind in ("dpp", "dcc", "dfr", "dte", "dia")}
SLUG = re.compile(r"[a-z0-9][a-z0-9-]{0,62}")
PURPOSES = ("revocation", "suspension")
# The keys that may begin the path of a GS1 Digital Link: GTIN, GLN, SSCC and their like.
PRIMARY_KEY = re.compile(r"/(00|01|253|255|401|402|414|417|8003|8004|8006|8010|8013|8017|8018)/")


class NotSupported(Exception):
    """Something that the platform does not do."""


class NotThere(Exception):
    """A party or a credential that is not the platform's."""


class Response:
    """An answer of one of the platform's hosts."""

    def __init__(self, status, body=b"", content_type=None, **headers):
        self.status = status
        self.body = body if isinstance(body, bytes) else write_json(body)
        self.headers = {"content-type": content_type} if content_type else {}
        self.headers |= {name.replace("_", "-"): value for name, value in headers.items()}


class Party:
    """A customer, in whose name the platform issues."""

    def __init__(self, slug, name, did, algorithm):
        self.slug, self.name, self.did = slug, name, did
        self.key = SigningKey(did, algorithm)
        self.kid = did + "#key-1"
        self.lists = {purpose: bytearray(statuslists.MINIMUM_BITS // 8) for purpose in PURPOSES}
        self.used = 0
        self.services = []


class Platform:
    """All that the platform has, in memory. Keys follow from DIDs, so that each run has the same.

    `origins` has the origin of each service: a scheme and a host, and a path if need be. `algorithm` is that with which
    parties sign.
    """

    def __init__(self, origins, algorithm="EdDSA", faults=frozenset()):
        self.origins = {name: origins[name].rstrip("/") for name in SERVICES}
        self.algorithm = algorithm
        self.faults = faults
        self.parties = {}
        self.issued = {}
        self.documents = {}
        self.links = {}

    # Parties

    def enrol(self, slug, name=""):
        """Takes on a party, or finds the one that is there."""
        if slug not in self.parties:
            did = dids.of_url(f"{self.origins['did']}/{slug}")
            self.parties[slug] = Party(slug, name or slug, did, self.algorithm)
        return self.parties[slug]

    def party(self, slug):
        """The party of a name, after a restart too: keys follow from names, so none has to be enrolled again."""
        return self.enrol(slug) if SLUG.fullmatch(slug) else None

    def party_of(self, did):
        prefix = dids.of_url(self.origins["did"]) + ":"
        party = self.party(did[len(prefix):]) if isinstance(did, str) and did.startswith(prefix) else None
        if party is None:
            raise NotThere(f"{did} is not the DID of a customer")
        return party

    def did_document(self, party):
        return {
            "@context": ["https://www.w3.org/ns/did/v1", "https://w3id.org/security/jwk/v1"], "id": party.did,
            "verificationMethod": [{
                "id": party.kid, "type": "JsonWebKey", "controller": party.did,
                "publicKeyJwk": party.key.public_jwk,
            }],
            "assertionMethod": [party.kid],
            **({"service": party.services} if party.services else {}),
        }

    def link(self, subject, relation, target, media_type, title):
        """Points from a party's DID, or from an identifier, to something."""
        if "forgets-links" in self.faults:
            return
        if subject.startswith("did:"):
            party = self.party_of(subject)
            party.services = [service for service in party.services if service["type"] != relation]
            party.services.append(
                {"id": f"{party.did}#{relation.split(':')[-1]}", "type": relation, "serviceEndpoint": target})
            return
        links = self.links.setdefault(place(subject), {"anchor": subject, "links": []})["links"]
        if all(url != target for _, url, *_ in links):
            links.append((relation, target, media_type or "application/json", title))

    # Issuing

    def issue(self, credential, securing, now):
        """Secures a credential, publishes it, and gives its URL, media type and bytes."""
        kind, release = shapes.recognise(credential)
        if kind is None or release not in shapes.RELEASES:
            raise NotSupported(f"credentials of release {release} are not issued here")
        if securing not in ("enveloped", "token"):
            raise NotSupported(f"{securing} credentials are not issued here")
        party = self.party_of(issuer_of(credential))
        credential, has_own_status = dict(credential), "credentialStatus" in credential
        party.used += 1
        number = party.used
        if not has_own_status:
            credential["credentialStatus"] = self.entries(party, number)
            self.issued[credential.get("id")] = (party, number)
        url = f"{self.origins['storage']}/{party.slug}/{kind}/{number}"
        token = self.sign(self.distorted(credential), party)
        content_type, body = "application/vc+jwt", token.encode()
        if securing == "enveloped":
            content_type, body = "application/vc", write_json(self.envelope(token))
        self.documents[urlsplit(url).path] = (content_type, body)
        for identifier in identifiers(credential):
            self.links.setdefault(place(identifier), {"anchor": identifier, "links": []})["links"].append(
                (LINK_TYPES[kind], url, content_type, kind))
        return url, content_type, body

    def entries(self, party, index):
        """A status entry for each purpose."""
        return [
            {
                "id": f"{self.list_url(party, purpose)}#{index}", "type": "BitstringStatusListEntry",
                "statusPurpose": purpose, "statusListIndex": str(index),
                "statusListCredential": self.list_url(party, purpose),
            } for purpose in PURPOSES]

    def distorted(self, credential):
        """The credential as a platform with faults writes it."""
        if "wrong-context-order" in self.faults:
            credential["@context"] = list(reversed(listed(credential["@context"])))
        if "times-without-zone" in self.faults:
            for name in ("validFrom", "validUntil"):
                if name in credential:
                    credential[name] = credential[name][:19]
        return credential

    def sign(self, payload, party):
        header = {
            "kid": "key-1" if "bare-kid" in self.faults else party.kid,
            "typ": "JWT" if "legacy-typ" in self.faults else "vc+jwt",
        }
        if "vc-claim" in self.faults:
            payload = {"iss": party.did, "vc": payload}
        token = party.key.sign(header, write_json(payload))
        if "broken-signatures" in self.faults:
            start, signature = token.rsplit(".", 1)
            token = f"{start}.{'B' if signature[0] == 'A' else 'A'}{signature[1:]}"
        return token

    def envelope(self, token):
        kind = "EnvelopedVerifiableCredential"
        return {
            "@context": shapes.W3C, "id": f"data:application/vc+jwt,{token}",
            "type": [kind] if "envelope-type-array" in self.faults else kind,
        }

    # Status

    def list_url(self, party, purpose):
        return f"{self.origins['status']}/{party.slug}/{purpose}"

    def set_status(self, credential_id, purpose, is_set):
        if credential_id not in self.issued:
            raise NotThere(f"{credential_id} was not issued here")
        if purpose not in PURPOSES:
            raise NotSupported(f"there are no lists for {purpose}")
        party, index = self.issued[credential_id]
        statuslists.set_bit(party.lists[purpose], index, is_set, "wrong-bit-order" in self.faults)

    def status_list(self, party, purpose, now):
        url = self.list_url(party, purpose)
        prefix = "" if "list-without-prefix" in self.faults else "u"
        credential = {
            "@context": [shapes.W3C], "id": url, "type": ["VerifiableCredential", "BitstringStatusListCredential"],
            "issuer": party.did, "validFrom": stamp(now),
            "credentialSubject": {
                "id": f"{url}#list", "type": "BitstringStatusList", "statusPurpose": purpose,
                "encodedList": statuslists.encoded(party.lists[purpose], prefix),
            },
        }
        if "status-list-unsigned" in self.faults:
            return Response(200, credential, "application/vc")
        return Response(200, self.sign(credential, party).encode(), "application/vc+jwt")

    # Answering

    def answer(self, method, url, headers, now):
        """Answers a request to one of the hosts."""
        if method not in ("GET", "HEAD"):
            return Response(405, allow="GET, HEAD")
        service, rest = self.service_of(url)
        if service is None:
            return Response(404, {"title": f"{url} is not served here"}, "application/problem+json")
        parts = urlsplit(url)
        response = {
            "resolver": lambda: self.resolve(rest, parts.query, headers),
            "storage": lambda: self.stored(parts.path),
            "status": lambda: self.listed_at(rest, now),
            "did": lambda: self.document_at(rest),
        }[service]()
        if "no-cors" not in self.faults:
            response.headers["access-control-allow-origin"] = "*"
        return response

    def service_of(self, url):
        """The service that a URL belongs to, and the path below it; longer origins go first."""
        bare = url.split("?")[0].split("#")[0]
        for name, origin in sorted(self.origins.items(), key=lambda item: -len(item[1])):
            if bare == origin or bare.startswith(origin + "/"):
                return name, bare[len(origin):] or "/"
        return None, ""

    def stored(self, path):
        if path not in self.documents:
            return problem(f"no credential at {path}")
        content_type, body = self.documents[path]
        return Response(200, body, content_type)

    def listed_at(self, path, now):
        slug, _, purpose = path.strip("/").partition("/")
        party = self.party(slug)
        if party is None or purpose not in PURPOSES:
            return problem(f"no list at {path}")
        return self.status_list(party, purpose, now)

    def document_at(self, path):
        slug, _, name = path.strip("/").partition("/")
        party = self.party(slug)
        if party is None or name != "did.json" or "did-not-found" in self.faults:
            return problem(f"no DID document at {path}")
        return Response(200, self.did_document(party), "application/did+json")

    def resolve(self, path, query, headers):
        """UNTP Identity Resolver: the linkset where it is asked for, else a redirect."""
        entry = self.links.get(path.rstrip("/"))
        if entry is None:
            return problem(f"nothing is known of {path}")
        wanted = parse_qs(query).get("linkType", [None])[0]
        if wanted in ("linkset", "all") or "linkset" in headers.get("accept", ""):
            return Response(200, self.linkset(entry), "application/linkset+json")
        target = next((url for relation, url, *_ in entry["links"] if relation == wanted), entry["links"][0][1])
        return Response(307, location=target)

    def linkset(self, entry):
        context = {"anchor": entry["anchor"]}
        for relation, url, content_type, kind in entry["links"]:
            context.setdefault(relation, []).append(
                {"href": url, "type": content_type, "title": kind.upper(), "hreflang": ["en"]})
        return {"linkset": [context]}


def problem(title, status=404):
    return Response(status, {"status": status, "title": title}, "application/problem+json")


def place(identifier):
    """The path at which a resolver is asked for an identifier: GS1 Digital Link lets any path stand before the key."""
    if "://" not in identifier:
        return "/" + identifier
    path = urlsplit(identifier).path.rstrip("/")
    key = PRIMARY_KEY.search(path)
    return path[key.start():] if key else path


def identifiers(credential):
    """The identifiers of what a credential is about, under which it is to be found."""
    found = []

    def take(value):
        if isinstance(value, dict) and isinstance(value.get("id"), str) and value["id"] not in found:
            found.append(value["id"])

    for subject in listed(credential.get("credentialSubject")):
        take(subject.get("product"))
        take(subject.get("facility"))
        for assessment in listed(subject.get("assessment")):
            for verified in listed(assessment.get("assessedProduct")):
                take(verified.get("product"))
            for verified in listed(assessment.get("assessedFacility")):
                take(verified.get("facility"))
        for name in ("outputQuantityList", "quantityList", "childQuantityList"):
            for quantity in listed(subject.get(name)):
                take({"id": quantity.get("productId")})
        if "RegisteredIdentity" in listed(subject.get("type")):
            take(subject)
    return found
