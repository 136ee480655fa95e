import Records
import Testing

@testable import Reporting

@Suite("Pictures")
struct PictureTests {
    @Test(
        "Bands start and end within their cards, and do not overlap where they leave", arguments: Sample.record.chains)
    func bands(chain: ChainRecord) throws {
        let picture = ChainPicture(chain)
        #expect(picture.bands.count == chain.flows.count)
        for card in picture.cards {
            let leaving = picture.bands.filter { $0.flow.from == card.stage.id }.sorted { $0.start.y < $1.start.y }
            for band in leaving {
                #expect(band.start.y - band.width / 2 >= card.y - 0.01)
                #expect(band.start.y + band.width / 2 <= card.y + ChainPicture.cardHeight + 0.01)
            }
            for (upper, lower) in zip(leaving, leaving.dropFirst()) {
                #expect(upper.start.y + upper.width / 2 <= lower.start.y - lower.width / 2 + 0.01)
            }
        }
        #expect(picture.cards.allSatisfy { $0.x >= 0 && $0.x + ChainPicture.cardWidth <= picture.width })
        #expect(picture.bands.allSatisfy { ($0.lane ?? 0) + $0.width / 2 <= picture.height })
    }

    @Test("The strands of a band are as wide as the band, what is under way with the opaque")
    func strands() throws {
        var chain = try #require(Sample.record.chains.first)
        chain.flows[0].outcomes = OutcomeCounts(total: 100, transparent: 50, partial: 20, opaque: 10)
        let band = try #require(ChainPicture(chain).bands.first)
        #expect(band.strands.map(\.kind) == ["transparent", "partial", "opaque"])
        #expect(abs(band.strands.reduce(0) { $0 + $1.width } - band.width) < 1e-9)
        #expect(abs(band.strands[2].width / band.width - 0.3) < 1e-9)
    }

    @Test("A flow whose stage is unknown, or without consignments, is left out of the picture")
    func gaps() throws {
        var chain = try #require(Sample.record.chains.last)
        chain.flows.append(
            ChainFlow(from: "nowhere", to: "cell", outcomes: OutcomeCounts(total: 1), quantity: 1, unit: "t"))
        chain.flows.append(ChainFlow(from: "brine", to: "cell", outcomes: OutcomeCounts(), quantity: 0, unit: "t"))
        #expect(ChainPicture(chain).bands.count == chain.flows.count - 2)
    }

    @Test(
        "The grid has round steps, at most six lines, and room for the tallest bar",
        arguments: [(1, 1), (5, 5), (6, 6), (23, 25), (400, 400), (401, 500), (99_999, 100_000)])
    func grid(most: Int, top: Int) {
        let period = TimelinePeriod(periodStart: "", label: "", outcomes: OutcomeCounts(total: most, transparent: most))
        let picture = TimelinePicture([period])
        #expect(picture.ticks.last == top && picture.ticks.count <= 6)
        #expect(picture.parts(of: 0).map(\.height).reduce(0, +) <= picture.y(of: 0))
    }

    @Test(arguments: [(0.0, "0"), (12.34, "12.3"), (-0.04, "0"), (-3.25, "-3.3"), (99.96, "100")])
    func coordinates(value: Double, text: String) { #expect(Coordinate.text(value) == text) }
}
