extension Context0_6 {
    /// What several types of credentials have in common.
    static let shared = """
        IdentifierScheme
          name: so
        Classification
          code: core string
          name: so
          schemeID: core string
          schemeName: core string
        Registered
          name: so
          registeredId: core string
          idScheme: core id
        Party of RegisteredParty
          registrationCountry: core code un:CountryId#
          organisationWebsite: core string
          industryCategory: core id
          partyAlsoKnownAs: core:Party id in Registered
        CredentialIssuer
          name: so
          issuerAlsoKnownAs: core:Party id in Registered
        Numbers
          data: geo double
        Point
          type: geo string
          coordinates: geo in Numbers
        Rings
          data: geo in Numbers
        Polygon
          type: geo string
          coordinates: geo in Rings
        Location
          plusCode: core string
          geoLocation: geo in Point
          geoBoundary: geo in Polygon
        Address
          streetAddress: core string
          postalCode: core string
          addressLocality: core string
          addressRegion: core string
          addressCountry: core code un:CountryId#
        Facility of RegisteredParty
          countryOfOperation: core code un:CountryId#
          processCategory: core id
          operatedByParty: core:Party id in Registered
          facilityAlsoKnownAs: core:Facility id in Registered
          locationInformation: core in Location
          address: core in Address
        Link
          linkURL: core string
          linkName: core string
          linkType: core string
        Measure
          value: core double
          unit: core code un:UnitMeasureCode#
        Dimensions
          weight: core in Measure
          length: core in Measure
          width: core in Measure
          height: core in Measure
          volume: core in Measure
        Product of RegisteredProduct
          productImage: core in Link
          description: so
          productCategory: core id
          furtherInformation: core in Link
          producedByParty: core:Party id in Registered
          producedAtFacility: core:Facility id in Registered
          productionDate: core string
          countryOfProduction: core code un:CountryId#
          dimensions: core in Dimensions
        Standard
          name: so
          issuingParty: core:Party id in Registered
          issueDate: core string
        Regulation
          name: so
          jurisdictionCountry: core code un:CountryId#
          administeredBy: core:Party id in Registered
          effectiveDate: core string
        Metric
          metricName: core string
          metricValue: core in Measure
          score: core string
          accuracy: core double
        Criterion
          name: so
          description: so
          conformityTopic: core code core:conformityTopicCode#
          status: core code core:statusCode#
          subCriterion: core id
          thresholdValue: core in Metric
          performanceLevel: core string
          category: core id
          tag: core string
        SecureLink of Link
          hashDigest: core string
          hashMethod: core code core:hashMethodCode#
          encryptionMethod: core code core:encryptionMethodCode#
        Claim of Declaration
          conformityEvidence: core in SecureLink
        Declaration
          description: so
          referenceStandard: core id
          referenceRegulation: core id
          assessmentCriteria: core id
          assessmentDate: core string
          declaredValue: core in Metric
          conformance: core boolean
          conformityTopic: core code core:conformityTopicCode#
        RenderTemplate2024
          name: so
          mediaQuery: core string
          template: render string
          url: render string
        WebRenderingTemplate2022
          name: so
          template: render string
        RegisteredProduct of Registered
          batchNumber: core string
          serialNumber: core string
        RegisteredParty of Registered
          description: so
        """

    static let dpp = """
        Emissions
          carbonFootprint: core double
          declaredUnit: core code un:UnitMeasureCode#
          operationalScope: core code core:operationalScopeCode#
          primarySourcedRatio: core double
          reportingStandard: core id
        Traceability
          valueChainProcess: dpp string
          verifiedRatio: dpp double
          traceabilityEvent: core in SecureLink
        Circularity
          recyclingInformation: core in Link
          repairInformation: core in Link
          recyclableContent: core double
          recycledContent: core double
          utilityFactor: core double
          materialCircularityIndicator: core double
        Material
          name: so
          originCountry: core code un:CountryId#
          materialType: core id
          massFraction: core double
          mass: core in Measure
          recycledMassFraction: core double
          hazardous: core boolean
          symbol: core string
          materialSafetyInformation: core in Link
        ProductPassport
          product: core id
          granularityLevel: dpp code dpp:granularityCode#
          conformityClaim: core id
          emissionsScorecard: core in Emissions
          traceabilityInformation: dpp in Traceability
          circularityScorecard: core in Circularity
          dueDiligenceDeclaration: core in Link
          materialsProvenance: core in Material
        """

    static let dcc = """
        Image
          fileName: core string
          fileType: core code https://mimetype.io/
          file: core string
        Endorsement
          name: so
          trustmark: core in Image
          issuingAuthority: core:Party id in Registered
          endorsementEvidence: core in Link
        ConformityScheme
          name: so
          description: so
          version: core string
          validFrom: core string
          owner: core:Party id in Registered
          trustmark: core in Image
        AssessedProduct
          product: core:Product id in RegisteredProduct
          IDverifiedByCAB: dcc boolean
        AssessedFacility
          facility: core:Facility id in Registered
          IDverifiedByCAB: dcc boolean
        ConformityAssessment of Declaration
          name: so
          assessedProduct: dcc in AssessedProduct
          assessedFacility: dcc in AssessedFacility
          assessedOrganisation: core:Party id in RegisteredParty
          auditor: core:Party id in RegisteredParty
        ConformityAttestation of Attestation
          scope: core id
          assessment: dcc id
        Attestation
          name: so
          assessorLevel: core code core:assessorLevelCode#
          assessmentLevel: core code core:assessmentLevelCode#
          attestationType: core code core:attestationTypeCode#
          description: so
          issuedToParty: core:Party id in RegisteredParty
          authorisation: core id
          conformityCertificate: core in SecureLink
          auditableEvidence: core in SecureLink
        """

    static let dfr = """
        FacilityRecord
          facility: core id
          conformityClaim: core id
        """

    static let dte = """
        SensorDevice
          device: dte id
          dataProcessingMethod: dte string
        SensorReport
          time: dte string
          sensorType: dte string
          value: dte double
          uom: dte code un:UnitMeasureCode#
        Sensor
          sensorMetadata: dte in SensorDevice
          sensorReport: dte in SensorReport
          sensorIntegrityProof: dte string
        Event
          processType: dte string
          eventTime: dte string
          action: dte code dte:actionCode#
          disposition: dte code cbv:Disp-
          bizStep: dte code cbv:BizStep-
          bizLocation: dte string
          sensorElementList: dte in Sensor
        Quantity
          productId: core string
          productName: so
          quantity: dte double
          uom: dte code un:UnitMeasureCode#
        TransformationEvent of Event
          outputEPCList: dte id
          inputEPCList: dte id
          inputQuantityList: dte in Quantity
          outputQuantityList: dte in Quantity
        ObjectEvent of Event
          epcList: dte id
          quantityList: dte in Quantity
        AggregationEvent of Event
          parentEPC: dte id
          childEPCList: dte id
          childQuantityList: dte in Quantity
        TransactionEvent of Event
          sourceParty: core id
          destinationParty: core id
          bizTransaction: dte code cbv:BTT-
          epcList: dte id
          quantityList: dte in Quantity
        AssociationEvent of AggregationEvent
        Item of IdentifierScheme
        """

    static let dia = """
        RegisteredIdentity
          name: so
          registeredId: dia string
          idScheme: core id
          registerType: dia code dia:RegistryTypeCodeList#
          registrationScopeList: dia string
        """
}
