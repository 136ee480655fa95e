import Credentials
import HTTPTypes
import JSON
import Networking
import Platforms
import UNTP

/// What is wrong in a result that its schema can't say.
struct ResultProblem: Error, CustomStringConvertible {
    /// A JSON Pointer into the result.
    let pointer: String
    let expected: String
    let found: String

    var description: String { "\(pointer): expected \(expected), found \(found)" }
}

/// What the adapter protocol has as the result of a method, both ways.
protocol AdapterResult: Sendable {
    /// Reads a result that its schema has accepted.
    init(result: JSONView) throws(ResultProblem)

    /// The result as it is written.
    var json: JSONValue { get }
}

extension AdapterDescription: AdapterResult {
    init(result: JSONView) throws(ResultProblem) {
        self.init(
            name: result["name"]?.string ?? "", version: result["version"]?.string ?? "",
            issuer: result["issuer"]?.string, issues: result["issues"].map(Capability.init(result:)),
            verifies: result["verifies"].map(Capability.init(result:)), serves: Set(result.strings("serves")),
            enrolsParties: result["enrolsParties"]?.bool ?? false, setsStatus: result["setsStatus"]?.bool ?? false,
            takesLinks: result["takesLinks"]?.bool ?? false, origins: result.strings("origins"))
    }

    var json: JSONValue {
        var value: JSONValue = [
            "protocol": .string(AdapterContract.version), "name": .string(name), "version": .string(version),
            "serves": .sorted(serves), "enrolsParties": .bool(enrolsParties), "setsStatus": .bool(setsStatus),
            "takesLinks": .bool(takesLinks),
        ]
        if !origins.isEmpty { value["origins"] = .array(origins.map(JSONValue.string)) }
        if let issuer { value["issuer"] = .string(issuer) }
        if let issues { value["issues"] = issues.json }
        if let verifies { value["verifies"] = verifies.json }
        return value
    }
}

extension AdapterDescription.Capability {
    fileprivate init(result: JSONView) {
        self.init(
            types: Set(result.strings("types").compactMap(CredentialType.init(rawValue:))),
            releases: result.strings("releases").map { Release($0) },
            securing: Set(result.strings("securing").compactMap(SecuringForm.init(rawValue:))),
            algorithms: Set(result.strings("algorithms")))
    }

    fileprivate var json: JSONValue {
        [
            "types": .sorted(types.map(\.rawValue)), "releases": .array(releases.map { .string($0.version) }),
            "securing": .sorted(securing.map(\.rawValue)), "algorithms": .sorted(algorithms),
        ]
    }
}

/// The DID of a party that was taken on.
struct Enrolment: AdapterResult {
    let did: String

    init(did: String) { self.did = did }

    init(result: JSONView) throws(ResultProblem) { did = result["did"]?.string ?? "" }

    var json: JSONValue { ["did": .string(did)] }
}

extension OutsideDocument: AdapterResult {
    init(result: JSONView) throws(ResultProblem) {
        self.init(
            url: result["url"]?.string ?? "", status: result["status"]?.int ?? 200,
            contentType: result["contentType"]?.string, body: try result.body)
    }
}

extension WebResponse: AdapterResult {
    init(result: JSONView) throws(ResultProblem) {
        var fields = HTTPFields()
        let headers: [(name: String, value: JSONView)] = (result["headers"]?.members).map { Array($0) } ?? []
        for (name, value) in headers {
            let text = value.string ?? ""
            guard let name = HTTPField.Name(name.lowercased()), HTTPField.isValidValue(text) else {
                throw ResultProblem(
                    pointer: JSONPointer(["headers", name]).description,
                    expected: "a field of RFC 9110 without control characters",
                    found: "\(text.prefix(80).debugDescription)")
            }
            fields.append(HTTPField(name: name, value: text))
        }
        self.init(
            status: HTTPResponse.Status(code: result["status"]?.int ?? 200), headerFields: fields,
            body: try result.body)
    }

    var json: JSONValue {
        var value: JSONValue = ["status": .number(JSONNumber(status.code)), "headers": headerFields.json]
        value.setBody(body)
        return value
    }
}

extension OutsideVerdict: AdapterResult {
    init(result: JSONView) throws(ResultProblem) {
        let verdict = (result["verdict"]?.string).flatMap(Verdict.init(rawValue:)) ?? .indeterminate
        let reasons = (result["reasons"]?.elements).map(Array.init) ?? []
        self.init(
            verdict,
            reasons: reasons.map { reason in
                Reason(
                    code: reason["code"]?.string ?? "", message: reason["message"]?.string ?? "",
                    pointer: reason["pointer"]?.string ?? "")
            })
    }

    var json: JSONValue {
        [
            "verdict": .string(verdict.rawValue),
            "reasons": .array(
                reasons.map { reason in
                    [
                        "code": .string(reason.code), "message": .string(reason.message),
                        "pointer": .string(reason.pointer),
                    ]
                }),
        ]
    }
}

/// The result of what has nothing to say but that it is done.
struct Done: AdapterResult {
    init() {}

    init(result: JSONView) throws(ResultProblem) {}

    var json: JSONValue { [:] }
}

extension JSONView {
    fileprivate func strings(_ name: String) -> [String] {
        (self[name]?.elements).map { $0.compactMap(\.string) } ?? []
    }

    fileprivate var body: [UInt8] {
        get throws(ResultProblem) {
            if let text = self["body"]?.string { return Array(text.utf8) }
            guard let text = self["bodyBase64"]?.string else { return [] }
            guard let bytes = Base64.decode(text) else {
                throw ResultProblem(
                    pointer: "/bodyBase64", expected: "base64 with padding: RFC 4648, section 4",
                    found: String(text.prefix(80)).debugDescription)
            }
            return bytes
        }
    }
}

extension JSONValue {
    fileprivate static func sorted(_ texts: some Sequence<String>) -> JSONValue {
        .array(texts.sorted().map(JSONValue.string))
    }
}
