import Credentials
import HTTPTypes
import JSON
import Networking
import Platforms
import UNTP

// Questions as the parameters of the adapter protocol.

extension AdapterSetting {
    var parameters: JSONValue {
        let origins = origins.sorted { $0.key < $1.key }.map { ($0.key, JSONValue.string($0.value)) }
        return [
            "protocol": .string(AdapterContract.version), "origins": .object(JSONObject(origins)),
            "now": .seconds(now),
        ]
    }
}

extension OutsideParty {
    var parameters: JSONValue { ["slug": .string(slug), "name": .string(name)] }
}

extension IssueOrder {
    var parameters: JSONValue {
        [
            "credential": credential, "type": .string(type.rawValue), "release": .string(release.version),
            "securing": .string(securing.rawValue), "now": .seconds(now),
        ]
    }
}

extension WebRequest {
    func parameters(now: Int64) -> JSONValue {
        var value: JSONValue = [
            "method": .string(method.rawValue), "url": .string(url.description), "headers": headerFields.json,
            "now": .seconds(now),
        ]
        value.setBody(body)
        return value
    }
}

extension VerifyQuestion {
    var parameters: JSONValue {
        var value: JSONValue = [
            "credential": credential.json, "documents": .array(documents.map(\.json)),
            "trusted": .array(trusted.map(JSONValue.string)), "now": .seconds(now),
        ]
        if let expected { value["expected"] = .string(expected.rawValue) }
        return value
    }
}

extension StatusChange {
    var parameters: JSONValue {
        [
            "credential": .string(credential), "purpose": .string(purpose), "isSet": .bool(isSet), "now": .seconds(now),
        ]
    }
}

extension OutsideLink {
    var parameters: JSONValue {
        var value: JSONValue = [
            "subject": .string(subject), "relation": .string(relation), "target": .string(target),
            "title": .string(title),
        ]
        if let mediaType { value["mediaType"] = .string(mediaType) }
        return value
    }
}

// MARK: What both questions and answers have

extension OutsideDocument {
    var json: JSONValue {
        var value: JSONValue = ["url": .string(url)]
        if status != 200 { value["status"] = .number(JSONNumber(status)) }
        if let contentType { value["contentType"] = .string(contentType) }
        value.setBody(body)
        return value
    }
}

extension HTTPFields {
    /// The fields by their names in lower case, those of one name joined: RFC 9110, section 5.3.
    var json: JSONValue {
        var object = JSONObject()
        for field in self {
            let name = field.name.canonicalName
            object[name] = .string((object[name]?.string).map { "\($0), \(field.value)" } ?? field.value)
        }
        return .object(object)
    }
}

extension JSONValue {
    static func seconds(_ time: Int64) -> JSONValue { .number(JSONNumber(Int(time))) }

    /// Writes a body into an object: as text, as base64 where it is no UTF-8, and not at all where it is empty.
    mutating func setBody(_ bytes: [UInt8]) {
        guard !bytes.isEmpty else { return }
        if let text = String(validating: bytes, as: UTF8.self) {
            self["body"] = .string(text)
        } else {
            self["bodyBase64"] = .string(Base64.text(bytes))
        }
    }
}
