import Glibc

/// Our ends of a program's standard streams: pipes that never block.
struct ProgramStreams: Sendable {
    private var input: Int32
    private var output: Int32
    private var errors: Int32
    private var unsent: ArraySlice<UInt8> = []

    init(input: Int32, output: Int32, errors: Int32) {
        (self.input, self.output, self.errors) = (input, output, errors)
    }

    var hasUnsent: Bool { !unsent.isEmpty }
    var isOutputOpen: Bool { output >= 0 }

    mutating func send(_ bytes: [UInt8]) { unsent = input >= 0 ? bytes[...] : [] }

    /// Waits until something can be moved and moves it, a chunk on each stream; what came on output and errors.
    mutating func step(waiting: Duration) -> (output: [UInt8], errors: [UInt8]) {
        // A descriptor below zero is passed over: poll(2).
        var descriptors = [
            pollfd(fd: output, events: Int16(POLLIN), revents: 0),
            pollfd(fd: errors, events: Int16(POLLIN), revents: 0),
            pollfd(fd: unsent.isEmpty ? -1 : input, events: Int16(POLLOUT), revents: 0),
        ]
        let milliseconds = waiting / .milliseconds(1)
        guard poll(&descriptors, 3, Int32(milliseconds.rounded(.up))) > 0 else { return ([], []) }
        if descriptors[2].revents != 0 { write() }
        let log = descriptors[1].revents != 0 ? Self.read(&errors) : []
        return (descriptors[0].revents != 0 ? Self.read(&output) : [], log)
    }

    /// Reads a chunk of the standard error, if there is one at once; whether there was.
    func readErrors(into log: inout TailBuffer) -> Bool {
        let bytes = errors >= 0 ? Self.chunk(errors) ?? [] : []
        log.append(bytes)
        return !bytes.isEmpty
    }

    mutating func closeInput() {
        unsent = []
        Self.close(&input)
    }

    mutating func close() {
        closeInput()
        Self.close(&output)
        Self.close(&errors)
    }

    private mutating func write() {
        let count = unsent.withUnsafeBytes { Glibc.write(input, $0.baseAddress, $0.count) }
        if count >= 0 {
            unsent = unsent.dropFirst(count)
        } else if errno != EAGAIN, errno != EINTR {
            // Nobody reads any more.
            closeInput()
        }
    }

    /// Reads a chunk; closes the stream at its end.
    private static func read(_ descriptor: inout Int32) -> [UInt8] {
        guard let bytes = chunk(descriptor) else {
            close(&descriptor)
            return []
        }
        return bytes
    }

    /// What can be read at once, up to 64 KiB; nil at the end.
    private static func chunk(_ descriptor: Int32) -> [UInt8]? {
        var isAtEnd = false
        let bytes = [UInt8](unsafeUninitializedCapacity: 1 << 16) { buffer, count in
            let got = Glibc.read(descriptor, buffer.baseAddress, buffer.count)
            count = max(0, got)
            isAtEnd = got == 0 || got < 0 && errno != EAGAIN && errno != EINTR
        }
        return isAtEnd ? nil : bytes
    }

    private static func close(_ descriptor: inout Int32) {
        if descriptor >= 0 { _ = Glibc.close(descriptor) }
        descriptor = -1
    }
}
