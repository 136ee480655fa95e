#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#elseif canImport(Darwin)
    import Darwin
#endif

/// The system call that exchanges two names at once, so that there is no instant at which either is missing.
enum Exchange {
    /// Exchanges what two paths name; false where the system or the file system can't.
    static func names(of first: String, and second: String) -> Bool {
        #if canImport(Darwin)
            return renamex_np(first, second, UInt32(RENAME_SWAP)) == 0
        #else
            // The C library has it, but its header shows it only with _GNU_SOURCE, which the Swift module lacks.
            typealias Renameat2 =
                @convention(c) (CInt, UnsafePointer<CChar>, CInt, UnsafePointer<CChar>, CUnsignedInt) -> CInt
            guard let symbol = dlsym(nil, "renameat2") else { return false }
            let renameat2 = unsafeBitCast(symbol, to: Renameat2.self)
            let exchange: CUnsignedInt = 2  // RENAME_EXCHANGE, linux/fs.h
            return renameat2(AT_FDCWD, first, AT_FDCWD, second, exchange) == 0
        #endif
    }
}
