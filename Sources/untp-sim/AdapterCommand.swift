import ArgumentParser
import Bridges
import JSON
import UNTP

struct AdapterCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "adapter", abstract: "What a program has to do to stand for a platform of your own.",
        subcommands: [Contract.self, Schema.self])

    struct Contract: ParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Print the contract in words: methods, limits, errors and examples.")

        func run() { Terminal.print(bytes: Array(AdapterContract.text().utf8)) }
    }

    struct Schema: ParsableCommand {
        static let configuration = CommandConfiguration(abstract: "Print a JSON Schema of the messages.")

        @Argument(help: "A message, as describe.answer (default: all in one schema).")
        var message: String?

        @Flag(help: "Print an example of the message instead.")
        var example = false

        func run() throws {
            guard let message else {
                if example { throw ValidationError("--example needs a message, as describe.answer") }
                return Terminal.print(bytes: AdapterContract.schema.prettyPrinted())
            }
            let found = example ? AdapterContract.example(of: message) : AdapterContract.schema(of: message)
            guard let found else {
                let names = AdapterContract.messages
                let hint = Nearest.name(to: message, in: names).map { " (did you mean '\($0)'?)" } ?? ""
                throw ExitCode.badInput(
                    "There is no message '\(message)'\(hint); there are: \(names.joined(separator: ", "))")
            }
            Terminal.print(bytes: found.prettyPrinted())
        }
    }
}
