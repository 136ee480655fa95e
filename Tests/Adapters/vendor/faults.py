"""The faults that the platform can be given, with what each has to show.

`reads` names the failure modes of the cases that a verifier with the fault gets wrong. `isRead` names the failure modes
that a conforming reader finds in what an issuer with the fault publishes. Nothing else may fail.
"""

FAULTS = {
    # Reading
    "ignores-status": {
        "does": "never looks at status lists",
        "reads": ["certificate-revoked", "certificate-suspended", "credential-revoked"]},
    "accepts-alg-none": {
        "does": "takes tokens whose header says that nothing secures them", "reads": ["algorithm-forbidden"]},
    "hmac-confusion": {
        "does": "takes the public key for the secret of an HMAC", "reads": ["algorithm-forbidden"]},
    "trusts-header-key": {
        "does": "verifies with the key that the token itself brings along", "reads": ["credential-altered"]},
    "ignores-signature": {
        "does": "never verifies signatures", "reads": ["credential-altered", "key-rotated-away", "proof-missing"]},
    "kid-not-bound": {
        "does": "takes any key that can be resolved, whoever's it is", "reads": ["issuer-impersonated"]},
    "accepts-expired": {
        "does": "never looks at validUntil", "reads": ["credential-expired", "certificate-expired"]},
    "local-times": {
        "does": "ignores the zone of times", "reads": ["credential-expired", "not-yet-valid"]},
    "wrong-bit-order": {
        "does": "counts bits from the right, when reading lists and when writing them",
        "reads": ["certificate-revoked", "certificate-suspended", "bit-order"], "isRead": ["bit-order"]},
    "takes-unsigned-lists": {
        "does": "takes status lists that nobody signed", "reads": ["proof-missing"]},
    "takes-any-list": {
        "does": "takes any list for that which the credential names", "reads": ["data-model-violation"]},
    "takes-duplicate-members": {
        "does": "lets the last of two members of one name count", "reads": ["envelope-malformed"]},
    "ignores-shape": {
        "does": "never checks the schema", "reads": ["schema-violation"]},
    "ignores-trust": {
        "does": "trusts whoever has a DID", "reads": ["anchor-not-discoverable", "trust-anchor-unknown"]},
    "outage-is-valid": {
        "does": "takes what can't be found out for good", "reads": ["did-unresolvable", "host-unreachable"]},
    # Issuing and publishing
    "legacy-typ": {"does": "writes typ JWT", "isRead": ["typ-header-drift"]},
    "bare-kid": {"does": "names its key without the DID", "isRead": ["kid-form"]},
    "vc-claim": {"does": "puts the credential into a vc claim", "isRead": ["payload-wrapped-in-vc-claim"]},
    "envelope-type-array": {"does": "writes the envelope's type as an array", "isRead": ["envelope-type-array"]},
    "wrong-context-order": {"does": "puts its own context before W3C's", "isRead": ["context-order"]},
    "times-without-zone": {"does": "writes times without a zone", "isRead": ["datetime-shape"]},
    "broken-signatures": {"does": "breaks each signature", "isRead": ["credential-altered"]},
    "status-list-unsigned": {"does": "publishes status lists without a proof", "isRead": ["proof-missing"]},
    "list-without-prefix": {"does": "leaves the u of multibase out", "isRead": ["encodedlist-prefix"]},
    "no-cors": {"does": "keeps pages of other sites from reading", "isRead": ["cors-missing-on-host"]},
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
