package import HTTPTypes

/// A request as a service receives it.
package struct WebRequest: Sendable {
    package var method: HTTPRequest.Method
    package var url: WebURL
    package var headerFields: HTTPFields
    package var body: [UInt8]

    package init(
        method: HTTPRequest.Method = .get, url: WebURL, headerFields: HTTPFields = [:], body: [UInt8] = []
    ) {
        self.method = method
        self.url = url
        self.headerFields = headerFields
        self.body = body
    }

    /// The media type of the body without parameters, in lower case.
    package var mediaType: String? { headerFields.mediaType }

    /// The refusal of a request that does more than read; nil for one that reads.
    package var refusalUnlessReading: WebResponse? {
        method == .get || method == .head ? nil : .methodNotAllowed(allowing: [.get, .head])
    }
}

/// A service's answer.
package struct WebResponse: Sendable {
    package var status: HTTPResponse.Status
    package var headerFields: HTTPFields { didSet { knownMediaType = nil } }
    package var body: [UInt8]
    /// The media type as it was given, where the header fields still say the same.
    private var knownMediaType: String?

    package init(status: HTTPResponse.Status, headerFields: HTTPFields = [:], body: [UInt8] = []) {
        self.status = status
        self.headerFields = headerFields
        self.body = body
    }

    /// An answer with a body.
    package init(_ body: [UInt8], as contentType: String, status: HTTPResponse.Status = .ok) {
        self.init(status: status, headerFields: [.contentType: contentType], body: body)
    }

    /// An answer whose head is the same each time.
    package init(_ body: [UInt8], like head: Head) {
        self.init(status: .ok, headerFields: head.fields, body: body)
        knownMediaType = head.mediaType
    }

    /// Whether its head was made once for many answers, and has all that belongs into it.
    package var hasSharedHead: Bool { knownMediaType != nil }

    /// What answers of one media type have in common, made once for all of them.
    package struct Head: Sendable {
        fileprivate let fields: HTTPFields
        fileprivate let mediaType: String?

        /// - Parameter allowsOrigins: Whether browsers may show the answer to pages of any origin.
        package init(contentType: String, allowsOrigins: Bool) {
            var fields: HTTPFields = [.contentType: contentType]
            if allowsOrigins { fields[.accessControlAllowOrigin] = "*" }
            self.fields = fields
            mediaType = fields.mediaType
        }
    }

    /// A redirect that keeps the method: RFC 9110, section 15.4.8.
    package static func redirect(to url: String) -> WebResponse {
        WebResponse(status: .temporaryRedirect, headerFields: [.location: url])
    }

    /// A failure with a reason for people: RFC 9457.
    package static func problem(_ status: HTTPResponse.Status, _ title: String) -> WebResponse {
        return WebResponse(
            Array("{\"status\":\(status.code),\"title\":\"\(escaped(title))\"}".utf8), as: "application/problem+json",
            status: status)
    }

    /// Text as it may stand in a JSON string: RFC 8259, section 7.
    private static func escaped(_ text: String) -> String {
        var escaped = ""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\"", "\\": escaped += "\\\(scalar)"
            case "\u{0}"..."\u{1F}", "\u{7F}": escaped += "\u{FFFD}"
            default: escaped.unicodeScalars.append(scalar)
            }
        }
        return escaped
    }

    /// The refusal of a method, with those that are answered: RFC 9110, section 15.5.6.
    package static func methodNotAllowed(allowing methods: [HTTPRequest.Method]) -> WebResponse {
        let names = methods.map(\.rawValue).joined(separator: ", ")
        var response = problem(.methodNotAllowed, "expected \(names)")
        response.headerFields[.allow] = names
        return response
    }

    /// The links in the header: RFC 8288, section 3.
    package var linkField: String? {
        get { Self.link.flatMap { headerFields[$0] } }
        set { if let name = Self.link { headerFields[name] = newValue } }
    }

    private static let link = HTTPField.Name("Link")

    /// The media type without parameters, in lower case.
    package var mediaType: String? { knownMediaType ?? headerFields.mediaType }
}

extension HTTPFields {
    fileprivate var mediaType: String? {
        self[.contentType].map { field in
            let isPlain = field.utf8.allSatisfy { $0 > 0x20 && $0 != UInt8(ascii: ";") && $0 &- UInt8(ascii: "A") > 25 }
            return isPlain ? field : String(field.prefix { $0 != ";" }).trimmingTrailingSpace().lowercased()
        }
    }
}

extension String {
    fileprivate func trimmingTrailingSpace() -> String {
        var text = self
        while text.last == " " { text.removeLast() }
        return text
    }
}

/// What answers the requests to a host.
package protocol WebService: Sendable {
    /// Answers a request, in virtual time; one for something that is there (GET, HEAD) at once.
    func respond(to request: WebRequest, from client: String) async -> WebResponse
}
