"""Writes a folder of what a platform publishes: credentials, DID documents, linksets, status lists and a manifest.

    folder.py DIR --now SECONDS [--origin URL] [--algorithm ES256] [--unsigned] [--fault NAME]… | --list-faults

`manifest.json` names the platform, and the URL, file and media type of each document. With --unsigned, the credentials are samples without proof,
and there is nothing else.
"""

import argparse
import json
import pathlib

from vendor import faults, samples
from vendor.encoding import write_json
from vendor.platform import Platform, place

KINDS = ("dpp", "dcc", "dfr", "dte", "dia")
# Which party issues a type.
ISSUERS = {"dcc": "assurance", "dia": "register"}


def unsigned(platform, release, now):
    for kind in KINDS:
        party = platform.enrol(ISSUERS.get(kind, "rod-works"))
        yield f"{kind}.json", None, "application/vc", write_json(samples.credential(kind, party, release, now))


def published(platform, release, now):
    """Name, URL, media type and bytes of each document: each type as a token and in an envelope."""
    parties = {}
    for number, securing in enumerate(("token", "enveloped"), start=1):
        for kind in KINDS:
            party = platform.enrol(ISSUERS.get(kind, "rod-works"))
            parties[party.slug] = party
            credential = samples.credential(kind, party, release, now, number)
            url, content_type, body = platform.issue(credential, securing, now)
            suffix = "jwt" if securing == "token" else "json"
            yield f"credentials/{kind}-{securing}.{suffix}", url, content_type, body
    for party in parties.values():
        urls = [(f"did/{party.slug}.json", f"{platform.origins['did']}/{party.slug}/did.json")]
        urls += [(f"status/{party.slug}-{purpose}", platform.list_url(party, purpose)) for purpose in party.lists]
        for name, url in urls:
            response = platform.answer("GET", url, {}, now)
            if response.status == 200:
                yield name, url, response.headers["content-type"], response.body
    for number, entry in enumerate(platform.links.values()):
        url = platform.origins["resolver"] + place(entry["anchor"]) + "?linkType=linkset"
        response = platform.answer("GET", url, {}, now)
        yield f"linksets/{number}.json", url, response.headers["content-type"], response.body


def main():
    parser = argparse.ArgumentParser(description="Writes a folder of what a platform publishes.")
    parser.add_argument("folder", nargs="?")
    parser.add_argument("--now", type=int, help="the time at which it is written, in Unix seconds")
    parser.add_argument("--origin", help="one origin for all services, where it is not a host for each")
    parser.add_argument("--release", choices=["0.6.0", "0.6.1"], default="0.6.1")
    parser.add_argument("--algorithm", choices=["EdDSA", "ES256"], default="EdDSA")
    parser.add_argument("--unsigned", action="store_true", help="samples without proof")
    faults.add_options(parser)
    options = parser.parse_args()
    if options.list_faults:
        print(json.dumps(faults.FAULTS, indent=1))
        return
    if options.folder is None or options.now is None:
        parser.error("expected a folder, and --now")
    hosts = {"resolver": "id", "storage": "credentials", "status": "status", "did": "did"}
    origins = {
        name: f"{options.origin}/{name}" if options.origin else f"https://{host}.rod-trace.example"
        for name, host in hosts.items()}
    platform = Platform(origins, options.algorithm, faults.chosen(options.fault))
    write = unsigned if options.unsigned else published
    folder = pathlib.Path(options.folder)
    documents = []
    for name, url, content_type, body in write(platform, options.release, options.now):
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(body)
        if url:
            documents.append({"url": url, "file": name, "contentType": content_type})
    if documents:
        manifest = {"name": "Rod Trace", "documents": documents}
        (folder / "manifest.json").write_text(json.dumps(manifest, indent=1) + "\n")


main()
