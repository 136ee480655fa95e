import Records

extension Sample {
    static let matrix: [MatrixCell] = platformNames.flatMap { issuer in
        platformNames.flatMap { verifier in
            ["dpp", "dte", "dcc"].map { cell(issuer, verifier, $0) }
        }
    }

    private static func cell(_ issuer: String, _ verifier: String, _ type: String) -> MatrixCell {
        let traded = rows.filter {
            $0.sellerPlatform == issuer && $0.buyerPlatform == verifier && $0.outcome != .inTransit
        }
        let failed = traded.filter { !$0.causes.isEmpty && !$0.causes.contains("resolver-timeout") }
        let environment = traded.count { $0.causes.contains("resolver-timeout") }
        let lossy = issuer == "ledgerline" && type == "dte" ? (traded.count - failed.count - environment) / 3 : 0
        let unreached = type == "dcc" ? failed.count / 4 : 0
        return MatrixCell(
            issuer: issuer, verifier: verifier, credentialType: type, attempts: traded.count,
            passed: traded.count - failed.count - environment - lossy, passedWithLoss: lossy,
            failed: failed.count - unreached, notReached: unreached, environment: environment,
            failures: modes.map { mode in Tally(of: mode.code, count: traded.count { $0.causes.contains(mode.code) }) }
                .filter { $0.count > 0 })
    }

    static let findings: [FindingRecord] = modes.flatMap { mode in
        platformNames.flatMap { issuer in
            platformNames.compactMap { verifier in finding(mode, issuer, verifier) }
        }
    }

    private static func finding(_ mode: Mode, _ issuer: String, _ verifier: String) -> FindingRecord? {
        let hit = rows.filter {
            $0.sellerPlatform == issuer && $0.buyerPlatform == verifier && $0.causes.contains(mode.code)
        }
        guard let first = hit.first else { return nil }
        return FindingRecord(
            code: mode.code, title: mode.title, tier: mode.tier, layer: mode.layer, severity: mode.severity,
            responsible: mode.responsible, issuer: issuer, verifier: verifier, credentialType: "dpp", count: hit.count,
            consignments: hit.count, consignmentsSolely: hit.count { $0.causes.count == 1 },
            firstSeen: first.judged ?? first.dispatched,
            example: ExampleRecord(
                consignment: first.id, credential: "https://\(issuer).example/credentials/\(first.id)",
                pointer: "/verificationMethod/0/publicKeyMultibase", sent: mode.sent, expected: mode.expected,
                artefacts: mode.code == "multikey-codec-missing"
                    ? ["multikey-codec-missing/did.json", "multikey-codec-missing/credential.jwt"] : []),
            remedy: Remedy(issuer: mode.issuerRemedy, verifier: mode.verifierRemedy), summary: mode.summary,
            clause: mode.clause, strength: mode.strength, officialTests: mode.officialTests,
            behind: mode.code == "identity-anchor-missing" ? "multikey-codec-missing" : nil)
    }

    private struct Mode {
        let code, title: String
        let tier: Int
        let layer, severity, responsible, summary, sent, expected, issuerRemedy, verifierRemedy, clause, strength,
            officialTests: String
    }

    private static let modes = [
        Mode(
            code: "multikey-codec-missing", title: "The key is written without its type", tier: 1, layer: "identity",
            severity: "blocking", responsible: "issuer",
            summary:
                "The issuer\u{2019}s key starts with no multicodec prefix, so strict verifiers can\u{2019}t tell what kind of key it is",
            sent: "zFZ3vWn4iUNFHWoCm6eXnP1y5uGQ4wHTeTbKJ2xNpC1aT",
            expected: "z6MkpTHR8VNsBxYAAWHut2Geadd9jSwuBV8xRoAnwWsdvktH",
            issuerRemedy:
                "Write the key as multicodec 0xed01 followed by the 32 bytes, then base58btc, and publish the DID document again.",
            verifierRemedy: "Name the missing prefix in the error, so that the issuer can see what to change.",
            clause: "Controlled Identifiers 1.0, section 2.2.2 Multikey", strength: "must", officialTests: "none"),
        Mode(
            code: "link-type-unknown", title: "The passport is found, but its link is not understood", tier: 1,
            layer: "discovery", severity: "blocking", responsible: "verifier",
            summary:
                "The linkset names the passport with the current link type, and the verifier knows only last year\u{2019}s",
            sent: "{\n  \"untp:dpp\": [\n    { \"href\": \"https://orebook.example/dpp/1\" }\n  ]\n}",
            expected: "{\n  \"untp:productPassport\": [ … ]\n}",
            issuerRemedy: "Offer the passport under both names until every partner has changed.",
            verifierRemedy: "Accept the current link types beside the old ones.",
            clause: "UNTP Identity Resolver, section Link types", strength: "should", officialTests: "tier1"),
        Mode(
            code: "identity-anchor-missing", title: "Nobody vouches for the issuer", tier: 3, layer: "trust",
            severity: "degrading", responsible: "register",
            summary: "No register anchors the issuer\u{2019}s DID", sent: "",
            expected: "A Digital Identity Anchor whose subject is did:web:party-7.example",
            issuerRemedy: "Ask the register to issue an identity anchor for your DID.",
            verifierRemedy: "Say which registers you trust.", clause: "UNTP Digital Identity Anchor",
            strength: "should",
            officialTests: "tier3"),
        Mode(
            code: "status-list-unprefixed", title: "The revocation list can\u{2019}t be read", tier: 1, layer: "status",
            severity: "blocking", responsible: "issuer", summary: "The encoded list lacks its multibase prefix",
            sent: "H4sIAAAAAAAAA-3BMQEAAADCoPVPbQwf", expected: "uH4sIAAAAAAAAA-3BMQEAAADCoPVPbQwf",
            issuerRemedy: "Put the letter u before the base64url text.", verifierRemedy: "Report the missing prefix.",
            clause: "Bitstring Status List 1.0, section 2.2", strength: "must",
            officialTests: "partly: only when the list is fetched"),
        Mode(
            code: "resolver-timeout", title: "The resolver did not answer in time", tier: 1, layer: "transport",
            severity: "blocking", responsible: "network", summary: "No answer within ten seconds, three times",
            sent: "nothing within 10 s", expected: "200 with a linkset",
            issuerRemedy: "Move the resolver closer or give it capacity.",
            verifierRemedy: "Wait longer, and try again later.", clause: "", strength: "", officialTests: "none"),
    ]
}
