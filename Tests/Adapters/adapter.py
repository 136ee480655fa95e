"""A platform behind the adapter protocol: JSON-RPC 2.0, one message a line on standard input and output.

    adapter.py [--algorithm ES256] [--fault NAME]… | --list-faults
"""

import argparse
import base64
import json
import sys

from vendor import dids, faults
from vendor.encoding import write_json
from vendor.platform import NotSupported, NotThere, Platform
from vendor.verifier import Verifier

TYPES = ["dpp", "dcc", "dfr", "dte", "dia"]


class Adapter:
    """Answers one question at a time."""

    def __init__(self, algorithm, chosen):
        self.algorithm = algorithm
        self.faults = chosen
        self.platform = None

    def describe(self, question):
        self.platform = Platform(question["origins"], self.algorithm, self.faults)
        common = {"types": TYPES, "releases": ["0.6.0", "0.6.1"], "securing": ["enveloped", "token"]}
        return {
            "protocol": "1", "name": "Rod Trace", "version": "1.0",
            "issues": {**common, "algorithms": [self.algorithm]},
            "verifies": {**common, "algorithms": ["EdDSA", "ES256"]},
            "serves": ["resolver", "storage", "status", "did"], "enrolsParties": True, "setsStatus": True,
            "takesLinks": True,
        }

    def enrol(self, question):
        return {"did": self.platform.enrol(question["slug"], question["name"]).did}

    def issue(self, question):
        url, content_type, body = self.platform.issue(
            question["credential"], question["securing"], question["now"])
        return {"url": url, "contentType": content_type, **written(body)}

    def answer(self, question):
        response = self.platform.answer(
            question["method"], question["url"],
            {name.lower(): value for name, value in question["headers"].items()}, question["now"])
        return {"status": response.status, "headers": response.headers, **written(response.body)}

    def verify(self, question):
        documents = {document["url"]: document for document in question["documents"]}

        def fetch(url):
            document = documents.get(url)
            if document is None or document.get("status", 200) != 200:
                raise dids.Unresolvable(f"{url} can't be had")
            return read(document)

        verifier = Verifier(fetch, question["now"], question["trusted"], self.faults)
        return verifier.verify(read(question["credential"]), question.get("expected")).answer

    def setStatus(self, question):
        self.platform.set_status(question["credential"], question["purpose"], question["isSet"])
        return {}

    def link(self, question):
        self.platform.link(
            question["subject"], question["relation"], question["target"], question.get("mediaType"),
            question["title"])
        return {}


def read(document):
    if "bodyBase64" in document:
        return base64.b64decode(document["bodyBase64"])
    return document.get("body", "").encode("utf-8", "surrogatepass")


def written(body):
    try:
        return {"body": body.decode()}
    except UnicodeDecodeError:
        return {"bodyBase64": base64.b64encode(body).decode()}


def reply(adapter, line):
    """The answer to a line; None to a notification."""
    try:
        message = json.loads(line)
    except ValueError as error:
        return {"jsonrpc": "2.0", "id": None, "error": {"code": -32700, "message": str(error)}}
    if "id" not in message:
        return None
    answer = {"jsonrpc": "2.0", "id": message["id"]}

    def failed(code, error):
        return {**answer, "error": {"code": code, "message": str(error)}}

    method = getattr(adapter, message.get("method", ""), None)
    if method is None:
        return failed(-32601, f"no method {message.get('method')}")
    try:
        return {**answer, "result": method(message["params"])}
    except NotSupported as error:
        return failed(-32001, error)
    except NotThere as error:
        return failed(-32002, error)
    except Exception as error:
        return failed(-32603, f"{type(error).__name__}: {error}")


def main():
    parser = argparse.ArgumentParser(description="A platform behind the adapter protocol.")
    parser.add_argument("--algorithm", choices=["EdDSA", "ES256"], default="EdDSA")
    faults.add_options(parser)
    options = parser.parse_args()
    if options.list_faults:
        print(json.dumps(faults.FAULTS, indent=1))
        return
    adapter = Adapter(options.algorithm, faults.chosen(options.fault))
    for line in sys.stdin.buffer:
        answer = reply(adapter, line)
        if answer is not None:
            sys.stdout.buffer.write(write_json(answer) + b"\n")
            sys.stdout.buffer.flush()


main()
