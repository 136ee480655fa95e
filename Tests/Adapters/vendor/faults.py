"""The faults that the platform can be given, with what each has to show.

`reads` names the cases of the test plan that a verifier with the fault gets wrong, by the second part of their ids.
`isRead` names the failure modes that a conforming reader finds in what an issuer with the fault publishes, and
`isReadStrictly` those that only readers find who are stricter than they have to be. `isReadAnchored` names what is found
where the platform is told that registers vouch for its parties. Nothing else may fail.
"""

OUTAGES = [f"{host}-host-{status}" for host in ("did", "status") for status in (404, 503, 504)]
STATUS_OUTAGES = [name for name in OUTAGES if name.startswith("status")]

FAULTS = {
    # Reading
    "ignores-status": {
        "does": "never looks at status lists",
        "reads": [
            "revoked", "suspended", "list-altered", "list-unsigned", "list-signed-by-another", "list-of-stranger",
            "list-for-another-purpose", "list-too-short-for-index", "list-unreadable", "status-type-unknown",
            "anchor-revoked", "evidence-revoked", *STATUS_OUTAGES]},
    "accepts-alg-none": {
        "does": "takes tokens whose header says that nothing secures them", "reads": ["algorithm-none"]},
    "hmac-confusion": {
        "does": "takes the public key for the secret of an HMAC", "reads": ["public-key-as-secret"]},
    "trusts-header-key": {
        "does": "verifies with the key that the token itself brings along", "reads": ["key-in-header"]},
    "ignores-signature": {
        "does": "never verifies signatures, and never misses a proof",
        "reads": [
            "altered", "altered-deep-inside", "signature-of-another", "other-key", "signature-cut-off", "key-in-header",
            "algorithm-of-another-key", "key-not-in-document", "key-not-for-assertion",
            "proof-removed", "list-altered", "anchor-altered"]},
    "kid-not-bound": {
        "does": "takes any key that can be resolved, whoever's it is",
        "reads": ["key-of-another", "list-signed-by-another"]},
    "accepts-expired": {
        "does": "never looks at validUntil",
        "reads": ["expired", "ended-an-hour-ago", "ended-in-the-east", "anchor-expired"]},
    "local-times": {
        "does": "ignores the zone of times", "reads": ["ends-soon-in-the-west", "ended-in-the-east"]},
    "wrong-bit-order": {
        "does": "counts the bits of lists from the right, when reading and when writing",
        "reads": ["revoked", "suspended", "neighbours-revoked", "anchor-revoked", "evidence-revoked"]},
    "takes-unsigned-lists": {"does": "takes status lists that nobody signed", "reads": ["list-unsigned"]},
    "takes-any-list": {
        "does": "takes any list for that which the credential names", "reads": ["list-for-another-purpose"]},
    "takes-duplicate-members": {
        "does": "lets the last of two members of one name count", "reads": ["issuer-twice"]},
    "ignores-shape": {
        "does": "never checks the schema", "reads": ["issuer-without-name", "number-as-text", "property-undefined"]},
    "ignores-trust": {
        "does": "trusts whoever has a DID",
        "reads": [
            "issuer-unanchored", "list-of-stranger", "linkset-for-anchor", "anchor-under-foreign-type",
            "anchor-by-stranger", "anchor-of-another", "anchor-expired", "anchor-revoked",
            "anchor-altered", "maker-is-another", "certifier-not-accredited", "accredited-for-something-else",
            "anchors-in-a-circle", "anchor-host-503"]},
    "ignores-evidence": {
        "does": "never looks at what claims are based on",
        "reads": [
            "evidence-replaced", "evidence-for-other-goods", "evidence-under-another-scheme", "evidence-contradicts",
            "evidence-revoked"]},
    "outage-is-valid": {
        "does": "takes what can't be found out for good", "reads": [*OUTAGES, "anchor-host-503"]},
    # Issuing and publishing
    "legacy-typ": {"does": "writes typ JWT", "isReadStrictly": ["typ-header-drift"]},
    "bare-kid": {"does": "names its key without the DID", "isReadStrictly": ["kid-form"]},
    "envelope-type-array": {
        "does": "writes the envelope's type as an array", "isReadStrictly": ["envelope-type-array"]},
    "no-cors": {"does": "keeps pages of other sites from reading", "isReadStrictly": ["cors-missing-on-host"]},
    "vc-claim": {"does": "puts the credential into a vc claim", "isRead": ["payload-wrapped-in-vc-claim"]},
    "wrong-context-order": {"does": "puts its own context before W3C's", "isRead": ["context-order"]},
    "times-without-zone": {"does": "writes times without a zone", "isRead": ["datetime-shape"]},
    "broken-signatures": {"does": "breaks each signature", "isRead": ["credential-altered"]},
    "status-list-unsigned": {"does": "publishes status lists without a proof", "isRead": ["proof-missing"]},
    "list-without-prefix": {"does": "leaves the u of multibase out", "isRead": ["encodedlist-prefix"]},
    "forgets-links": {
        "does": "takes what it is told to point to, and points nowhere", "isReadAnchored": ["anchor-not-discoverable"]},
    "did-not-found": {"does": "answers 404 for its DID documents", "isRead": ["did-unresolvable"]},
}


def chosen(names):
    """The faults of these names, which have to exist."""
    unknown = [name for name in names if name not in FAULTS]
    if unknown:
        raise SystemExit(f"there is no fault {', '.join(unknown)}; --list-faults lists those that there are")
    return frozenset(names)


def add_options(parser):
    parser.add_argument("--fault", action="append", default=[], metavar="NAME", help="a fault to have; repeatable")
    parser.add_argument("--list-faults", action="store_true", help="print the faults as JSON, and stop")
