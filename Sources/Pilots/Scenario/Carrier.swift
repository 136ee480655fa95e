import Platforms

/// What carries a product's identifier on the goods.
package enum Carrier: String, Sendable, CaseIterable {
    /// A GS1 Digital Link as it stands.
    case qrCode = "qr-code"
    /// Element strings, as `(01)…(10)…`.
    case dataMatrix = "data-matrix"
    /// The GTIN alone: somebody types the lot from the papers.
    case barcode
    /// An EPC, as `urn:epc:class:lgtin:…`.
    case rfid

    /// Whether there is room beside the identifier for the key of a passport that is sealed: it is a parameter of a link.
    var hasRoomForKey: Bool { self == .qrCode }

    /// Whether it says of which lot the goods are.
    var hasLot: Bool { self != .barcode }

    /// What it is, in words.
    var inWords: String {
        switch self {
        case .qrCode: "a QR code"
        case .dataMatrix: "a data matrix with element strings"
        case .barcode: "a 1D barcode"
        case .rfid: "an RFID tag"
        }
    }

    /// Several of it, with what they say.
    fileprivate var inPlural: String {
        switch self {
        case .qrCode: "QR codes with a link"
        case .dataMatrix: "data matrix codes with element strings"
        case .barcode: "1D barcodes with the GTIN alone"
        case .rfid: "RFID tags with an EPC"
        }
    }
}

extension Scenario {
    /// The share of lots that are typed wrongly unless a pilot says how many: an assumption.
    static let usualMistypedShare = 0.01

    /// Whether somebody has to type of which lot goods are.
    var hasLotsToType: Bool { labelling.contains { !$0.carrier.hasLot } }

    /// Those whose goods bear a label of theirs.
    private var labelling: [PartySpec] {
        parties.filter { party in !party.customers.isEmpty && stage(party.stage)?.handsOn != true }
    }

    /// Who labels goods with what, where not all do so with QR codes.
    var labelText: String {
        let labelling = labelling
        guard labelling.contains(where: { $0.carrier != .qrCode }) else { return "" }
        let lines = Carrier.allCases.flatMap { carrier -> [String] in
            let users = labelling.filter { $0.carrier == carrier }
            guard !users.isEmpty else { return [] }
            let names = carrier == .qrCode ? "all others" : users.map(\.name).joined(separator: ", ")
            let typed =
                carrier.hasLot ? "" : "; \(Lines.percent(mistypedShare)) % of lots are typed wrongly from the papers"
            let line = Lines.wrapped("\(carrier.inPlural): \(names)\(typed)", indent: "  ", hanging: "    ")
            let sealing = carrier.hasRoomForKey ? [] : users.filter(printsKeys)
            guard !sealing.isEmpty else { return [line] }
            return [
                line,
                Lines.wrapped(
                    "no room for the keys to the sealed passports of \(sealing.map(\.name).joined(separator: ", ")): customers can't read these",
                    indent: "    ", hanging: "      "),
            ]
        }
        return (["What the goods bear"] + lines).joined(separator: "\n")
    }

    /// Whether a party's passports are sealed and their keys come with the goods.
    private func printsKeys(_ party: PartySpec) -> Bool {
        guard let access = platforms.first(where: { $0.name == party.platform })?.profile.access else { return false }
        return access.passports != .open && access.keys == .withGoods
    }
}
