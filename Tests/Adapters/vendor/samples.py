"""Credentials about a copper works that does not exist, one of each type, for a party that issues them."""

from .encoding import stamp

HOUR, DAY = 3600, 86_400


def credential(kind, party, release, now, number=1):
    """An unsigned credential of a type, for a party of the platform."""
    name, subject = SUBJECTS[kind](party, number, now)
    document = {
        "@context": [
            "https://www.w3.org/ns/credentials/v2", f"https://test.uncefact.org/vocabulary/untp/{kind}/{release}/"],
        "type": [name, "VerifiableCredential"],
        "id": f"urn:uuid:5c1f6d1e-0000-4000-8000-{'dpp dcc dfr dte dia'.split().index(kind):04d}{number:08d}",
        "issuer": {"type": ["CredentialIssuer"], "id": party.did, "name": party.name},
        "validFrom": stamp(now - HOUR),
        "credentialSubject": subject,
    }
    if kind != "dte":
        document["validUntil"] = stamp(now + 365 * DAY)
    return document


PRODUCT = "https://id.gs1.org/01/09520123456788/10/K{number}"
FACILITY = "https://id.gs1.org/414/9520123456702"


def product(number):
    return {"id": PRODUCT.format(number=number), "name": "Copper wire rod 8 mm", "registeredId": "09520123456788"}


def facility():
    return {"id": FACILITY, "name": "Rod mill", "registeredId": "9520123456702"}


def criterion():
    return {
        "type": ["Criterion"], "id": "https://criteria.example/H01", "name": "Greenhouse gas intensity",
        "description": "Tonnes of carbon dioxide for each tonne", "conformityTopic": "environment.emissions",
        "status": "active"}


def passport(party, number, now):
    return "DigitalProductPassport", {
        "type": ["ProductPassport"], "id": f"{PRODUCT.format(number=number)}#passport", "granularityLevel": "batch",
        "product": {
            "type": ["Product"], **product(number), "batchNumber": f"K{number}",
            "productionDate": stamp(now - DAY)[:10], "countryOfProduction": "DE",
            "producedByParty": {"id": party.did, "name": party.name}, "producedAtFacility": facility()},
    }


def certificate(party, number, now):
    return "DigitalConformityCredential", {
        "type": ["ConformityAttestation", "Attestation"], "id": f"https://assurance.example/attestations/{number}",
        "name": "Verification of a footprint", "assessorLevel": "3rdParty", "assessmentLevel": "Accredited",
        "attestationType": "verification", "issuedToParty": {"id": "https://register.example/42", "name": "Rod Works"},
        "assessment": [{
            "type": ["ConformityAssessment", "Declaration"], "id": f"https://assurance.example/attestations/{number}#1",
            "assessmentCriteria": [criterion()], "assessmentDate": stamp(now - DAY)[:10], "conformance": True,
            "conformityTopic": "environment.emissions",
            "assessedProduct": [
                {"type": ["ProductVerification"], "product": product(number), "IDverifiedByCAB": True}]}],
    }


def record(party, number, now):
    return "DigitalFacilityRecord", {
        "type": ["FacilityRecord"], "id": f"{FACILITY}#record",
        "facility": {
            "type": ["Facility"], **facility(), "countryOfOperation": "DE",
            "operatedByParty": {"id": party.did, "name": party.name},
            "locationInformation": {"geoLocation": {"type": "Point", "coordinates": [7.1, 51.4]}}},
    }


def events(party, number, now):
    return "DigitalTraceabilityEvent", [{
        "type": ["TransformationEvent", "Event"], "id": f"https://rod-works.example/events/{number}",
        "processType": "Casting and rolling", "eventTime": stamp(now - DAY), "action": "add",
        "bizStep": "commissioning", "disposition": "active", "bizLocation": FACILITY,
        "inputQuantityList": [{
            "productId": "https://id.gs1.org/01/09520123456795/10/C1", "productName": "Copper cathode",
            "quantity": 25.1, "uom": "TNE"}],
        "outputQuantityList": [{
            "productId": PRODUCT.format(number=number), "productName": "Copper wire rod 8 mm", "quantity": 25,
            "uom": "TNE"}],
    }]


def anchor(party, number, now):
    return "DigitalIdentityAnchor", {
        "type": ["RegisteredIdentity"], "id": party.did, "name": party.name, "registeredId": "HRB 42",
        "idScheme": {"type": ["IdentifierScheme"], "id": "https://register.example/", "name": "Register of companies"},
        "registerType": "Business", "registrationScopeList": ["https://register.example/kinds/company"],
    }


SUBJECTS = {"dpp": passport, "dcc": certificate, "dfr": record, "dte": events, "dia": anchor}
