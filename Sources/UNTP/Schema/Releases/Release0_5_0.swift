/// Release 0.5.0, whose identity anchor was numbered 0.2.1.
enum Release0_5_0 {
    static func notation(of type: CredentialType) -> String {
        switch type {
        case .dpp: shared + dpp
        case .dcc: shared + dcc
        case .dfr: shared + dfr
        case .dte: shared + dte
        case .dia: shared + dia
        }
    }

    /// What several types have in common.
    private static let shared = """
        CredentialIssuer closed
          type: exactly CredentialIssuer
          id!: uri
          name!: string
          otherIdentifier: [Identifier]
        Identifier closed
          type: exactly Identifier
          id!: uri
          name!: string
          registeredId: string
          idScheme: IdentifierScheme
        IdentifierScheme closed
          type: exactly IdentifierScheme
          id: uri
          name: string
        Link closed
          type: exactly Link
          linkURL: uri
          linkName: string
          linkType: string
        Classification closed
          type: exactly Classification
          id!: uri
          code: string
          name!: string
          schemeID: uri
          schemeName: string
        Measure closed
          type: exactly Measure
          value!: number
          unit!: string
        Metric closed
          type: exactly Metric
          metricName!: string
          metricValue!: Measure
          score: string
          accuracy: number
        Standard closed
          type: exactly Standard
          id: uri
          name: string
          issuingParty!: Identifier
          issueDate: date
        Regulation closed
          type: exactly Regulation
          id: uri
          name: string
          jurisdictionCountry: string
          administeredBy!: Identifier
          effectiveDate: date
        Criterion closed
          type: exactly Criterion
          id!: uri
          name!: string
          thresholdValues: [Metric]
        SecureLink closed
          type: exactly SecureLink, Link
          linkURL: uri
          linkName: string
          linkType: string
          hashDigest: string
          hashMethod: one SHA-256, SHA-1
          encryptionMethod: one none, AES
        Location
          type: exactly Location
          plusCode: uri
          geoLocation: Point
          geoBoundary: Polygon
        Point closed
          type!: one Point
          coordinates: either exactly Point3D | [number]
        Polygon closed
          type!: one Polygon
          coordinates: [either exactly Point3DWrapper | [either exactly Point3D | [number]]]
        Address closed
          type: exactly Address
          streetAddress: string
          postalCode: string
          addressLocality: string
          addressRegion: string
          addressCountry: string

        """

    private static let dpp = """
        credential
          type: exactly DigitalProductPassport, VerifiableCredential
          @context!: exactly https://www.w3.org/ns/credentials/v2,
              https://test.uncefact.org/vocabulary/untp/dpp/0.5.0/
          id!: uri
          issuer!: CredentialIssuer
          validFrom: date-time
          validUntil: date-time
          credentialSubject: Product
        Product
          type: exactly Product
          id!: uri
          name!: string
          registeredId: string
          idScheme: IdentifierScheme
          serialNumber: string
          batchNumber: string
          productImage: Link
          description: string
          productCategory: [Classification]
          furtherInformation: [Link]
          producedByParty: Identifier
          producedAtFacility: Identifier
          dimensions: Dimension
          productionDate: date
          countryOfProduction: string
          granularityLevel: one item, batch, model
          dueDiligenceDeclaration: Link
          materialsProvenance: [Material]
          conformityClaim: [Claim]
          circularityScorecard: CircularityPerformance
          emissionsScorecard: EmissionsPerformance
          traceabilityInformation: TraceabilityPerformance
        Dimension
          type: exactly Dimension
          weight: Measure
          length: Measure
          width: Measure
          height: Measure
          volume: Measure
        Material
          type: exactly Material
          name!: string
          originCountry: string
          materialType: Classification
          massFraction: number
          massAmount: Measure
          recycledAmount: number
          hazardous: boolean
          symbol: string
          materialSafetyInformation: Link
        Claim
          type: exactly Claim, Declaration
          assessmentDate: date
          declaredValue: [Metric]
          id!: uri
          referenceStandard: Standard
          referenceRegulation: Regulation
          assessmentCriteria: [Criterion]
          declaredValues: [Metric]
          conformance!: boolean
          conformityTopic!: one environment.energy, environment.emissions, environment.water,
              environment.waste, environment.deforestation, environment.biodiversity, circularity.content,
              circularity.design, social.labour, social.rights, social.community, social.safety,
              governance.ethics, governance.compliance, governance.transparency
          conformityEvidence: SecureLink
        CircularityPerformance
          type: exactly CircularityPerformance
          recyclingInformation: Link
          repairInformation: Link
          recyclableContent: number
          recycledContent: number
          utilityFactor: number
          materialCircularityIndicator: number
        EmissionsPerformance
          type: exactly EmissionsPerformance
          carbonFootprint!: number
          declaredUnit!: string
          operationalScope!: one None, CradleToGate, CradleToGrave
          primarySourcedRatio!: number
          reportingStandard: Standard
        TraceabilityPerformance
          type: exactly TraceabilityPerformance
          valueChainProcess: string
          verifiedRatio: number
          traceabilityEvent: [SecureLink]
        """

