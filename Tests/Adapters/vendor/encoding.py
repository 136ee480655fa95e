"""Texts, numbers and times, read strictly."""

import base64
import datetime
import json
import re

BASE58 = "123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz"
MAXIMUM_BYTES = 4 << 20
MAXIMUM_DEPTH = 64

STAMP = re.compile(
    r"-?(?:[1-9]\d{3,}|0\d{3})-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])"
    r"T(?:(?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d(?:\.\d+)?|24:00:00(?:\.0+)?)"
    r"(?:Z|[+-](?:(?:0\d|1[0-3]):[0-5]\d|14:00))")
BRACKETS = re.compile(rb'"(?:[^"\\]|\\.)*"|[\[\]{}]', re.DOTALL)


class Unreadable(Exception):
    """Bytes that are not what they have to be."""


def to_base64url(data):
    return base64.urlsafe_b64encode(data).rstrip(b"=").decode()


def from_base64url(text):
    """The bytes of base64url without padding; anything else is refused."""
    if not re.fullmatch(r"[A-Za-z0-9_-]*", text) or len(text) % 4 == 1:
        raise Unreadable("this is no base64url")
    data = base64.urlsafe_b64decode(text + "=" * (-len(text) % 4))
    if to_base64url(data) != text:
        raise Unreadable("base64url with bits left over")
    return data


def to_base58(data):
    number, text = int.from_bytes(data, "big"), ""
    while number:
        number, digit = divmod(number, 58)
        text = BASE58[digit] + text
    return "1" * (len(data) - len(data.lstrip(b"\0"))) + text


def from_base58(text):
    number = 0
    for letter in text:
        if letter not in BASE58:
            raise Unreadable("this is no base58")
        number = number * 58 + BASE58.index(letter)
    return b"\0" * (len(text) - len(text.lstrip("1"))) + number.to_bytes((number.bit_length() + 7) // 8, "big")


def read_json(data, duplicates=False):
    """A JSON value from bytes; with `duplicates`, the last of several members of one name counts."""
    if len(data) > MAXIMUM_BYTES:
        raise Unreadable(f"larger than {MAXIMUM_BYTES} bytes")
    depth = 0
    for match in BRACKETS.finditer(data):
        depth += {b"[": 1, b"{": 1, b"]": -1, b"}": -1}.get(match.group(), 0)
        if depth > MAXIMUM_DEPTH:
            raise Unreadable(f"nested deeper than {MAXIMUM_DEPTH} levels")

    def members(pairs):
        found = dict(pairs)
        if len(found) != len(pairs) and not duplicates:
            raise Unreadable("an object has a member twice")
        return found

    def constant(name):
        raise Unreadable(f"{name} is no JSON")

    try:
        return json.loads(data.decode("utf-8"), object_pairs_hook=members, parse_constant=constant)
    except (UnicodeDecodeError, json.JSONDecodeError, ValueError, RecursionError) as error:
        raise Unreadable(str(error)[:200]) from None


def write_json(value):
    return json.dumps(value, ensure_ascii=False, separators=(",", ":")).encode()


def seconds(text):
    """The Unix seconds of an XML Schema dateTimeStamp; None for what is none."""
    if not isinstance(text, str) or not STAMP.fullmatch(text):
        return None
    day, time = text.split("T", 1)
    shift = datetime.timedelta(0)
    if time.startswith("24:00:00"):
        time, shift = "00" + time[2:], datetime.timedelta(days=1)
    time = re.sub(r"\.(\d{1,6})\d*", lambda m: "." + m.group(1).ljust(6, "0"), time).replace("Z", "+00:00")
    try:
        return (datetime.datetime.fromisoformat(f"{day}T{time}") + shift).timestamp()
    except (ValueError, OverflowError):
        return None


def stamp(unix_seconds):
    moment = datetime.datetime.fromtimestamp(unix_seconds, datetime.timezone.utc)
    return moment.strftime("%Y-%m-%dT%H:%M:%SZ")


def listed(value):
    """A value, or several, as a list."""
    return value if isinstance(value, list) else [] if value is None else [value]
