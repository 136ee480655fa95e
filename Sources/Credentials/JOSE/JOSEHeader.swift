package import JSON

/// The protected header of a JWS: RFC 7515, section 4.
package struct JOSEHeader: Sendable, Hashable {
    package var alg: String?
    package var kid: String?
    package var typ: String?
    package var cty: String?
    /// The issuer, which VC-JOSE-COSE allows in the header beside the payload's.
    package var iss: String?

    package init(alg: String?, kid: String?, typ: String?, cty: String? = nil, iss: String? = nil) {
        self.alg = alg
        self.kid = kid
        self.typ = typ
        self.cty = cty
        self.iss = iss
    }

    /// The largest header that is read: a few times what certificates in it would take.
    package static let limits = JSONLimits(maximumBytes: 16_384, maximumDepth: 8)

    /// Reads the first part of a token.
    ///
    /// Members that are not known are ignored, as section 4 asks, except where `crit` says that they must not be:
    /// no extension is understood here, so a header with `crit` is refused (section 4.1.11).
    init(parsing text: ArraySlice<UInt8>) throws(EnvelopeError) {
        guard text.count <= Base64URL.encodedLength(Self.limits.maximumBytes) else {
            throw .tooLarge(limit: Self.limits.maximumBytes)
        }
        guard let bytes = Base64URL.decode(text) else { throw .badBase64("the header") }
        let root: JSONView
        do {
            root = try JSONDocument(parsing: bytes, limits: Self.limits).root
        } catch {
            throw .badHeader(error)
        }
        guard root.kind == .object else { throw .badHeaderMember("the header itself", expected: "an object") }
        guard root["crit"] == nil else {
            throw .badHeaderMember("crit", expected: "no extension that must be understood")
        }
        alg = try Self.text("alg", in: root)
        kid = try Self.text("kid", in: root)
        typ = try Self.text("typ", in: root)
        cty = try Self.text("cty", in: root)
        iss = try Self.text("iss", in: root)
    }

    private static func text(_ name: String, in root: JSONView) throws(EnvelopeError) -> String? {
        guard let member = root[name] else { return nil }
        guard let text = member.string else { throw .badHeaderMember(name, expected: "a string") }
        return text
    }

    /// The algorithm that `alg` names.
    package var algorithm: SignatureAlgorithm {
        get throws(SignatureError) {
            guard let alg else { throw .noAlgorithm }
            guard let algorithm = SignatureAlgorithm(joseName: alg) else { throw .unsupportedAlgorithm(alg) }
            return algorithm
        }
    }

    package var json: JSONValue {
        var object = JSONObject()
        object["alg"] = alg.map(JSONValue.string)
        object["kid"] = kid.map(JSONValue.string)
        object["typ"] = typ.map(JSONValue.string)
        object["cty"] = cty.map(JSONValue.string)
        object["iss"] = iss.map(JSONValue.string)
        return .object(object)
    }
}
