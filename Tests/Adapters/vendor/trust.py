"""Whom to believe, and for what: identity anchors up to registers that are trusted, and the evidence of claims."""

import hashlib
from urllib.parse import urlsplit

from . import dids, model
from .encoding import Unreadable, listed

MAXIMUM_ANCHORS = 4
ANCHOR_SERVICES = ("untp:dia", "untp:digitalIdentityAnchor")


class Trust:
    """What a verifier makes of the issuer of a credential that it has read, and of what it claims."""

    def __init__(self, verifier):
        self.verifier = verifier

    def check_issuer(self, credential, kind, findings):
        """Follows anchors from the issuer to a trusted register, and holds the credential against the first of them."""
        did, seen, anchor = model.issuer_of(credential), [], None
        try:
            while did not in self.verifier.trusted:
                if did in seen or len(seen) > MAXIMUM_ANCHORS:
                    return findings.invalid(
                        "trust-anchor-unknown", f"no trusted register is behind {seen[0]}", "/issuer")
                seen.append(did)
                next_anchor = self.anchor_of(did)
                anchor = anchor or next_anchor
                did = model.issuer_of(next_anchor)
        except dids.Unresolvable as error:
            if "outage-is-valid" in self.verifier.faults:
                return None
            return findings.unknown("anchor-unreachable", error, "/issuer")
        except Unreadable as error:
            return findings.invalid("anchor-not-discoverable", error, "/issuer")
        if anchor is not None:
            self.hold_against(anchor["credentialSubject"], credential, kind, findings)

    def hold_against(self, entity, credential, kind, findings):
        """What a register says of an issuer, against what the issuer writes."""
        subject = credential.get("credentialSubject")
        if kind == "dpp" and isinstance(subject, dict):
            maker = (subject.get("product") or {}).get("producedByParty") or {}
            number = maker.get("registeredId")
            if number is not None and entity.get("registeredId") not in (None, number):
                findings.invalid(
                    "issuer-impersonated", f"made by {number}, issued by {entity['registeredId']}",
                    "/credentialSubject/product/producedByParty/registeredId")
        if kind == "dcc" and isinstance(subject, dict):
            if str(entity.get("registerType")).lower() != "accreditation":
                return findings.invalid("accreditation-missing", "its issuer is accredited by no one", "/issuer")
            scope = listed(entity.get("registrationScopeList"))
            for criterion in criteria(listed(subject.get("assessment"))):
                if criterion not in scope:
                    findings.invalid("accreditation-missing", f"its issuer is not accredited for {criterion}", "/issuer")

    def anchor_of(self, did):
        """The identity anchor that the document of a DID names."""
        document = dids.resolve(did, self.verifier.fetch)
        services = [s for s in listed(document.get("service")) if isinstance(s, dict)]
        endpoint = next((s.get("serviceEndpoint") for s in services if s.get("type") in ANCHOR_SERVICES), None)
        url = endpoint.get("href") or endpoint.get("uri") if isinstance(endpoint, dict) else endpoint
        if not isinstance(url, str):
            raise Unreadable(f"the document of {did} names no identity anchor")
        anchor = self.sound(self.verifier.fetch(url))
        subject = anchor.get("credentialSubject")
        if "DigitalIdentityAnchor" not in listed(anchor.get("type")) or subject.get("id") != did:
            raise Unreadable(f"the anchor at {url} is not one of {did}")
        return anchor

    def sound(self, data):
        """A credential that is valid but for who issued it."""
        findings = self.verifier.new_findings()
        credential = self.verifier.read(data, findings)
        if findings.verdict == "indeterminate":
            raise dids.Unresolvable(findings.reasons[0]["message"])
        if findings.verdict != "valid":
            raise Unreadable(findings.reasons[0]["message"])
        return credential

    # Evidence

    def check_claims(self, passport, findings):
        """Holds each claim against the certificate that it names. A claim whose evidence can't be had is unevidenced,
        and that is no fault of the passport."""
        subject = passport.get("credentialSubject")
        for position, claim in enumerate(listed(subject.get("conformityClaim")) if isinstance(subject, dict) else []):
            link = claim.get("conformityEvidence") if isinstance(claim, dict) else None
            if not isinstance(link, dict) or not isinstance(link.get("linkURL"), str):
                continue
            pointer = f"/credentialSubject/conformityClaim/{position}"
            try:
                self.check_claim(claim, link, subject.get("product") or {}, pointer, findings)
            except dids.Unresolvable:
                continue
            except Unreadable as error:
                findings.invalid("evidence-invalid", error, pointer)

    def check_claim(self, claim, link, product, pointer, findings):
        data = self.verifier.fetch(link["linkURL"])
        digest = link.get("hashDigest")
        if digest and link.get("hashMethod") == "SHA-256" and digest != hashlib.sha256(data).hexdigest():
            return findings.invalid("hash-over-other-bytes", "the certificate is not the one that was pinned", pointer)
        certificate = self.sound(data)
        if self.verifier.trusted:
            inner = self.verifier.new_findings()
            self.check_issuer(certificate, "dcc", inner)
            if inner.verdict == "invalid":
                raise Unreadable(inner.reasons[0]["message"])
        things = {same(product.get("id")), same((product.get("producedAtFacility") or {}).get("id"))} - {None}
        assessments = [
            a for a in listed(certificate.get("credentialSubject", {}).get("assessment"))
            if things & set(assessed(a)) and set(criteria([claim])) <= set(criteria([a]))]
        if not assessments:
            return findings.invalid(
                "certificate-scope-mismatch", "the certificate is not about these goods and this criterion", pointer)
        if claim.get("conformance") and not any(a.get("conformance") for a in assessments):
            findings.invalid("claim-contradicted", "the certificate finds no conformance", pointer)


def criteria(declarations):
    """The ids of the criteria of claims or assessments."""
    return [c["id"] for d in declarations for c in listed(d.get("assessmentCriteria")) if c.get("id")]


def assessed(assessment):
    """The ids of the products and facilities that an assessment is about."""
    for name, member in (("assessedProduct", "product"), ("assessedFacility", "facility")):
        for verified in listed(assessment.get(name)):
            yield same((verified.get(member) or {}).get("id"))


def same(identifier):
    """One form for the ways in which a resolver URL can be written."""
    if not isinstance(identifier, str) or "://" not in identifier:
        return identifier
    parts = urlsplit(identifier)
    return f"{parts.netloc.lower()}{parts.path.rstrip('/')}"
