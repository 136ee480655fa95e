import Credentials
import JSON
import LinkedData
import UNTP

/// Puts together what is to be said of one document of a file.
struct PartReport {
    private let file: String
    private let part: FileContent.Part
    private let subject: Finding.Subject
    private var type: CredentialType?
    private var release: Release?
    private var summary: String
    private var securing = ""
    private var isSecured = false
    private var isOutOfDate = false
    private var issuer: String?
    private var validity: String?
    private(set) var findings: [Finding] = []
    private var unchecked: [String] = []
    private var notes: [String] = []
    private var hints: [String] = []
    private var tiers: [FileCheck.TierVerdict] = []

    init(file: String, part: FileContent.Part) {
        self.file = file
        self.part = part
        subject = Finding.Subject(url: file, type: nil)
        summary = part.kind.name
    }

    var result: FileCheck.Result {
        FileCheck.Result(
            file: file, place: part.place.description, kind: part.kind, type: type, release: release, summary: summary,
            securing: securing, issuer: issuer, validity: validity, findings: findings, unchecked: unchecked,
            notes: notes, hints: hints, tiers: tiers, isOutOfDate: isOutOfDate, isSecured: isSecured)
    }

    /// The code of what is wrong with a file rather than with what stands in it.
    private static let formCode = "file-form"

    /// Says what is odd about the file that the document stands in.
    mutating func add(flaws: [FileFlaw]) {
        for flaw in flaws {
            let (sent, expected) = flaw.texts
            findings.append(
                Finding(Self.formCode, sent: sent, expected: expected, blocks: flaw.isRefused, subject: subject))
        }
    }

    private mutating func add(
        _ code: String, at pointer: String = "", sent: String, expected: String, blocks: Bool = true
    ) {
        findings.append(
            Finding(code, at: pointer, sent: sent, expected: expected, blocks: blocks, subject: subject))
    }

    // MARK: Credentials

    mutating func judge(
        _ verdict: CredentialVerdict, trust: TrustOfFiles, schemas: [(name: String, schema: JSONSchema)],
        library: FileLibrary
    ) {
        guard let opened = try? OpenedCredential(part.bytes, extensions: library.library) else {
            findings += verdict.findings
            tiers = [.failed, .notChecked, .notChecked]
            return
        }
        (type, release, issuer) = (opened.type, opened.release, opened.issuer)
        summary = Self.summary(of: opened, part.kind)
        describeSecuring(opened)
        describeValidity(opened.credential)
        var sorted = CheckedFindings(verdict.findings, opened)
        findings += sorted.findings
        unchecked += sorted.unchecked
        addStatusLists()
        isOutOfDate = sorted.isOutOfDate
        let isTechnical: FileCheck.TierVerdict = unchecked.isEmpty ? .passed : .passedSoFar
        if !isSecured { notes.append("It is not signed: judged as the official tests do, which read unsigned JSON.") }
        let isShapeKnown = noteRelease(opened)
        let areTermsKnown = checkTerms(opened, library)
        if part.kind == .statusList { describeList(opened.credential) }
        for schema in schemas { hold(opened.credential, to: schema.schema, of: schema.name) }
        for reference in part.references where reference.purpose == .schema {
            guard let schema = library.schemas[reference.url] else { continue }
            hold(opened.credential, to: schema.document, of: schema.file)
            notes.append("It was held to its schema \(reference.url), from \(schema.file).")
        }
        findings += trust.findings(about: opened, url: file)
        if opened.type != nil { notes += trust.notes(about: opened) }
        notes += sorted.takeNotes()
        hints = Hints(on: part, opened).texts
        tiers = [
            tier(1, areTermsKnown ? isTechnical : .notChecked), tier(2, isShapeKnown ? .passed : .notChecked),
            tier(3, trust.verdict(on: opened)),
        ]
    }

    /// Names the further lists that are not among the files: a finding tells the first of them.
    private mutating func addStatusLists() {
        guard let first = unchecked.firstIndex(where: { $0.hasPrefix("its status: the list at ") }) else { return }
        let others = part.references.filter { reference in
            reference.purpose == .statusList && !unchecked[first].contains(reference.url + " ")
        }
        unchecked.insert(
            contentsOf: others.map { "its status: the list at \($0.url), unless it is among the files" }, at: first + 1)
    }

    private mutating func hold(_ credential: JSONView, to schema: JSONSchema, of name: String) {
        for violation in schema.violations(in: credential) {
            add(
                "schema-violation", at: violation.instance.description, sent: violation.found,
                expected: "\(violation.expected) (\(name))")
        }
    }

    /// What is to be said of a tier that nothing fails.
    private func tier(_ number: Int, _ otherwise: FileCheck.TierVerdict) -> FileCheck.TierVerdict {
        let fails = findings.contains { $0.blocks && (FailureCatalogue[$0.code]?.tier ?? 1) == number }
        return fails ? .failed : otherwise
    }

    private static func summary(of opened: OpenedCredential, _ kind: DocumentKind) -> String {
        if let type = opened.type {
            let release =
                opened.release.map { $0.version == "working" ? " of UNTP's working draft" : " of UNTP \($0)" }
                ?? " of UNTP, its release not named"
            return "\(Hints.article(type.label)) (\(type.typeName))\(release)"
        }
        if kind == .statusList { return "a status list" }
        let types =
            opened.credential["type"]?.string.map { [$0] }
            ?? opened.credential["type"]?.elements.compactMap(\.string) ?? []
        let own = types.filter { $0 != "VerifiableCredential" }.prefix(3).joined(separator: ", ")
        return own.isEmpty
            ? "a credential that names no type" : "a credential of another kind than UNTP's five (\(own))"
    }

