"""Sends requests to a served scenario that nobody should send, over bare sockets.

    fuzz.py PROGRAM [--requests N] [--seed S]

Every answer must be HTTP and none of 5xx; those of 4xx with a body are problem details. The server must still be
there at the end, answer a sound request, and hold no more memory than a bound. Prints what is wrong, with the request,
and ends with 1 if anything is.
"""

import json
import random
import socket
import sys
import time

import served

MEMORY_KIB = 300_000
SOUND = ["sender", "receiver", "credentials", "id", "status", "mine", "dpp", "1", "01", "07900000000006", "10", "ORE12",
         "did.json", "id.gs1.org", "www.w3.org", "ns", "v2", "smelter", "register-cl", "office"]
METHODS = ["GET", "HEAD", "POST", "PUT", "DELETE", "PATCH", "OPTIONS", "TRACE", "CONNECT", "get", "G T", "", "\x00", "QUERY"]
PIECES = ["..", ".", "%2e%2e", "%2E%2e", "%00", "%", "%zz", "%c0%ae", "%ff", "\\", "/", "//", "did.json", "north", "sender",
          "receiver", "credentials", "id", "status", "api", "verify", "issue", "01", "07801234500013", "10", "id.gs1.org",
          "mine", "dpp", "1", "99999999999999999999", "?", "?linkType=linkset", "?linkType=", "#", "a" * 300, "é", "\x01",
          "index.json", "www.w3.org", "keys", "page", "linkTypes", "*", "http://", ":", "@", "%2f", "..%2f", "~root", "refresh"]
FIELDS = ["Host: localhost", "Host: ", "Host: a\r\nHost: b", "Accept: */*", "Content-Type: application/json",
          "Content-Type: text/plain", "Expect: 100-continue", "Connection: close", "Connection: upgrade", "Upgrade: h2c",
          "Transfer-Encoding: identity", "Transfer-Encoding: chunked, chunked", "Content-Length: -1", "Content-Length: 1e9",
          "Content-Length: 99999999999999999999", "Range: bytes=0-", "X: " + "a" * 3000, "\x00: b", "a b: c", ": d", "X-\xff: \xfe",
          "If-None-Match: *", "X" * 9000 + ": y"]
BODIES = [b"", b"{}", b"[]", b"{", b"null", b'"', b'{"verifiableCredential":1}', b'{"verifiableCredential":"a.b.c"}',
          b'{"verifiableCredential":{}}', b'{"credential":{"issuer":"did:web:x"}}', b'{"credential":[]}', b"\xff\xfe", b"[" * 5000,
          b'{"verifiableCredential":' + b"[" * 2000 + b"]" * 2000 + b"}", b'{"identifier":"' + b"x" * 2000 + b'"}',
          b'{"identifier":"urn:epc:id:sgtin:0.0.0"}', b'{"verifiableCredential":"eyJhbGciOiJub25lIn0.e30."}', b"a" * 70_000]


def request(random):
    """The bytes of a request: mostly near to a sound one, sometimes nothing like it."""
    kind = random.random()
    if kind < 0.05:
        return random.randbytes(random.randrange(1, 400))
    path = "/" + "/".join(random.choice(SOUND if random.random() < 0.7 else PIECES) for _ in range(random.randrange(6)))
    if kind < 0.15:
        path = random.choice(["", " ", "*", "http://[::1", "a" * 9000, "/" + "%2e" * 2000, path * 40])
    method = random.choices(METHODS, [20, 5, 20] + [1] * (len(METHODS) - 3))[0]
    version = random.choices(["HTTP/1.1", "HTTP/1.0", "HTTP/2.0", "HTTP/9", "", "HTTP/1.1 x"], [30, 3, 1, 1, 1, 1])[0]
    fields = ["Host: localhost"] + random.sample(FIELDS, random.choices([0, 1, 2, 5], [14, 4, 2, 1])[0])
    body = random.choice(BODIES) if method == "POST" or kind > 0.95 else b""
    if method == "POST" and random.random() < 0.6:
        path = f"/{random.choice(['sender', 'receiver'])}/api/{random.choice(['credentials/verify', 'credentials/issue', 'consignments/judge'])}"
    if body and random.random() < 0.9:
        fields.append(f"Content-Length: {len(body) + random.choice([0] * 12 + [-1, 1, 5])}")
    elif body:
        fields.append("Transfer-Encoding: chunked")
        size = random.choice([f"{len(body):x}", "ffffffffffffffff", "g", "-1"])
        body = f"{size}\r\n".encode() + body + b"\r\n0\r\n\r\n"
    end = random.choices(["\r\n", "\n"], [20, 1])[0]
    head = f"{method} {path} {version}".rstrip(" ") + end + "".join(field + end for field in fields) + end
    sent = (head.encode("latin-1", "replace") + body) * random.choices([1, 2, 5], [30, 2, 1])[0]
    return sent[: random.randrange(len(sent))] if random.random() < 0.05 else sent


def exchange(port, sent):
    """All that comes back for some bytes; the writing side is closed behind them, as one who has said all does."""
    received = b""
    with socket.create_connection(("127.0.0.1", port), timeout=40) as connection:
        try:
            connection.sendall(sent)
            connection.shutdown(socket.SHUT_WR)
            while piece := connection.recv(65_536):
                received += piece
        except (ConnectionResetError, BrokenPipeError):
            pass
    return received


def complaint(received):
    """What is wrong with an answer; None where nothing is."""
    if not received:
        return None
    if not received.startswith(b"HTTP/1."):
        return "no HTTP"
    status = int(received[9:12])
    if status >= 500:
        return f"status {status}"
    head, _, body = received.partition(b"\r\n\r\n")
    if status >= 400 and b"application/problem+json" not in head:
        return f"status {status} without a problem"
    # Further answers may follow; one to HEAD has no body.
    if status >= 400 and body.startswith(b"{"):
        if json.JSONDecoder().raw_decode(body.decode())[0]["status"] != status:
            return "a problem of another status"
    return None


def main():
    count, seed = served.number("--requests", 100_000), served.number("--seed", 1)
    chance = random.Random(seed)
    found, statuses = [], {}
    with served.Server(served.program()) as server:
        started, before = time.monotonic(), server.memory
        for position in range(count):
            sent = request(chance)
            try:
                received = exchange(server.port, sent)
            except OSError as error:
                found.append((position, f"{error}", sent))
                break
            status = received[9:12].decode("latin-1") if received else "none"
            statuses[status] = statuses.get(status, 0) + 1
            if problem := complaint(received):
                found.append((position, problem, sent))
        seconds, after = time.monotonic() - started, server.memory
        if not server.is_running or server.get("/index.json")[0] != 200:
            found.append((count, "the server is not there any more", b""))
        if after > MEMORY_KIB:
            found.append((count, f"{after} KiB of memory", b""))
    for position, problem, sent in found[:20]:
        print(f"request {position}: {problem}: {sent[:300]!r}")
    print(f"{count} requests with seed {seed} in {seconds:.0f} s: {len(found)} problems; "
          f"answers by status {dict(sorted(statuses.items()))}; memory {before} to {after} KiB")
    sys.exit(1 if found else 0)


if __name__ == "__main__":
    main()