    private static let dcc = """
        credential
          type: exactly DigitalConformityCredential, VerifiableCredential
          @context!: exactly https://www.w3.org/ns/credentials/v2,
              https://test.uncefact.org/vocabulary/untp/dcc/0.5.0/
          id!: uri
          issuer!: CredentialIssuer
          validFrom: date-time
          validUntil: date-time
          credentialSubject: ConformityAttestation
        ConformityAttestation
          type: exactly ConformityAttestation, Attestation
          id!: uri
          name: string
          assessorLevel!: one Self, Commercial, Buyer, Membership, Unspecified, 3rdParty
          assessmentLevel!: one GovtApproval, GlobalMRA, Accredited, Verified, Validated, Unspecified
          attestationType!: one certification, declaration, inspection, testing, verification, validation,
              calibration
          description: string
          issuedToParty: Party
          authorisation: [Endorsement]
          conformityCertificate: SecureLink
          auditableEvidence: SecureLink
          scope: ConformityAssessmentScheme
          assessment: [ConformityAssessment]
        Party
          type: exactly Party
          id!: uri
          name!: string
          registeredId: string
          idScheme: IdentifierScheme
          description: string
        Endorsement
          type: exactly Endorsement
          id!: uri
          name!: string
          trustmark: BinaryFile
          issuingAuthority!: Identifier
          endorsementEvidence: Link
        BinaryFile closed
          type: exactly BinaryFile
          fileName: string
          fileType: string
          file: string
        ConformityAssessmentScheme
          type: exactly ConformityAssessmentScheme, Standard
          id: uri
          name: string
          issuingParty!: Identifier
          issueDate: date
          trustmark: BinaryFile
        ConformityAssessment
          type: exactly ConformityAssessment, Declaration
          assessmentDate: date
          id!: uri
          referenceStandard: Standard
          referenceRegulation: Regulation
          assessmentCriteria: [Criterion]
          declaredValue: [Metric]
          conformance!: boolean
          conformityTopic!: one environment.energy, environment.emissions, environment.water,
              environment.waste, environment.deforestation, environment.biodiversity, circularity.content,
              circularity.design, social.labour, social.rights, social.community, social.safety,
              governance.ethics, governance.compliance, governance.transparency
          assessedProduct: [Product]
          assessedFacility: [Facility]
          assessedOrganisation: Party
          auditor: Party
        Product
          type: exactly Product
          id!: uri
          name!: string
          registeredId: string
          idScheme: IdentifierScheme
          serialNumber: string
          batchNumber: string
          IDverifiedByCAB: boolean
        Facility
          type: exactly Facility
          id!: uri
          name!: string
          registeredId: string
          idScheme: IdentifierScheme
          locationInformation: Location
          address: Address
          IDverifiedByCAB: boolean
        """

