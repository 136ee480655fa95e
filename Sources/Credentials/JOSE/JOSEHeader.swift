package import JSON

/// The protected header of a JWS: RFC 7515, section 4.
package struct JOSEHeader: Sendable, Hashable {
    package var alg: String?
    package var kid: String?
    package var typ: String?
    package var cty: String?

    package init(alg: String?, kid: String?, typ: String?, cty: String? = nil) {
        self.alg = alg
        self.kid = kid
        self.typ = typ
        self.cty = cty
    }

    init(reading json: JSONView) {
        alg = json["alg"]?.string
        kid = json["kid"]?.string
        typ = json["typ"]?.string
        cty = json["cty"]?.string
    }

    package var json: JSONValue {
        var object = JSONObject()
        object["alg"] = alg.map(JSONValue.string)
        object["kid"] = kid.map(JSONValue.string)
        object["typ"] = typ.map(JSONValue.string)
        object["cty"] = cty.map(JSONValue.string)
        return .object(object)
    }
}
