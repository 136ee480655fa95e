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
}

/// A service's answer.
package struct WebResponse: Sendable {
    package var status: HTTPResponse.Status
    package var headerFields: HTTPFields
    package var body: [UInt8]

    package init(status: HTTPResponse.Status, headerFields: HTTPFields = [:], body: [UInt8] = []) {
        self.status = status
        self.headerFields = headerFields
        self.body = body
    }

    /// An answer with a body.
    package init(_ body: [UInt8], as contentType: String, status: HTTPResponse.Status = .ok) {
        self.init(status: status, headerFields: [.contentType: contentType], body: body)
    }

    /// A redirect that keeps the method: RFC 9110, section 15.4.8.
    package static func redirect(to url: String) -> WebResponse {
        WebResponse(status: .temporaryRedirect, headerFields: [.location: url])
    }

    /// A failure with a reason for people: RFC 9457.
    package static func problem(_ status: HTTPResponse.Status, _ title: String) -> WebResponse {
        let text = title.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"")
        return WebResponse(
            Array("{\"status\":\(status.code),\"title\":\"\(text)\"}".utf8), as: "application/problem+json",
            status: status)
    }

    /// The links in the header: RFC 8288, section 3.
    package var linkField: String? {
        get { Self.link.flatMap { headerFields[$0] } }
        set { if let name = Self.link { headerFields[name] = newValue } }
    }

    private static let link = HTTPField.Name("Link")

    /// The media type without parameters, in lower case.
    package var mediaType: String? {
        headerFields[.contentType].map { field in
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
