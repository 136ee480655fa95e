extension Context0_7_0 {
    /// What stands inside of types.
    static let shared = """
        Vendor else untp:SoftwareVendor#
          name: so
        Software else untp:IssuingSoftware#
          name: so
          version: untp string
          vendor: untp id in Vendor
        Scheme
          id: untp anyURI
          name: so
        Country
          countryCode: untp code un:CountryId#
          countryName: untp string
        Address
          streetAddress: so string
          postalCode: so string
          addressLocality: so string
          addressRegion: so string
          addressCountry: untp in Country
        Classification
          code: untp string
          name: so
          definition: untp string
          schemeId: untp anyURI
          schemeName: untp string
        Measure
          value: untp double
          upperTolerance: untp double
          lowerTolerance: untp double
          unit: untp code un:UnitMeasureCode#
        Score
          code: untp string
          rank: untp integer
          definition: untp string
        Performance
          metric: untp id
          measure: untp in Measure
          score: untp in Score
        Period
          startDate: untp date
          endDate: untp date
          periodInformation: untp string
        Link
          linkURL: untp anyURI
          linkName: untp string
          digestMultibase: sec:digestMultibase as sec:multibase
          mediaType: so:encodingFormat
          linkType: untp string
        PartyInRole
          role: untp code untp:PartyRole#
          party: untp id
        Coordinates
          latitude: untp double
          longitude: untp double
        Location
          plusCode: untp anyURI
          geoLocation: untp in Coordinates
          geoBoundary: untp in Coordinates
        Image
          name: so
          description: so
          imageData: untp string
          mediaType: so:encodingFormat
        Material
          name: so
          originCountry: untp in Country
          materialType: untp in Classification
          massFraction: untp double
          mass: untp in Measure
          recycledMassFraction: untp double
          hazardous: untp boolean
          symbol: untp in Image
          materialSafetyInformation: untp in Link
        MaterialUsage
          applicablePeriod: untp in Period
          materialConsumed: untp in Material
        Endorsement
          name: so
          trustmark: untp in Image
          issuingAuthority: untp id
          endorsementEvidence: untp in Link
        ScoringFramework
          name: so
          description: so
          score: untp in Score
        StandardAlignment
          standard: untp id
          alignmentLevel: untp code untp:SchemeAlignmentLevel#
        RegulatoryAlignment
          regulation: untp id
          alignmentLevel: untp code untp:SchemeAlignmentLevel#
        Characteristics open any untp:Characteristics#
        Dimensions
          weight: untp in Measure
          length: untp in Measure
          width: untp in Measure
          height: untp in Measure
          volume: untp in Measure
        Package
          description: so
          dimensions: untp in Dimensions
          materialUsed: untp in Material
          packageLabel: untp in Image
          performanceClaim: untp id
        AssessedProduct
          product: untp id
          idVerifiedByCAB: untp boolean
        AssessedFacility
          facility: untp id
          idVerifiedByCAB: untp boolean
        SensorData
          metric: untp id
          measure: untp in Measure
          rawData: untp in Link
          sensor: untp id
          geoLocation: untp in Coordinates
        ProductQuantity
          product: untp id
          quantity: untp in Measure
          disposition: untp code untp:ProductStatus#
        """

    /// What belongs to a type, wherever an object has it.
    static let types = """
        DigitalProductPassport else untp:DigitalProductPassport#
        DigitalConformityCredential else untp:DigitalConformityCredential#
        DigitalFacilityRecord else untp:DigitalFacilityRecord#
        DigitalIdentityAnchor else untp:DigitalIdentityAnchor#
        DigitalTraceabilityEvent else untp:DigitalTraceabilityEvent#
        RenderTemplate2024
          mediaQuery: untp string
          template: untp string
          url: untp anyURI
          mediaType: so:encodingFormat
          digestMultibase: sec:digestMultibase as sec:multibase
        IdentifierScheme
          name: so
        Party else untp:Party#
          name: so
          description: so
          registeredId: untp string
          idScheme: untp id in Scheme
          registrationCountry: untp in Country
          partyAddress: untp in Address
          organisationWebsite: untp anyURI
          industryCategory: untp in Classification
          partyAlsoKnownAs: untp id
        CredentialIssuer else untp:CredentialIssuer#
          name: so
          issuerAlsoKnownAs: untp id
        Entity else untp:Entity#
          name: so
          description: so
        ConformityTopic
          name: so
          definition: untp string
        PerformanceMetric
          name: so
          description: so
          improvementDirection: untp code untp:ImprovementIndicator#
          aggregationMethod: untp code untp:AggregationType#
          allowedUnit: untp code un:UnitMeasureCode#
        Criterion else untp:Criterion#
          name: so
          description: so
          version: untp string
          status: untp code untp:CriterionStatus#
          documentation: untp anyURI
          conformityTopic: untp id set
          tag: untp string
          requiredPerformance: untp in Performance
        Regulation else untp:Regulation#
          name: so
          description: so
          jurisdictionCountry: untp in Country
          administeredBy: untp id
          effectiveDate: untp date
        Standard else untp:Standard#
          name: so
          description: so
          issuingParty: untp id
          issueDate: untp date
        Claim else untp:Claim#
          name: so
          description: so
          referenceCriteria: untp id
          referenceRegulation: untp id
          referenceStandard: untp id
          claimDate: untp date
          applicablePeriod: untp in Period
          claimedPerformance: untp in Performance
          evidence: untp in Link
          conformityTopic: untp id set
        Facility else untp:Facility#
          name: so
          description: so
          registeredId: untp string
          idScheme: untp id in Scheme
          countryOfOperation: untp in Country
          processCategory: untp in Classification
          relatedParty: untp in PartyInRole
          relatedDocument: untp in Link
          facilityAlsoKnownAs: untp id
          locationInformation: untp in Location
          address: untp in Address
          materialUsage: untp in MaterialUsage
          performanceClaim: untp id
        ConformityScheme else untp:ConformityScheme#
          name: so
          description: so
          owner: untp id
          endorsementLevel: untp code untp:SchemeEndorsementLevel#
          endorsement: untp in Endorsement
          schemeScoringFramework: untp in ScoringFramework
          documentation: untp anyURI
          licenseType: untp code untp:LicenseType#
          establishedDate: untp date
          geographicScope: untp in Classification
          industryScope: untp in Classification
          trustmark: untp in Image
          conformsTo: untp in Link
          includedProfile: untp id
        ConformityProfile else untp:ConformityProfile#
          name: so
          description: so
          version: untp string
          validFrom: untp date
          status: untp code untp:CriterionStatus#
          subjectType: untp code untp:AssessmentSubjectType#
          standardAlignment: untp in StandardAlignment
          regulatoryAlignment: untp in RegulatoryAlignment
          criterionScoringFramework: untp in ScoringFramework
          documentation: untp anyURI
          criterion: untp id
          scope: untp in Classification
          scheme: untp id
        Product else untp:Product#
          name: so
          description: so
          idScheme: untp id in Scheme
          modelNumber: untp string
          batchNumber: untp string
          itemNumber: untp string
          idGranularity: untp code untp:ProductIDGranularity#
          characteristics: untp in Characteristics
          productImage: untp in Link
          productCategory: untp in Classification
          relatedDocument: untp in Link
          relatedParty: untp in PartyInRole
          producedAtFacility: untp id
          productionDate: untp date
          expiryDate: untp date
          countryOfProduction: untp in Country
          dimensions: untp in Dimensions
          materialProvenance: untp in Material
          packaging: untp in Package
          productLabel: untp in Image
          performanceClaim: untp id
        ConformityAssessment else untp:ConformityAssessment#
          name: so
          description: so
          assessmentCriteria: untp id
          assessmentDate: untp date
          assessedPerformance: untp in Performance
          assessedProduct: untp in AssessedProduct
          assessedFacility: untp in AssessedFacility
          assessedOrganisation: untp id
          referenceStandard: untp id
          referenceRegulation: untp id
          specifiedCondition: untp string
          evidence: untp in Link
          conformityTopic: untp id set
          conformance: untp boolean
        ConformityAttestation else untp:ConformityAttestation#
          name: so
          description: so
          assessorLevel: untp code untp:AssessorLevel#
          assessmentLevel: untp code untp:AssessmentLevel#
          attestationType: untp code untp:AttestationType#
          issuedToParty: untp id
          authorisation: untp in Endorsement
          referenceScheme: untp id
          referenceProfile: untp id
          profileScore: untp in Score
          conformityCertificate: untp in Link
          auditableEvidence: untp in Link
          trustmark: untp in Image
          conformityAssessment: untp id
        LifecycleEvent else untp:LifecycleEvent#
          name: so
          description: so
          eventDate: untp as xsd:datetime
          sensorData: untp in SensorData
          relatedDocument: untp in Link
          activityType: untp in Classification
          relatedParty: untp in PartyInRole
        MakeEvent of LifecycleEvent else untp:MakeEvent#
          inputProduct: untp in ProductQuantity
          outputProduct: untp in ProductQuantity
          madeAtFacility: untp id
        MoveEvent of LifecycleEvent else untp:MoveEvent#
          movedProduct: untp in ProductQuantity
          fromFacility: untp id
          toFacility: untp id
          consignmentId: untp anyURI
        ModifyEvent of LifecycleEvent else untp:ModifyEvent#
          modifiedProduct: untp in ProductQuantity
          modifiedAtFacility: untp id
        RegisteredIdentity else untp:RegisteredIdentity#
          registeredName: untp string
          registeredId: untp string
          registeredDate: untp date
          publicInformation: untp anyURI
          idScheme: untp id in Scheme
          registrar: untp id
          registerType: untp code untp:RegistryType#
          registrationScope: untp anyURI
        """
}
