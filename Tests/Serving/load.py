"""Asks a served scenario for what vendors ask for, at a steady rate.

    load.py PROGRAM [--rate N] [--seconds N] [--connections N]

Each answer must be 200 and the same bytes as the first time, and memory may not grow. The time of an answer counts from
when it was due, so that a server which falls behind can't hide it. Prints rate, quantiles and memory; ends with 1 when
something is wrong.
"""

import asyncio
import sys
import time

import served

# What Linux and Swift's allocator keep back between two looks at an otherwise steady process.
GROWTH_KIB = 30_000


async def ask(reader, writer, path):
    writer.write(f"GET {path} HTTP/1.1\r\nHost: localhost\r\n\r\n".encode())
    head = await reader.readuntil(b"\r\n\r\n")
    length = next(int(line[15:]) for line in head.lower().split(b"\r\n") if line.startswith(b"content-length:"))
    return int(head[9:12]), await reader.readexactly(length)


async def client(port, paths, start, rate, share, of, end, times, wrong, first):
    """Every so-manieth request of the whole, on one connection."""
    reader, writer = await asyncio.open_connection("127.0.0.1", port)
    position = share
    while (due := start + position / rate) < end:
        await asyncio.sleep(max(0, due - time.monotonic()))
        path = paths[position % len(paths)]
        status, body = await ask(reader, writer, path)
        times.append(time.monotonic() - due)
        if status != 200 or first.setdefault(path, body) != body:
            wrong.append(f"{path}: status {status}, {len(body)} bytes")
        position += of
    writer.close()


async def load(server, paths, rate, seconds, connections):
    times, wrong, first = [], [], {}
    start = time.monotonic() + 0.2
    await asyncio.gather(*(
        client(server.port, paths, start, rate, share, connections, start + seconds, times, wrong, first)
        for share in range(connections)))
    return sorted(times), wrong, time.monotonic() - start


def main():
    rate, seconds = served.number("--rate", 500), served.number("--seconds", 60)
    connections = served.number("--connections", 32)
    with served.Server(served.program()) as server:
        index = server.json("/index.json")
        urls = [url for peer in index["peers"] for product in peer["examples"]
                for url in [product["linkset"]] + [document["url"] for document in product["documents"]]]
        paths = ["/index.json"] + [url.removeprefix(server.base) for url in urls]
        # Until the pools of the server are as large as they get.
        asyncio.run(load(server, paths, rate, max(2, seconds // 6), connections))
        before = server.memory
        times, wrong, took = asyncio.run(load(server, paths, rate, seconds, connections))
        after = server.memory
    quantiles = [times[int(len(times) * share)] * 1000 for share in (0.5, 0.99, 0.999)]
    print(f"{len(times)} requests in {took:.1f} s ({len(times) / took:.0f} a second), {len(wrong)} wrong; "
          f"p50 {quantiles[0]:.1f} ms, p99 {quantiles[1]:.1f} ms, p99.9 {quantiles[2]:.1f} ms; "
          f"memory {before} to {after} KiB")
    for line in wrong[:10]:
        print(line)
    sys.exit(1 if wrong or after - before > GROWTH_KIB or len(times) < rate * seconds * 0.99 else 0)


if __name__ == "__main__":
    main()
