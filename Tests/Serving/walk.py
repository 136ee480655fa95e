"""Walks a served scenario as a vendor would, and verifies what it finds with other implementations.

    walk.py PROGRAM

From the index to a product's linkset, its passport, the issuer's DID document and the status list; the signature is
verified by joserfc, the dates by the clock of this machine. Then it asks the platforms themselves, and ends the server.
Prints each disagreement and ends with 1 if there is one.
"""

import base64
import datetime
import gzip
import http.client
import json
import pathlib
import signal
import sys
import threading
import time

from joserfc import jws
from joserfc.jwk import OKPKey

import served

problems = []


def check(holds, what):
    if not holds:
        problems.append(what)


def decode(text):
    return base64.urlsafe_b64decode(text + "=" * (-len(text) % 4))


def opened(server, body):
    """The credential in an envelope, its signature verified with the key that its issuer's DID document has."""
    token = json.loads(body)["id"].split(",", 1)[1]
    header = json.loads(decode(token.split(".")[0]))
    did, _, fragment = header["kid"].partition("#")
    host, *path = did.removeprefix("did:web:").split(":")
    url = f"https://{host.replace('%3A', ':')}/{'/'.join(path)}/did.json"
    document = server.json(url)
    check(document["id"] == did, f"{url} is the document of {document['id']}")
    method = next(m for m in document["verificationMethod"] if m["id"] == f"{did}#{fragment}")
    check(method["id"] in document["assertionMethod"], f"{method['id']} may not assert")
    key = OKPKey.import_key(method["publicKeyJwk"])
    return json.loads(jws.deserialize_compact(token, key, algorithms=["EdDSA", "Ed25519"]).payload)


def is_valid_now(credential):
    now = datetime.datetime.now(datetime.timezone.utc)
    start = datetime.datetime.fromisoformat(credential["validFrom"].replace("Z", "+00:00"))
    end = datetime.datetime.fromisoformat(credential.get("validUntil", "9999-12-31T00:00:00Z").replace("Z", "+00:00"))
    return start <= now <= end


def bit(server, entry):
    """The bit of a status entry, read from the list that it names."""
    status_list = opened(server, server.get(entry["statusListCredential"])[2])
    packed = status_list["credentialSubject"]["encodedList"]
    bits = gzip.decompress(decode(packed.removeprefix("u")))
    index = int(entry["statusListIndex"])
    return bits[index // 8] >> (7 - index % 8) & 1


def walk(server, index):
    for peer in index["peers"]:
        for product in peer["examples"]:
            status, fields, _ = server.get(product["identifier"] + "?linkType=linkset")
            check(status == 307, f"{product['identifier']} answers {status}")
            linkset = server.json(fields.get("location", product["linkset"]))
            contexts = linkset["linkset"]
            check(contexts[0]["anchor"] == product["identifier"], f"the linkset is about {contexts[0]['anchor']}")
            targets = [link["href"] for relation, links in contexts[0].items() if relation != "anchor" for link in links]
            check(targets, f"no links about {product['identifier']}")
            for target in targets:
                status, fields, body = server.get(target)
                if fields["content-type"] != "application/vc":
                    continue
                check(status == 200, f"{target} answers {status}")
                credential = opened(server, body)
                check(is_valid_now(credential), f"{target} is not valid now")
                check(bit(server, credential["credentialStatus"]) == 0, f"{target} is revoked")
                for other in index["peers"]:
                    ask(server, other, body, True)
                letter = b"A" if body[-14:-13] != b"A" else b"B"
                ask(server, peer, body[:-14] + letter + body[-13:], False)


def ask(server, peer, body, expected):
    question = b'{"verifiableCredential":' + body + b"}"
    status, _, answer = server.get(peer["verify"], "POST", question)
    verdict = json.loads(answer)
    check(status == 200 and verdict["verified"] is expected, f"{peer['name']} says {status} {verdict}")
    check(expected or verdict["problemDetails"], f"{peer['name']} gives no reason")


def issue(server, index):
    """What a platform issues on request verifies with the keys that it publishes."""
    peer = next(p for p in index["peers"] if p["parties"])
    party = peer["parties"][0]
    order = {
        "credential": {
            "@context": ["https://www.w3.org/ns/credentials/v2"],
            "type": ["VerifiableCredential"],
            "id": "https://example.com/credentials/1",
            "issuer": {"id": party["did"], "name": party["name"]},
            "validFrom": "2026-01-01T00:00:00Z",
            "credentialSubject": {"id": "https://example.com/things/1"},
        }
    }
    status, _, answer = server.get(peer["issue"], "POST", json.dumps(order))
    check(status == 201, f"issuing answers {status} {answer!r}")
    credential = opened(server, json.dumps(json.loads(answer)["verifiableCredential"]))
    check(credential["issuer"]["id"] == party["did"], "issued in another name")


def stop(server, index):
    """What is under way when the server is told to end is answered, and then it ends with 0."""
    product = next(product for peer in index["peers"] for product in peer["examples"])
    body = b'{"verifiableCredential":' + server.get(product["documents"][0]["url"])[2] + b"}"
    answers = []

    def verify():
        connection = http.client.HTTPConnection("127.0.0.1", server.port, timeout=60)
        connection.request("POST", index["peers"][-1]["verify"].split(str(server.port), 1)[1], body=body,
                           headers={"Content-Type": "application/json"})
        begun.release()
        answers.append(connection.getresponse().status)

    begun = threading.Semaphore(0)
    threads = [threading.Thread(target=verify) for _ in range(8)]
    for thread in threads:
        thread.start()
    for _ in threads:
        begun.acquire()
    time.sleep(0.05)
    code = server.stop(signal.SIGINT)
    for thread in threads:
        thread.join()
    check(code == 0, f"the server ended with {code}")
    check(answers == [200] * 8, f"what was under way got {answers}")


def main():
    with served.Server(served.program()) as server:
        status, fields, page = server.get("/")
        check(status == 200 and fields["content-type"].startswith("text/html"), "there is no page at /")
        index = server.json("/index.json")
        check(all(peer["title"].encode() in page for peer in index["peers"]), "a platform is missing on the page")
        walk(server, index)
        issue(server, index)
        stop(server, index)
    for problem in problems:
        print(problem)
    print(f"{len(problems)} disagreements")
    sys.exit(1 if problems else 0)


if __name__ == "__main__":
    sys.path.insert(0, str(pathlib.Path(__file__).parent))
    main()