    private mutating func describeSecuring(_ opened: OpenedCredential) {
        isSecured = true
        switch opened.envelope {
        case .jwt(let token, let carrier):
            let form = if case .bareToken = carrier { "a token" } else { "an enveloped token" }
            securing = "\(form), \(token.header.alg ?? "no algorithm")"
        case .dataIntegrity:
            let proof = opened.credential["proof"]?[0] ?? opened.credential["proof"]
            let name = proof?["cryptosuite"]?.string ?? proof?["type"]?.string
            securing = "an embedded proof" + (name.map { ", \($0)" } ?? "")
        case .unsecured:
            securing = "not signed"
            isSecured = false
        }
    }

    private mutating func describeValidity(_ credential: JSONView) {
        let start = credential["validFrom"]?.string ?? credential["issuanceDate"]?.string
        let end = credential["validUntil"]?.string ?? credential["expirationDate"]?.string
        guard start != nil || end != nil else { return }
        validity = "\(start ?? "no beginning") to \(end ?? "no end")"
    }

    /// Whether the shape of the credential could be checked by its release.
    private mutating func noteRelease(_ opened: OpenedCredential) -> Bool {
        guard let type = opened.type else {
            if part.kind != .statusList { unchecked.append("its content, which no release of UNTP describes") }
            return false
        }
        guard let release = opened.release else {
            unchecked.append("its schema: no context names a release of UNTP")
            return false
        }
        guard UNTPSchema.isKnown(type, in: release) else {
            unchecked.append(
                release.version == "working" || release.isPublished
                    ? "its schema: release \(release) is recognised, the shape of this type in it is not known here"
                        + (TermCheck.isKnown(release) ? " (its terms are, and were checked)" : "")
                        + "; `check --schema` holds it to one of your own"
                    : "its schema: \(release) is no release that was published")
            return false
        }
        return true
    }

    /// Checks that terms mean something, where the verifier left that out; whether all contexts are known.
    private mutating func checkTerms(_ opened: OpenedCredential, _ library: FileLibrary) -> Bool {
        for reference in part.references where reference.purpose == .context {
            guard let context = library.contexts[reference.url] else { continue }
            notes.append("Its context \(reference.url) was taken from \(context.file).")
        }
        let isDone = opened.type != nil && (opened.release.map(TermCheck.isKnown) ?? false)
        let problems =
            isDone
            ? opened.termProblems : Expansion.expand(opened.credential, contexts: library.library.contexts).problems
        let unknown = problems.reduce(into: [String]()) { names, problem in
            if case .unknownContext(let iri) = problem.kind, !names.contains(iri) { names.append(iri) }
        }
        for iri in unknown where iri != CredentialModel.contextV1 {
            unchecked.append("its terms: the context \(iri) is not known here, so it can't be said which are undefined")
        }
        guard unknown.isEmpty, !isDone else { return unknown.isEmpty }
        // A proof that is not read here has its suite's context.
        let isProofRead = if case .failure = opened.proof { false } else { true }
        let own = problems.filter { isProofRead || $0.pointer.tokens.first != "proof" }
        let names = own.filter { $0.kind == .undefinedTerm }.compactMap(\.pointer.tokens.last)
        if !names.isEmpty {
            add(
                "undefined-term-dropped", sent: CheckedFindings.listed(names) + ", which no context defines",
                expected: "properties that a context defines")
        }
        if let type = own.first(where: { $0.kind == .unmappedType }) {
            add(
                "unmapped-type", at: type.pointer.description, sent: TermDiagnosis.description(type),
                expected: "types that a context maps")
        }
        return true
    }

    private mutating func describeList(_ credential: JSONView) {
        do throws(StatusListError) {
            let list = try StatusList(reading: credential)
            let purposes = list.purposes.isEmpty ? "no purpose" : list.purposes.joined(separator: ", ")
            let family = list.family == .bitstring ? "" : " of the family \(list.family.listType)"
            summary = "a status list for \(purposes)\(family)"
            let options = BitstringStatusList.DecodingOptions.tolerant.accepting(list.family)
            if let bits = try? BitstringStatusList.decode(list.encodedList, options: options) {
                notes.append("It has \(bits.length) entries, of which \(bits.setCount) are set.")
            }
            if list.family != .bitstring {
                add(
                    "status-family-differs", sent: list.family.listType, expected: StatusFamily.bitstring.listType,
                    blocks: false)
            } else {
                _ = try BitstringStatusList.decode(list.encodedList)
            }
        } catch {
            let problem = Verifier.problem(error)
            add(problem.code, at: "/credentialSubject/encodedList", sent: problem.sent, expected: problem.expected)
        }
    }

    // MARK: Others

    /// Describes a document that is no credential, and checks it as far as it can be by itself.
    mutating func describe(now: Int64) {
        var support = SupportCheck(part)
        support.run()
        if let text = support.summary { summary = text }
        for problem in support.problems {
            add(
                problem.code, at: problem.pointer, sent: problem.sent, expected: problem.expected,
                blocks: problem.blocks)
        }
        notes += support.notes
        unchecked += support.unchecked
    }
}
