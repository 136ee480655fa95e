"""An HTTP service that answers each path in a way of its own that no client should have to bear.

    rude.py [ELSEWHERE]

Prints the URL below which it answers, and serves until its standard input ends. ELSEWHERE is where it redirects to.
"""

import http.server
import json
import sys
import threading
import time

ELSEWHERE = sys.argv[1] if len(sys.argv) > 1 else "http://elsewhere.example"
CHUNK = b"x" * 65_536
ANSWERS = {
    "/no-verdict": (200, {"ok": True, "status": "done"}),
    "/verified-in-words": (200, {"verified": "true"}),
    "/contradiction": (200, {"verified": True, "errors": [{"title": "BAD", "detail": "the proof is wrong"}]}),
    "/valid": (200, {"verified": True}),
    "/defect": (500, {"type": "about:blank", "title": "Internal", "detail": "a null where there should be none"}),
    "/unauthorised": (401, {"title": "Unauthorised"}),
    "/echo-secret": (400, "you sent s3cret-token, didn't you"),
    "/empty-list": (200, []),
}


class Handler(http.server.BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def rude(self):
        self.rfile.read(int(self.headers.get("content-length") or 0))
        path = self.path.split("?")[0]
        if path in ANSWERS:
            status, body = ANSWERS[path]
            return self.write(status, json.dumps(body).encode(), "application/json")
        answer = getattr(self, "answer_" + path.strip("/").replace("-", "_"), None)
        if answer is None:
            return self.write(404, b"{}", "application/json")
        try:
            answer()
        except OSError:
            # Who is rude is hung up on.
            self.close_connection = True

    do_GET = do_POST = rude

    def write(self, status, body, content_type, **headers):
        self.send_response(status)
        self.send_header("content-type", content_type)
        for name, value in headers.items():
            self.send_header(name, value)
        self.send_header("content-length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def answer_slow(self):
        time.sleep(30)

    def answer_drip(self):
        self.send_response(200)
        self.send_header("content-length", "1000")
        self.end_headers()
        for _ in range(300):
            self.wfile.write(b" ")
            self.wfile.flush()
            time.sleep(0.1)

    def answer_huge(self):
        self.send_response(200)
        self.end_headers()
        for _ in range(16_384):
            self.wfile.write(CHUNK)

    def answer_announced_huge(self):
        self.send_response(200)
        self.send_header("content-length", str(1 << 40))
        self.end_headers()
        self.wfile.write(CHUNK)

    def answer_half(self):
        self.send_response(200)
        self.send_header("content-length", "100")
        self.end_headers()
        self.wfile.write(b'{"verified": tr')
        self.close_connection = True

    def answer_hang_up(self):
        self.close_connection = True

    def answer_no_http(self):
        self.wfile.write(b"220 mail.example ESMTP ready\r\n\r\n")
        self.close_connection = True

    def answer_html(self):
        self.write(200, b"<!doctype html><title>Welcome</title>", "text/html")

    def answer_elsewhere(self):
        self.write(307, b"", "text/plain", location=ELSEWHERE + "/valid")

    def answer_within(self):
        self.write(308, b"", "text/plain", location="/valid")

    def answer_circle(self):
        self.write(307, b"", "text/plain", location="/circle")

    def answer_found(self):
        self.write(302, b"", "text/plain", location="/valid")

    def log_message(self, *_):
        pass


server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Handler)
server.daemon_threads = True
print(f"http://127.0.0.1:{server.server_port}", flush=True)
threading.Thread(target=server.serve_forever, daemon=True).start()
sys.stdin.buffer.read()
