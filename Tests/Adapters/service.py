"""A platform as an HTTP service: the W3C VC API, an identity resolver, did:web documents and status lists.

    service.py [--port N] [--public ORIGIN] [--now SECONDS] [--algorithm ES256] [--fault NAME]… | --list-faults

Prints the URL below which it answers, and then serves until its standard input ends. Whoever has a DID below its own is
a customer. With --token, who uses the API has to send it. A request may say in x-now what time it is, which holds from
then on. With --breaks-after N, all that it does after so many requests is what --by says.
"""

import argparse
import http.server
import json
import os
import sys
import threading
import time
import urllib.error
import urllib.request
from urllib.parse import urlsplit

from vendor import dids, faults
from vendor.encoding import Unreadable, read_json, seconds
from vendor.platform import SERVICES, NotSupported, NotThere, Platform, Response
from vendor.verifier import Verifier

MAXIMUM_BODY = 8 << 20
PROBLEMS = "https://www.w3.org/TR/vc-data-model#"
# How the VC API names what is wrong, where the verifier's own code is another.
PROBLEM_TYPES = {"indeterminate": "STATUS_RETRIEVAL_ERROR", "unsupported": "UNSUPPORTED_CREDENTIAL"}


class Service:
    """The platform, behind the paths of the API."""

    def __init__(self, platform, now, token, chosen):
        self.platform = platform
        self.now = now
        self.token = token
        self.faults = chosen
        self.lock = threading.Lock()

    def respond(self, method, path, headers, body):
        told = seconds(headers.get("x-now"))
        if told is not None:
            self.now = lambda: int(told)
        now = self.now()
        if path.startswith("/credentials/") or path == "/links":
            if self.token and headers.get("authorization") != f"Bearer {self.token}":
                return problem(401, "UNAUTHORISED", "the API wants a token")
            handler = {"/credentials/issue": self.issue, "/credentials/verify": self.verify,
                       "/credentials/status": self.set_status, "/links": self.link}.get(path)
            if handler is None:
                return problem(404, "NOT_FOUND", f"no such endpoint: {path}")
            if method != "POST":
                return Response(405, allow="POST")
            return self.call(handler, body, now)
        with self.lock:
            return self.platform.answer(method, self.platform.origins["resolver"] + path, headers, now)

    def call(self, handler, body, now):
        try:
            # What stands in a credential is the verifier's to judge, so repeated names are no matter here.
            question = read_json(body, duplicates=True)
            return handler(question, body, now)
        except (Unreadable, KeyError, TypeError) as error:
            return problem(400, "MALFORMED_VALUE_ERROR", error)
        except NotSupported as error:
            return problem(422, "UNSUPPORTED_CREDENTIAL", error)
        except NotThere as error:
            return problem(400, "UNKNOWN", error)

    def issue(self, question, _, now):
        credential = question["credential"]
        securing = question.get("options", {}).get("securing", "enveloped")
        with self.lock:
            url, _, body = self.platform.issue(credential, securing, now)
        document = json.loads(body) if body.startswith(b"{") else self.platform.envelope(body.decode())
        return Response(201, {"verifiableCredential": document}, "application/json", location=url)

    def verify(self, question, body, now):
        credential = question["verifiableCredential"]
        options = question.get("options", {})
        data = raw_member(body, "verifiableCredential") if isinstance(credential, dict) else credential.encode()
        now = seconds(options.get("now")) or now
        verifier = Verifier(fetch, now, options.get("trusted", []), self.faults)
        answer = verifier.verify(data, options.get("expected")).answer
        if answer["verdict"] == "valid":
            return Response(200, {"verified": True, "problemDetails": []}, "application/json")
        name = PROBLEM_TYPES.get(answer["verdict"])
        details = [
            {"type": PROBLEMS + (name or reason["code"]), "title": reason["code"], "detail": reason["message"],
             "pointer": reason["pointer"]} for reason in answer["reasons"]]
        return Response(400, {"verified": False, "problemDetails": details}, "application/json")

    def set_status(self, question, _, now):
        with self.lock:
            self.platform.set_status(
                question["credentialId"], question["credentialStatus"]["statusPurpose"], question["status"])
        return Response(200, {}, "application/json")

    def link(self, question, _, now):
        with self.lock:
            self.platform.link(
                question["subject"], question["relation"], question["target"], question.get("mediaType"),
                question["title"])
        return Response(204)


