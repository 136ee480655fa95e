import FoundationEssentials

#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// orjson on the same machine and the same document, where Python has it.
enum OrjsonPeer {
    /// Megabytes a second of reading, and of writing with sorted names; nil without orjson.
    static func rates(of document: [UInt8]) -> (loads: Double, dumps: Double)? {
        let file = "/tmp/untp-sim-benchmark-\(getpid()).json"
        defer { unlink(file) }
        guard FileManager.default.createFile(atPath: file, contents: Data(document)) else { return nil }
        let program = """
            import orjson, time, sys
            data = open(sys.argv[1], 'rb').read()
            value = orjson.loads(data)
            def best(work):
                times = []
                for _ in range(5):
                    start = time.perf_counter()
                    for _ in range(2000): work()
                    times.append((time.perf_counter() - start) / 2000)
                return len(data) / min(times) / 1e6
            print(best(lambda: orjson.loads(data)), best(lambda: orjson.dumps(value, option=orjson.OPT_SORT_KEYS)))
            """
        guard let pipe = popen("python3 -c \"\(program.replacing("\"", with: "\\\""))\" \(file) 2> /dev/null", "r")
        else {
            return nil
        }
        defer { pclose(pipe) }
        var buffer = [CChar](repeating: 0, count: 256)
        guard fgets(&buffer, 256, pipe) != nil else { return nil }
        let text = String(decoding: buffer.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self)
        let numbers = text.split(separator: " ").compactMap { Double($0.filter { $0 != "\n" }) }
        return numbers.count == 2 ? (numbers[0], numbers[1]) : nil
    }
}
