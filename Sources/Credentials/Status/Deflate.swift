import CZlib

/// Packing and bounded unpacking in one piece, by the system's zlib.
enum Deflate {
    /// Why bytes could not be unpacked.
    enum Failure: Error {
        /// Not a stream of the form, or a damaged or truncated one, or one with bytes behind it.
        case malformed
        /// The stream holds more than the bound allows.
        case tooLarge
    }

    /// `bytes` packed, equal bytes to equal output: the gzip header names no time, no file and no system, and matching
    /// by run length alone leaves no choices in which zlib's builds differ. It is also the fastest for a
    /// list of few set bits, and takes 60 bytes for an empty one.
    static func compress(_ bytes: [UInt8], as form: BitstringStatusList.Compression) -> [UInt8] {
        guard form != .none else { return bytes }
        var header = gz_header()
        header.os = 255
        return withUnsafeMutablePointer(to: &header) { header in
            compress(
                bytes,
                start: { stream in
                    let code = deflateInit2_(
                        stream, Z_DEFAULT_COMPRESSION, Z_DEFLATED, form.windowBits, MAX_MEM_LEVEL, Z_RLE,
                        ZLIB_VERSION, streamSize)
                    return code == Z_OK && form == .gzip ? deflateSetHeader(stream, header) : code
                })
        }
    }

    /// - Parameter start: Begins the stream and gives zlib's code.
    private static func compress(
        _ bytes: [UInt8], start: (UnsafeMutablePointer<z_stream>) -> Int32
    ) -> [UInt8] {
        var input = bytes
        return withStream { stream in
            var code = start(stream)
            defer { deflateEnd(stream) }
            var output = [UInt8](repeating: 0, count: Int(deflateBound(stream, UInt(bytes.count))))
            if code == Z_OK { code = step(stream, &input, from: 0, &output, from: 0, deflate, Z_FINISH) }
            // The output has zlib's own bound, so that only a lack of memory is left as a reason.
            precondition(code == Z_STREAM_END, "zlib can't pack \(bytes.count) bytes: \(code)")
            return Array(output.dropLast(Int(stream.pointee.avail_out)))
        }
    }

    private static let streamSize = Int32(MemoryLayout<z_stream>.size)

    /// What `bytes` hold, at most `limit` bytes of it; memory grows with what comes out, up to the limit.
    static func inflate(
        _ bytes: [UInt8], as form: BitstringStatusList.Compression, limit: Int
    ) throws(Failure) -> [UInt8] {
        guard form != .none else {
            guard bytes.count <= limit else { throw .tooLarge }
            return bytes
        }
        let result: Result<[UInt8], Failure> = withStream { stream in
            guard inflateInit2_(stream, form.windowBits, ZLIB_VERSION, streamSize) == Z_OK
            else { return .failure(.malformed) }
            defer { inflateEnd(stream) }
            return inflate(stream, bytes, limit: limit)
        }
        return try result.get()
    }

    /// `bytes` packed beside others that they resemble, which it takes to unpack them: a raw stream with a preset
    /// dictionary. Not for what anybody else reads: zlib's builds may differ in what they make of it.
    static func compress(_ bytes: [UInt8], beside model: [UInt8]) -> [UInt8] {
        compress(
            bytes,
            start: { stream in
                let code = deflateInit2_(
                    stream, Z_BEST_SPEED, Z_DEFLATED, besideWindowBits, besideMemoryLevel, Z_DEFAULT_STRATEGY,
                    ZLIB_VERSION, streamSize)
                return code == Z_OK ? deflateSetDictionary(stream, model, UInt32(model.count)) : code
            })
    }

    /// What was packed beside `model`.
    static func inflate(_ bytes: [UInt8], beside model: [UInt8], count: Int) throws(Failure) -> [UInt8] {
        var input = bytes
        let output: [UInt8]? = withStream { stream in
            guard inflateInit2_(stream, besideWindowBits, ZLIB_VERSION, streamSize) == Z_OK else { return nil }
            defer { inflateEnd(stream) }
            guard inflateSetDictionary(stream, model, UInt32(model.count)) == Z_OK else { return nil }
            var output = [UInt8](repeating: 0, count: count)
            let code = step(stream, &input, from: 0, &output, from: 0, CZlib.inflate, Z_FINISH)
            return code == Z_STREAM_END && stream.pointee.avail_out == 0 ? output : nil
        }
        guard let output else { throw .malformed }
        return output
    }

    /// A window of 16 KiB, and little memory to clear: credentials are small.
    private static let besideWindowBits: Int32 = -14
    private static let besideMemoryLevel: Int32 = 6

    private static func inflate(
        _ stream: UnsafeMutablePointer<z_stream>, _ bytes: [UInt8], limit: Int
    ) -> Result<[UInt8], Failure> {
        var input = bytes
        // The byte beyond the limit tells "exactly full" from "too large".
        var output = [UInt8](repeating: 0, count: min(limit, 16_384) + 1)
        var (read, written) = (0, 0)
        while true {
            let code = step(stream, &input, from: read, &output, from: written, CZlib.inflate, Z_NO_FLUSH)
            read = input.count - Int(stream.pointee.avail_in)
            written = output.count - Int(stream.pointee.avail_out)
            guard written <= limit else { return .failure(.tooLarge) }
            if code == Z_STREAM_END { break }
            // Where there is room left and no end, the input is all read: the stream is truncated.
            guard code == Z_OK, written == output.count else { return .failure(.malformed) }
            output.append(contentsOf: repeatElement(0, count: min(output.count, limit + 1 - output.count)))
        }
        guard read == input.count else { return .failure(.malformed) }
        output.removeLast(output.count - written)
        return .success(output)
    }

    /// One call of zlib on what is left of the input and of the room for output.
    private static func step(
        _ stream: UnsafeMutablePointer<z_stream>, _ input: inout [UInt8], from read: Int, _ output: inout [UInt8],
        from written: Int, _ function: (UnsafeMutablePointer<z_stream>?, Int32) -> Int32, _ flush: Int32
    ) -> Int32 {
        input.withUnsafeMutableBufferPointer { input in
            output.withUnsafeMutableBufferPointer { output in
                stream.pointee.next_in = input.baseAddress.map { $0 + read }
                stream.pointee.avail_in = UInt32(input.count - read)
                stream.pointee.next_out = output.baseAddress.map { $0 + written }
                stream.pointee.avail_out = UInt32(output.count - written)
                return function(stream, flush)
            }
        }
    }

    /// zlib keeps the address of its stream and checks it on each call, so the stream must not move.
    private static func withStream<Value>(_ body: (UnsafeMutablePointer<z_stream>) -> Value) -> Value {
        var stream = z_stream()
        return withUnsafeMutablePointer(to: &stream, body)
    }
}

extension BitstringStatusList.Compression {
    /// What zlib calls the form: the size of the window, 16 more for gzip.
    fileprivate var windowBits: Int32 {
        switch self {
        case .gzip: MAX_WBITS + 16
        case .zlib: MAX_WBITS
        case .none: -MAX_WBITS
        }
    }
}