def raw_member(body, name):
    """The bytes of the first member of an object, as they were sent."""
    start = body.index(b":", body.index(f'"{name}"'.encode())) + 1
    _, end = json.JSONDecoder().raw_decode(body[start:].decode().lstrip())
    return body[start:].decode().lstrip()[:end].encode()


def fetch(url):
    """The bytes at a URL on this machine; nothing else is ever asked."""
    parts = urlsplit(url)
    if parts.scheme != "http" or not dids.is_loopback(parts.netloc):
        raise dids.Unresolvable(f"{url} is not on this machine")
    try:
        with urllib.request.urlopen(url, timeout=5) as response:
            return response.read(MAXIMUM_BODY)
    except (urllib.error.URLError, OSError, ValueError) as error:
        raise dids.Unresolvable(f"{url} can't be had: {error}") from None


def problem(status, name, detail):
    body = {"type": PROBLEMS + name, "title": name, "status": status, "detail": str(detail)[:500]}
    return Response(status, body, "application/problem+json")


class Breakage:
    """What becomes of a service after some requests."""

    def __init__(self, after, by):
        self.left = after
        self.by = by
        self.lock = threading.Lock()

    def befall(self, handler):
        """Whether there is no answer any more but this."""
        with self.lock:
            if self.left is None:
                return False
            self.left -= 1
            if self.left >= 0:
                return False
        if self.by == "dying":
            os._exit(9)
        if self.by == "silence":
            time.sleep(3600)
        handler.wfile.write(b"\x00\xffno HTTP at all\r\n\r\n")
        handler.close_connection = True
        return True


def handler_for(service, breakage):
    class Handler(http.server.BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"
        disable_nagle_algorithm = True

        def handle_request(self):
            if breakage.befall(self):
                return
            size = int(self.headers.get("content-length") or 0)
            if size > MAXIMUM_BODY:
                self.close_connection = True
                return self.write(problem(413, "TOO_LARGE", f"more than {MAXIMUM_BODY} bytes"))
            body = self.rfile.read(size)
            headers = {name.lower(): value for name, value in self.headers.items()}
            target = self.path if self.path.startswith("/") else "/"
            path = target if self.command in ("GET", "HEAD") else urlsplit(target).path
            try:
                response = service.respond(self.command, path, headers, body)
            except Exception as error:
                response = problem(500, "INTERNAL", f"{type(error).__name__}: {error}")
            self.write(response)

        def write(self, response):
            self.send_response(response.status)
            for name, value in response.headers.items():
                self.send_header(name, value)
            self.send_header("content-length", str(len(response.body)))
            self.end_headers()
            if self.command != "HEAD":
                self.wfile.write(response.body)

        do_GET = do_HEAD = do_POST = do_PUT = do_DELETE = handle_request

        def log_message(self, *_):
            pass

    return Handler


def main():
    parser = argparse.ArgumentParser(description="A platform as an HTTP service.")
    parser.add_argument("--port", type=int, default=0, help="0 for one that is free")
    parser.add_argument("--public", help="the origin under which others know it; that of the port otherwise")
    parser.add_argument("--now", type=int, help="the time that it takes it to be, in Unix seconds")
    parser.add_argument("--breaks-after", type=int, help="requests after which it is of no use any more")
    parser.add_argument("--by", choices=["dying", "silence", "garbage"], default="dying", help="how it breaks")
    parser.add_argument("--token", help="the bearer token that the API wants")
    parser.add_argument("--algorithm", choices=["EdDSA", "ES256"], default="EdDSA")
    faults.add_options(parser)
    options = parser.parse_args()
    if options.list_faults:
        print(json.dumps(faults.FAULTS, indent=1))
        return
    server = http.server.ThreadingHTTPServer(("127.0.0.1", options.port), None)
    base = f"http://127.0.0.1:{server.server_port}"
    chosen = faults.chosen(options.fault)
    # Everything is below one origin; what a path begins with tells the services apart.
    public = options.public or base
    origins = {name: public + {"resolver": "", "storage": "/credentials-of", "status": "/status", "did": "/did"}[name]
               for name in SERVICES}
    platform = Platform(origins, options.algorithm, chosen)
    now = (lambda: options.now) if options.now is not None else (lambda: int(time.time()))
    server.RequestHandlerClass = handler_for(
        Service(platform, now, options.token, chosen), Breakage(options.breaks_after, options.by))
    print(base, flush=True)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    sys.stdin.buffer.read()
    server.shutdown()


main()
