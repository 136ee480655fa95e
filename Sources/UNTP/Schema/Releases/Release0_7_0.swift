/// Release 0.7.0, of which the shape of these two types alone is certain.
enum Release0_7_0 {
    static func notation(of type: CredentialType) -> String? {
        switch type {
        case .dcc: shared + dcc
        case .dia: shared + dia
        default: nil
        }
    }

    /// What several types have in common.
    private static let shared = """
        BitstringStatusListEntry closed
          type!: one BitstringStatusListEntry
          id: uri
          statusPurpose!: one refresh, revocation, suspension, message
          statusListIndex!: integer 0
          statusListCredential!: uri
        RenderTemplate2024 closed
          type: types RenderTemplate2024
          name: string
          mediaQuery: string
          template: string
          url: uri
          mediaType: string
          digestMultibase: string

        """

    private static let dcc = """
        credential
          type: types DigitalConformityCredential, VerifiableCredential
          @context!: starts https://www.w3.org/ns/credentials/v2,
              https://vocabulary.uncefact.org/untp/0.7.0/context/
          id!: uri
          issuer!: CredentialIssuer
          validFrom!: date-time
          validUntil: date-time
          name!: string
          credentialStatus: BitstringStatusListEntry
          renderMethod: [RenderTemplate2024]
          credentialSubject!: ConformityAttestation
          issuingSoftware: IssuingSoftware
        CredentialIssuer.issuerAlsoKnownAs
          type: types Party
          id!: uri
          name!: string
          registeredId: string
        CredentialIssuer
          type: types CredentialIssuer
          id!: uri
          name!: string
          issuerAlsoKnownAs: [CredentialIssuer.issuerAlsoKnownAs]
        IssuingSoftware.vendor closed
          id!: uri
          name!: string
        IssuingSoftware closed
          id!: uri
          name!: string
          version!: string
          vendor!: IssuingSoftware.vendor
        ConformityAttestation.issuedToParty
          type: types Party
          id!: uri
          name!: string
          registeredId: string
          description: string
        ConformityAttestation.referenceScheme
          type: types ConformityScheme
          id!: uri
          name!: string
        ConformityAttestation.referenceProfile
          type: types ConformityProfile
          id!: uri
          name!: string
        ConformityAttestation
          type: types ConformityAttestation
          id!: uri
          name!: string
          description: string
          assessorLevel!: one self, commercial, buyer, membership, unspecified, 3rdParty, hybrid
          assessmentLevel!: one authority-benchmark, authority-mandate, authority-globalmra, authority-peer,
              authority-extended-mra, scheme-self, scheme-cab, no-endorsement
          attestationType!: one certification, declaration, inspection, testing, verification, validation,
              calibration
          issuedToParty!: ConformityAttestation.issuedToParty
          authorisation: [Endorsement]
          referenceScheme!: ConformityAttestation.referenceScheme
          referenceProfile: ConformityAttestation.referenceProfile
          profileScore: Score
          conformityCertificate: Link
          auditableEvidence: Link
          trustmark: Image
          conformityAssessment: [ConformityAssessment]
        Endorsement.issuingAuthority
          type: types Party
          id!: uri
          name!: string
          registeredId: string
        Endorsement
          name!: string
          trustmark: Image
          issuingAuthority!: Endorsement.issuingAuthority
          endorsementEvidence: Link
        Image closed
          name!: string
          description: string
          imageData!: string
          mediaType!: string
        Link closed
          linkURL!: uri
          linkName!: string
          digestMultibase: string
          mediaType: string
          linkType: string
        Score closed
          code!: string
          rank: integer
          definition: string
        ConformityAssessment.assessmentCriteria
          type: types Criterion
          id!: uri
          name!: string
        ConformityAssessment.assessedOrganisation
          type: types Party
          id!: uri
          name!: string
        ConformityAssessment.referenceStandard
          type: types Standard
          id!: uri
          name!: string
        ConformityAssessment.referenceRegulation
          type: types Regulation
          id!: uri
          name!: string
        ConformityAssessment
          type: types ConformityAssessment
          id!: uri
          name!: string
          description: string
          assessmentCriteria!: [ConformityAssessment.assessmentCriteria]
          assessmentDate!: date
          assessedPerformance!: [Performance]
          assessedProduct: [ProductVerification]
          assessedFacility: [FacilityVerification]
          assessedOrganisation: ConformityAssessment.assessedOrganisation
          referenceStandard: [ConformityAssessment.referenceStandard]
          referenceRegulation: [ConformityAssessment.referenceRegulation]
          specifiedCondition: [string]
          evidence: [Link]
          conformityTopic!: [ConformityTopic]
          conformance: boolean
        Performance.metric
          type: types PerformanceMetric
          id!: uri
          name!: string
        Performance closed
          metric: Performance.metric
          measure: Measure needs metric
          score: Score
        Measure closed
          value!: number
          upperTolerance: number
          lowerTolerance: number
          unit!: string
        ProductVerification.product
          type: types Product
          id!: uri
          name!: string
          modelNumber: string
          batchNumber: string
          itemNumber: string
        ProductVerification
          product!: ProductVerification.product
          idVerifiedByCAB: boolean
        FacilityVerification.facility
          type: types Facility
          id!: uri
          name!: string
          registeredId: string
        FacilityVerification
          facility!: FacilityVerification.facility
          idVerifiedByCAB: boolean
        ConformityTopic closed
          type: types ConformityTopic
          id!: uri
          name!: string
          definition: string
        """

    private static let dia = """
        credential
          type: types DigitalIdentityAnchor, VerifiableCredential
          @context!: starts https://www.w3.org/ns/credentials/v2,
              https://vocabulary.uncefact.org/untp/0.7.0/context/
          id!: uri
          issuer!: CredentialIssuer
          validFrom!: date-time
          validUntil: date-time
          name!: string
          credentialStatus: BitstringStatusListEntry
          renderTemplate2024: RenderTemplate2024
          credentialSubject!: RegisteredIdentity
        CredentialIssuer.issuerAlsoKnownAs
          id!: uri
          name!: string
          registeredId: string
        CredentialIssuer closed
          type: types CredentialIssuer
          id!: uri
          name!: string
          issuerAlsoKnownAs: [CredentialIssuer.issuerAlsoKnownAs]
        RegisteredIdentity.registrar
          id!: uri
          name!: string
        RegisteredIdentity
          type: types RegisteredIdentity
          id!: uri
          registeredName!: string
          registeredId!: string
          registeredDate!: date
          publicInformation: uri
          schemeId!: IdentifierScheme
          registrar: RegisteredIdentity.registrar
          registerType!: one product, facility, business, trademark, land, accreditation
          registrationScope: [uri]
        IdentifierScheme closed
          type: types IdentifierScheme
          id!: uri
          name!: string
        """
}
