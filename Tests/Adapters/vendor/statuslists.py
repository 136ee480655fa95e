"""Bitstring Status List 1.0: the lists that the platform publishes, and those that it reads."""

import gzip
import io
import zlib

from .encoding import Unreadable, from_base64url, to_base64url

MINIMUM_BITS = 131_072
MAXIMUM_BYTES = 8 << 20


def set_bit(bits, index, is_set, mirrored=False):
    mask = 1 << (index & 7) if mirrored else 0x80 >> (index & 7)
    bits[index >> 3] = bits[index >> 3] | mask if is_set else bits[index >> 3] & ~mask


def bit(bits, index, mirrored=False):
    if not 0 <= index < len(bits) * 8:
        raise Unreadable(f"index {index} is beyond the list")
    return bool(bits[index >> 3] & (1 << (index & 7) if mirrored else 0x80 >> (index & 7)))


def encoded(bits, prefix="u"):
    buffer = io.BytesIO()
    with gzip.GzipFile(fileobj=buffer, mode="wb", mtime=0) as file:
        file.write(bytes(bits))
    return prefix + to_base64url(buffer.getvalue())


def decoded(text):
    """The bits of an encoded list, no more than a bounded size of them."""
    if not isinstance(text, str) or not text.startswith("u"):
        raise Unreadable("the encoded list lacks the u of base64url")
    unpack = zlib.decompressobj(wbits=31)
    try:
        bits = unpack.decompress(from_base64url(text[1:]), MAXIMUM_BYTES + 1)
    except zlib.error as error:
        raise Unreadable(f"the list is no gzip: {error}") from None
    if len(bits) > MAXIMUM_BYTES or not unpack.eof:
        raise Unreadable("the list is too long or cut off")
    if len(bits) * 8 < MINIMUM_BITS:
        raise Unreadable(f"a list of {len(bits) * 8} entries, fewer than {MINIMUM_BITS}")
    return bits