    private static let dfr = """
        credential
          type: exactly DigitalFacilityRecord, VerifiableCredential
          @context!: exactly https://www.w3.org/ns/credentials/v2,
              https://test.uncefact.org/vocabulary/untp/dfr/0.5.0/
          id!: uri
          issuer!: CredentialIssuer
          validFrom: date-time
          validUntil: date-time
          credentialSubject: Facility
        Facility
          type: exactly Facility
          id!: uri
          registeredId: string
          description: string
          name!: string
          idScheme: IdentifierScheme
          countryOfOperation: string
          processCategory: [Classification]
          operatedByParty: Identifier
          otherIdentifier: [Identifier]
          address: Address
          locationInformation: Location
          conformityClaim: [Claim]
        Claim
          type: exactly Claim, Declaration
          assessmentDate: date
          id!: uri
          referenceStandard: Standard
          referenceRegulation: Regulation
          assessmentCriteria: [Criterion]
          declaredValue: [Metric]
          conformance!: boolean
          conformityTopic!: one environment.energy, environment.emissions, environment.water,
              environment.waste, environment.deforestation, environment.biodiversity, circularity.content,
              circularity.design, social.labour, social.rights, social.community, social.safety,
              governance.ethics, governance.compliance, governance.transparency
          conformityEvidence: SecureLink
        """

    private static let dte = """
        credential
          type: exactly DigitalTraceabilityEvent, VerifiableCredential
          id!: uri
          @context!: exactly https://www.w3.org/ns/credentials/v2,
              https://test.uncefact.org/vocabulary/untp/dte/0.5.0/
          issuer!: CredentialIssuer
          validFrom: date-time
          credentialSubject: [either TransformationEvent | ObjectEvent | AggregationEvent | TransactionEvent | AssociationEvent]
        TransformationEvent
          type: exactly TransformationEvent, Event
          id: uri
          processType: string
          eventTime: date-time
          action: one observe, add, delete
          disposition: string
          bizStep: string
          bizLocation: uri
          sensorElementList: [SensorElement]
          outputEPCList: [Item]
          inputEPCList: [Item]
          inputQuantityList: [QuantityElement]
          outputQuantityList: [QuantityElement]
        SensorElement closed
          type: exactly SensorElement
          sensorMetadata: Sensor
          sensorReport: [SensorData]
          sensorIntegrityProof: uri
        Sensor closed
          type: exactly Sensor
          device: Item
          dataProcessingMethod: uri
        Item closed
          type: exactly Item
          id!: uri
          name!: string
        SensorData closed
          type: exactly SensorData
          time: date-time
          sensorType: uri
          value: number
          uom: string
        QuantityElement closed
          type: exactly QuantityElement
          productId!: uri
          productName!: string
          quantity!: number
          uom: string
        ObjectEvent
          type: exactly ObjectEvent, Event
          id: uri
          processType: string
          eventTime: date-time
          action: one observe, add, delete
          disposition: string
          bizStep: string
          bizLocation: uri
          sensorElementList: [SensorElement]
          epcList: [Item]
          quantityList: [QuantityElement]
        AggregationEvent
          type: exactly AggregationEvent, Event
          id: uri
          processType: string
          eventTime: date-time
          action: one observe, add, delete
          disposition: string
          bizStep: string
          bizLocation: uri
          sensorElementList: [SensorElement]
          parentEPC: Item
          childEPCList: [Item]
          childQuantityList: [QuantityElement]
        TransactionEvent
          type: exactly TransactionEvent, Event
          id: uri
          processType: string
          eventTime: date-time
          action: one observe, add, delete
          disposition: string
          bizStep: string
          bizLocation: uri
          sensorElementList: [SensorElement]
          sourcePartyId!: uri
          destinationPartyId!: uri
          bizTransaction: string
          epcList: [Item]
          quantityList: [QuantityElement]
        AssociationEvent
          type: exactly AssociationEvent, Event
          id: uri
          processType: string
          eventTime: date-time
          action: one observe, add, delete
          disposition: string
          bizStep: string
          bizLocation: uri
          sensorElementList: [SensorElement]
          parentEPC: Item
          childEPCList: [Item]
          childQuantityList: [QuantityElement]
        """

    private static let dia = """
        credential closed
          type: exactly DigitalIdentityAnchor, VerifiableCredential
          @context!: exactly https://www.w3.org/ns/credentials/v2,
              https://test.uncefact.org/vocabulary/untp/dia/0.2.1/
          id!: uri
          issuer!: CredentialIssuer
          validFrom: date-time
          validUntil: date-time
          credentialSubject: RegisteredIdentity
        RegisteredIdentity
          type: exactly RegisteredIdentity, Identifier
          id!: uri
          name!: string
          registeredId: string
          idScheme: IdentifierScheme
          registerType: one Product, Facility, Business, Trademark, Land, Accreditation
          registrationScopeList: [uri]
        """
}
