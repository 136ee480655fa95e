import Foundation
import Records
import Testing

@testable import Reporting

@Suite("report.html")
struct HTMLReportTests {
    private func page(_ record: RunRecord) -> String { String(decoding: HTMLReport.bytes(of: record), as: UTF8.self) }

    /// Every start tag of a page as a browser's tokenizer finds them: its name, and its attributes with values decoded.
    private func tags(_ page: String) -> [(name: String, attributes: [String: String])] {
        var tags: [(name: String, attributes: [String: String])] = []
        let bytes = Array(page.utf8)
        var place = 0
        func isLetter(_ byte: UInt8) -> Bool { (0x61...0x7A).contains(byte | 0x20) }
        while place < bytes.count {
            guard bytes[place] == UInt8(ascii: "<"), place + 1 < bytes.count, isLetter(bytes[place + 1]) else {
                place += 1
                continue
            }
            place += 1
            var name = ""
            while isLetter(bytes[place]) || (0x30...0x39).contains(bytes[place]) {
                name.unicodeScalars.append(Unicode.Scalar(bytes[place]))
                place += 1
            }
            var attributes: [String: String] = [:]
            while bytes[place] != UInt8(ascii: ">") {
                guard bytes[place] != 0x20, bytes[place] != UInt8(ascii: "/") else {
                    place += 1
                    continue
                }
                let start = place
                while ![UInt8(ascii: "="), UInt8(ascii: ">"), 0x20].contains(bytes[place]) { place += 1 }
                let key = String(decoding: bytes[start..<place], as: UTF8.self)
                var value: ArraySlice<UInt8> = []
                if bytes[place] == UInt8(ascii: "=") {
                    let end = bytes[(place + 2)...].firstIndex(of: UInt8(ascii: "\"")) ?? bytes.endIndex
                    value = bytes[(place + 2)..<end]
                    place = end + 1
                }
                attributes[key] = String(decoding: value, as: UTF8.self)
            }
            tags.append((name, attributes))
            // The text of scripts and styles is not markup.
            if ["script", "style"].contains(name) {
                let rest = String(decoding: bytes[place...], as: UTF8.self)
                if let end = rest.range(of: "</" + name) { place += rest[..<end.lowerBound].utf8.count }
            }
        }
        return tags
    }

    @Test("It loads nothing: links lead within the page or to the files beside it")
    func selfContained() throws {
        for record in [Sample.record, try Hostile.record] {
            let page = page(record)
            for tag in tags(page) {
                #expect(!["link", "img", "iframe", "object", "embed", "base", "form"].contains(tag.name))
                #expect(tag.attributes["src"] == nil)
                guard let target = tag.attributes["href"] else { continue }
                #expect(tag.name == "a" && (target.hasPrefix("#") || target.hasPrefix("artefacts/")), "\(target)")
            }
            #expect(!Templates.style.contains("url(") && !Templates.style.contains("@import"))
            #expect(page.contains("default-src 'none'"))
        }
    }

    @Test("Hostile names stay text: the page has the same tags and attributes as with harmless ones")
    func escaping() throws {
        var harmless = Sample.record
        harmless.consignmentRows = Array(harmless.consignmentRows.prefix(50))
        func shape(_ record: RunRecord) -> Set<String> {
            Set(tags(page(record)).map { "\($0.name) \($0.attributes.keys.sorted())" })
        }
        #expect(shape(try Hostile.record) == shape(harmless))
        let hostile = page(try Hostile.record)
        #expect(hostile.components(separatedBy: "<script").count == 2)
        for scalar in hostile.unicodeScalars {
            #expect(scalar == "\n" || scalar == "\t" || !(scalar.value < 0x20 || scalar.value == 0x202E))
        }
    }

    @Test("Templates do not reach into data: braces in names are shown as they are")
    func braces() {
        var record = Sample.record
        record.scenario.title = "{{head.imprint}} {{{style}}}"
        #expect(page(record).contains("<h1>{{head.imprint}} {{{style}}}</h1>"))
    }

    @Test("Tags are balanced and ids are unique")
    func wellFormed() throws {
        for record in [Sample.record, try Hostile.record] {
            let page = page(record)
            for name in ["section", "article", "table", "tr", "td", "details", "div", "svg", "g", "dl", "ul", "p"] {
                let opened = tags(page).count { $0.name == name }
                #expect(opened == page.components(separatedBy: "</\(name)>").count - 1, "\(name)")
            }
            let ids = tags(page).compactMap { $0.attributes["id"] }
            #expect(Set(ids).count == ids.count)
            let targets = tags(page).compactMap { $0.attributes["href"] }.filter { $0.hasPrefix("#") }
            #expect(Set(targets.map { String($0.dropFirst()) }).isSubset(of: Set(ids)))
        }
    }

