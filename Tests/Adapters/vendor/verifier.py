"""Verifies credentials: envelope, header, data model, key, signature, validity, status, shape, trust."""

from . import dids, model, shapes, statuslists, tokens, trust
from .encoding import Unreadable, listed, seconds

LEEWAY_SECONDS = 300
LIST_TYPE = "BitstringStatusListCredential"


class Findings:
    """What is wrong with a credential, and what that amounts to."""

    def __init__(self):
        self.reasons = []
        self._verdicts = set()

    def add(self, verdict, code, message, pointer=""):
        self._verdicts.add(verdict)
        self.reasons.append({"code": code, "message": str(message)[:300], "pointer": pointer})

    def invalid(self, code, message, pointer=""):
        self.add("invalid", code, message, pointer)

    def unknown(self, code, message, pointer=""):
        self.add("indeterminate", code, message, pointer)

    @property
    def verdict(self):
        return next((v for v in ("invalid", "unsupported", "indeterminate") if v in self._verdicts), "valid")

    @property
    def answer(self):
        return {"verdict": self.verdict, "reasons": self.reasons}


class Verifier:
    """A verification, with what it may fetch.

    `fetch` gives the bytes at a URL, or raises `dids.Unresolvable`. `trusted` are DIDs of registers; without any, trust
    is nobody's question.
    """

    def __init__(self, fetch, now, trusted=(), faults=frozenset()):
        self.fetch = fetch
        self.now = now
        self.trusted = set(trusted)
        self.faults = faults

    def verify(self, data, expected=None):
        findings = Findings()
        try:
            self.judge(data, expected, findings)
        except (AttributeError, IndexError, KeyError, TypeError, ValueError) as error:
            findings.invalid("schema-violation", f"something is not of the kind that it has to be: {error}")
        return findings

    def judge(self, data, expected, findings):
        credential = self.read(data, findings)
        if credential is None:
            return
        self.check_shape(credential, expected, findings)
        kind, _ = shapes.recognise(credential)
        if self.trusted and "ignores-trust" not in self.faults:
            trust.Trust(self).check_issuer(credential, kind, findings)
        if kind == "dpp" and "ignores-evidence" not in self.faults:
            trust.Trust(self).check_claims(credential, findings)

    @staticmethod
    def new_findings():
        return Findings()

    def read(self, data, findings):
        """Opens and checks a credential up to its status; the credential, or None where there is none to go on with."""
        try:
            token, document = tokens.open_document(data, self.faults)
        except Unreadable as error:
            findings.invalid("envelope-malformed", error)
            return None
        if token is None and "proof" in document:
            findings.add("unsupported", "embedded-not-enveloped", "embedded proofs are not read here", "/proof")
            return None
        if token is None:
            if "ignores-signature" not in self.faults:
                findings.invalid("proof-missing", "nothing secures it")
            return document if "ignores-signature" in self.faults else None
        credential = token.payload
        for code, message in token.header_problems(self.faults):
            findings.invalid(code, message)
        for code, message in token.claim_problems():
            findings.invalid(code, message)
        for pointer, message in model.problems(credential):
            code = "context-order" if pointer == "/@context" else "data-model-violation"
            findings.invalid(code, message, pointer)
        self.check_signature(token, model.issuer_of(credential), findings)
        self.check_validity(credential, findings)
        if "ignores-status" not in self.faults:
            for position, entry in enumerate(listed(credential.get("credentialStatus"))):
                self.check_status(entry, position, model.issuer_of(credential), findings)
        return credential

    # Signature

    def check_signature(self, token, issuer, findings):
        kid = token.header.get("kid")
        if not isinstance(kid, str) or not isinstance(issuer, str):
            return findings.invalid("kid-form", "no kid, or no issuer, to find the key by")
        if not kid.startswith("did:"):
            kid = f"{issuer}#{kid.lstrip('#')}"
        did = kid.split("#")[0].split("?")[0]
        if did != issuer and "kid-not-bound" not in self.faults:
            return findings.invalid("issuer-impersonated", f"the key is {did}'s, the issuer {issuer}")
        try:
            key = dids.assertion_key(dids.resolve(did, self.fetch), kid)
            if not token.holds(key, self.faults):
                findings.invalid("credential-altered", "the signature does not hold")
        except dids.Unresolvable as error:
            if "outage-is-valid" not in self.faults:
                findings.unknown("did-unresolvable", error)
        except Unreadable as error:
            if "ignores-signature" not in self.faults:
                findings.invalid("key-rotated-away", error)

    # Validity and status

    def check_validity(self, credential, findings):
        start, end = self.moment(credential.get("validFrom")), self.moment(credential.get("validUntil"))
        if start is not None and start > self.now + LEEWAY_SECONDS:
            findings.invalid("not-yet-valid", f"valid from {credential['validFrom']} on", "/validFrom")
        if end is not None and end < self.now and "accepts-expired" not in self.faults:
            findings.invalid("credential-expired", f"valid until {credential['validUntil']}", "/validUntil")

    def moment(self, text):
        if "local-times" in self.faults and isinstance(text, str):
            # Takes the hands of the clock for the time, whatever the zone behind them.
            return seconds(text[:19] + "Z")
        return seconds(text)

    def check_status(self, entry, position, issuer, findings):
        pointer = f"/credentialStatus/{position}"
        if not isinstance(entry, dict) or entry.get("type") != "BitstringStatusListEntry":
            return findings.add("unsupported", "status-family-differs", "an unknown kind of status", pointer)
        purpose, url, index = (entry.get(n) for n in ("statusPurpose", "statusListCredential", "statusListIndex"))
        if not str(index).isdigit() or not isinstance(url, str):
            return findings.invalid("data-model-violation", "a status entry without index or list", pointer)
        try:
            bits, signer = self.bits(url, purpose)
            if statuslists.bit(bits, int(index), "wrong-bit-order" in self.faults) \
                    and purpose in ("revocation", "suspension"):
                code = "certificate-revoked" if purpose == "revocation" else "certificate-suspended"
                findings.invalid(code, f"index {index} of {url} is set", pointer)
            if signer != issuer and self.trusted and "ignores-trust" not in self.faults:
                trust.Trust(self).check_issuer({"issuer": signer}, None, findings)
        except dids.Unresolvable as error:
            if "outage-is-valid" not in self.faults:
                findings.unknown("status-unreachable", error, pointer)
        except Unreadable as error:
            findings.invalid("status-list-invalid", error, pointer)

    def bits(self, url, purpose):
        """The bits of a list, verified as the credential that it is, and whose list it is."""
        data = self.fetch(url.split("#")[0])
        inner = Findings()
        token, document = tokens.open_document(data, self.faults)
        if token is None and "takes-unsigned-lists" not in self.faults:
            raise Unreadable("the list is not signed")
        credential = token.payload if token else document
        if token:
            for code, message in token.header_problems(self.faults):
                inner.invalid(code, message)
            self.check_signature(token, model.issuer_of(credential), inner)
        self.check_validity(credential, inner)
        if LIST_TYPE not in listed(credential.get("type")):
            inner.invalid("status-list-invalid", "this is no status list")
        if inner.verdict == "indeterminate":
            raise dids.Unresolvable(inner.reasons[0]["message"])
        if inner.verdict != "valid":
            raise Unreadable(inner.reasons[0]["message"])
        subject = credential.get("credentialSubject")
        if not isinstance(subject, dict):
            raise Unreadable("the list has no subject")
        if "takes-any-list" not in self.faults:
            if credential.get("id") not in (None, url):
                raise Unreadable(f"the list at {url} is that of {credential.get('id')}")
            if purpose not in listed(subject.get("statusPurpose")):
                raise Unreadable(f"a list for {subject.get('statusPurpose')}, not for {purpose}")
        return statuslists.decoded(subject.get("encodedList")), model.issuer_of(credential)

    # Shape

    def check_shape(self, credential, expected, findings):
        kind, release = shapes.recognise(credential)
        if kind is None or release is None:
            return findings.add("unsupported", "release-not-supported", "no type of UNTP, or no release, is named")
        if release not in shapes.RELEASES:
            return findings.add("unsupported", "release-not-supported", f"release {release} is not read here")
        if expected and kind != expected:
            findings.invalid("schema-violation", f"expected a {expected}, found a {kind}", "/type")
        if "ignores-shape" in self.faults:
            return
        for pointer, message in shapes.problems(credential, kind, release):
            findings.invalid("schema-violation", message, pointer)
        for pointer in shapes.undefined(credential):
            findings.invalid("undefined-term-dropped", "no context defines this property", pointer)
