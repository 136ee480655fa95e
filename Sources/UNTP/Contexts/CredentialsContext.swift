import JSON

/// The context of the Verifiable Credentials Data Model 2.0: W3C, appendix B.1.
enum CredentialsContext {
    static let document = ContextTable([scopes], prefixes: prefixes)
        .document(declaring: [], isVersioned: false, terms: terms)

    private static let prefixes = [
        "cred": "https://www.w3.org/2018/credentials#", "jose": "https://www.iana.org/assignments/jose#",
        "jwt": "https://www.iana.org/assignments/jwt#", "sec": "https://w3id.org/security#",
        "so": "https://schema.org/", "status": "https://www.w3.org/ns/credentials/status#",
        "xsd": "http://www.w3.org/2001/XMLSchema#",
        // Some of its types have the scheme of the IRI wrong, which makes them others.
        "xsds": "https://www.w3.org/2001/XMLSchema#",
    ]

    private static let terms = """
          description: so
          name: so
          EnvelopedVerifiableCredential: cred
          EnvelopedVerifiablePresentation: cred
          JsonSchemaCredential: cred
          BitstringStatusListCredential: status
          id: @id
          type: @type
          digestMultibase: sec as sec:multibase
          digestSRI: cred as cred:sriString
          mediaType: so:encodingFormat
          VerifiableCredential: cred in VerifiableCredential
          VerifiablePresentation: cred in VerifiablePresentation
          JsonSchema: cred in JsonSchema
          BitstringStatusList: status in BitstringStatusList
          BitstringStatusListEntry: status in BitstringStatusListEntry
          DataIntegrityProof: sec in DataIntegrityProof
          ...: jwt
          _sd: jwt json
          _sd_alg: jwt
          aud: jwt id
          cnf: jwt in Confirmation
          exp: jwt as xsds:nonNegativeInteger
          iat: jwt as xsds:nonNegativeInteger
          iss: jose id
          jku: jose id
          kid: jose id
          nbf: jwt as xsds:nonNegativeInteger
          sub: jose id
          x5u: jose id
        """

    private static let scopes = """
        VerifiableCredential
          description: so
          name: so
          id: @id
          type: @type
          confidenceMethod: cred id
          credentialSchema: cred id
          credentialStatus: cred id
          credentialSubject: cred id
          evidence: cred id
          issuer: cred id
          proof: sec id graph
          refreshService: cred id
          relatedResource: cred id
          renderMethod: cred id
          termsOfUse: cred id
          validFrom: cred dateTime
          validUntil: cred dateTime
        VerifiablePresentation
          id: @id
          type: @type
          holder: cred id
          proof: sec id graph
          termsOfUse: cred id
          verifiableCredential: cred id graph reset
        JsonSchema
          id: @id
          type: @type
          jsonSchema: cred json
        BitstringStatusList
          statusPurpose: status
          ttl: status
          id: @id
          type: @type
          encodedList: status as sec:multibase
        StatusMessage
          message: status
          status: status
          id: @id
          type: @type
        BitstringStatusListEntry
          statusListIndex: status
          statusPurpose: status
          id: @id
          type: @type
          statusListCredential: status id
          statusMessage: status in StatusMessage
          statusReference: status id
          statusSize: status as xsds:integer
        ProofPurpose
          id: @id
          type: @type
          assertionMethod: sec id set
          authentication: sec:authenticationMethod id set
          capabilityDelegation: sec:capabilityDelegationMethod id set
          capabilityInvocation: sec:capabilityInvocationMethod id set
          keyAgreement: sec:keyAgreementMethod id set
        DataIntegrityProof
          challenge: sec
          domain: sec
          nonce: sec
          id: @id
          type: @type
          created: http://purl.org/dc/terms/created dateTime
          cryptosuite: sec as sec:cryptosuiteString
          expires: sec:expiration dateTime
          previousProof: sec id
          proofPurpose: sec vocab in ProofPurpose
          proofValue: sec as sec:multibase
          verificationMethod: sec id
        Confirmation
          kid: jwt id
          jwk: jwt json
        """
}
