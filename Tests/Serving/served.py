"""Starts `untp-sim serve` for the scripts beside this one, and ends it."""

import http.client
import json
import re
import signal
import subprocess
import sys
import time
import urllib.parse

SCENARIO = "Scenarios/pilots/two-platforms.yaml"


class Server:
    """A served scenario: `with Server(program) as server`."""

    def __init__(self, program, scenario=SCENARIO, options=()):
        self.arguments = [program, "serve", scenario, "--port", "0", "--days", "60", *options]

    def __enter__(self):
        self.process = subprocess.Popen(self.arguments, stderr=subprocess.PIPE, text=True)
        said = []
        for line in self.process.stderr:
            said.append(line)
            found = re.search(r"Serving \d+ platforms at (http://localhost:(\d+))/", line)
            if found:
                self.base, self.port = found[1], int(found[2])
                return self
        raise SystemExit("the server did not start: " + "".join(said))

    def __exit__(self, *_):
        if self.process.poll() is None:
            self.process.kill()
        self.process.wait()
        self.process.stderr.close()

    def stop(self, number=signal.SIGTERM, seconds=60):
        """Asks the server to end, and gives its exit code."""
        self.process.send_signal(number)
        return self.process.wait(timeout=seconds)

    @property
    def is_running(self):
        return self.process.poll() is None

    @property
    def memory(self):
        """Resident memory in KiB."""
        with open(f"/proc/{self.process.pid}/status") as status:
            return int(re.search(r"VmRSS:\s+(\d+)", status.read())[1])

    def get(self, url, method="GET", body=None):
        """Status, header fields and body; relative URLs and https, which did:web has, mean this server."""
        parts = urllib.parse.urlsplit(url)
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=60)
        path = parts.path + ("?" + parts.query if parts.query else "")
        headers = {"Content-Type": "application/json"} if body is not None else {}
        connection.request(method, path, body=body, headers=headers)
        answer = connection.getresponse()
        result = answer.status, {name.lower(): value for name, value in answer.getheaders()}, answer.read()
        connection.close()
        return result

    def json(self, url):
        return json.loads(self.get(url)[2])


def program():
    """The simulator's program, which is the first argument of each script."""
    if len(sys.argv) < 2:
        raise SystemExit(f"usage: {sys.argv[0]} PROGRAM [OPTIONS]")
    return sys.argv[1]


def number(name, default):
    """The value of an option with a number."""
    return int(sys.argv[sys.argv.index(name) + 1]) if name in sys.argv else default


def wait_until(condition, seconds):
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        if condition():
            return True
        time.sleep(0.05)
    return condition()