    @Test("The verdict comes before everything else, and says what decides it")
    func verdictFirst() throws {
        let page = page(Sample.record)
        let verdict = try #require(page.range(of: "This pilot would miss two of its five targets."))
        let measures = try #require(page.range(of: "id=\"measures\""))
        #expect(verdict.lowerBound < measures.lowerBound)
        #expect(page.contains("<p class=\"score\">0.18</p>"))
    }

    @Test("A failure says who must fix it, what each side can do, and what was sent and expected")
    func failures() {
        let page = page(Sample.record)
        #expect(page.contains("To be fixed by <strong>TerraTrace</strong>, as issuer."))
        #expect(page.contains("Write the key as multicodec 0xed01"))
        #expect(page.contains("zFZ3vWn4iUNFHWoCm6eXnP1y5uGQ4wHTeTbKJ2xNpC1aT</pre>"))
        #expect(page.contains("Controlled Identifiers 1.0, section 2.2.2 Multikey (MUST)"))
        #expect(page.contains("<a href=\"artefacts/multikey-codec-missing/did.json\">"))
    }

    @Test("Passports that are sealed for others are told apart from failures, and so is where to look first")
    func sealed() throws {
        var record = Sample.record
        record.matrix = [
            MatrixCell(
                issuer: "terratrace", verifier: "gatehouse", credentialType: "dpp", attempts: 1_300, passed: 100,
                notReached: 1_200, sealed: 1_200),
            MatrixCell(
                issuer: "gatehouse", verifier: "terratrace", credentialType: "dpp", attempts: 10, passed: 8, failed: 2),
        ]
        let text = "1,200 of the passports that were not reached are sealed: only the customer who has the goods"
        let page = page(record)
        #expect(page.split(separator: text).count == 3, "below the matrix, and with the pair")
        #expect(page.contains("<td>none: sealed for others</td>"))
        #expect(page.contains("hidden behind an earlier failure, or sealed for the customer who has the goods"))
        #expect(PairMatrix(record).worst?.issuer == "gatehouse")
        #expect(String(decoding: MarkdownReport.bytes(of: record), as: UTF8.self).contains(text))
        #expect(String(decoding: CSVReport.matrix(of: record), as: UTF8.self).contains("notReached,1200,1200"))
        #expect(!self.page(Sample.record).contains("are sealed"))
    }

    @Test("A cell of the matrix names its direction")
    func direction() {
        let page = page(Sample.record)
        #expect(page.contains("TerraTrace read by Gatehouse Customs: </span>0%"))
        #expect(page.contains("Gatehouse Customs read by TerraTrace: </span>92%"))
    }

    @Test("Each part of a run has its row, each month what stood in its way, and each stage its yield")
    func parts() {
        let page = page(Sample.record)
        #expect(page.contains("<caption>Value chains</caption>") && page.contains("<caption>Months</caption>"))
        #expect(page.contains("<th scope=\"row\" data-value=\"lithium\">Lithium</th>"))
        #expect(page.contains("<summary>What stood in the way, month by month</summary>"))
        #expect(page.contains("<td class=\"number\">0.265</td><td class=\"number\">0.25\u{2013}0.3</td>"))
    }

    @Test("The page and the Markdown say at which time the months and the levels stand")
    func standing() {
        let texts = [page(Sample.record), String(decoding: MarkdownReport.bytes(of: Sample.record), as: UTF8.self)]
        for text in texts {
            #expect(text.contains(Breakdowns.standing))
            #expect(text.contains("stand at the end of the run"))
        }
    }

    @Test("An empty run still makes a whole page")
    func empty() {
        let record = RunRecord(
            scenario: ScenarioRecord(name: "empty", title: "Empty"), seed: 0, version: "0",
            digest: DigestRecord(overall: "", exchanges: "", verdicts: "", measures: "", draws: ""),
            simulated: Period(from: "", to: ""), measures: [],
            consignments: ConsignmentTotals(total: 0, transparent: 0, partial: 0, opaque: 0),
            exchanges: ExchangeTotals(total: 0),
            credentials: CredentialTotals(
                issued: [], totalIssued: 0, verified: 0, failed: 0, checksComputed: 0, signaturesMade: 0))
        let page = page(record)
        #expect(page.contains("Nothing was judged, so that no failure could show.") && page.hasSuffix("</html>\n"))
        #expect(!page.contains("id=\"matrix\"") && !page.contains(">false") && !page.contains("\"false"))
    }

    @Test("A month with one consignment is no trend, and failures over time and between pairs have titles, not codes")
    func timeline() throws {
        var record = Sample.record
        let last = try #require(record.timeline.last)
        record.timeline.append(
            TimelinePeriod(
                periodStart: "2026-10-01", label: "Oct 2026", outcomes: OutcomeCounts(total: 1, transparent: 1),
                findings: last.findings))
        let page = page(record)
        #expect(!page.contains("in Oct 2026;") && page.contains("in Sep 2026; periods with few consignments aside."))
        #expect(!page.contains("<td><code>link-type-unknown</code></td>"))
    }
}
