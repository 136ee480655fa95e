import ArgumentParser
import Credentials
import FoundationEssentials
import Reporting

extension ExitCode {
    /// Says what is wrong with what a command was given, and ends it.
    static func badInput(_ text: String) -> ExitCode {
        Terminal.error(text)
        return ExitCode(ExitStatus.badInput)
    }
}

/// Writes a folder, or sees whether that can be done; ends with why it can't.
func writing(_ work: () throws(ReportFolderError) -> Void) throws {
    do {
        try work()
    } catch {
        throw ExitCode.badInput("\(error)")
    }
}

/// A time as commands take it, in Unix seconds.
enum CommandTime {
    /// The time that `--at` gives, or now.
    static func at(_ text: String?) throws -> Int64 {
        guard let text else { return Int64(Date().timeIntervalSince1970) }
        guard let stamp = DateTimeStamp(strict: text) else {
            throw ExitCode.badInput("--at \(text): expected a date and time with a zone, as 2026-01-05T12:00:00Z")
        }
        return stamp.unixSeconds
    }
}
