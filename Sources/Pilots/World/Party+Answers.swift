import Platforms
import UNTP

extension Party {
    /// What a passport claims on a criterion of whose value its stage says nothing; nil for a criterion that there is not.
    func answer(to id: String, for product: Stage.Product, at time: Int64, _ evidence: EvidenceLink?) -> ClaimFacts? {
        guard let criterion = HarmonisedCriteria[id] else { return nil }
        let declared = criterion.usualValue(for: product.unit)
        return ClaimFacts(
            criterion: criterion.facts, metric: criterion.name, value: declared.value, unit: declared.unit, date: time,
            evidence: evidence)
    }
}

extension HarmonisedCriterion {
    /// What a claim declares where nothing else is known, in the vocabulary's unit; each number but 1 is an assumption.
    ///
    /// What is either true or false is true, a rank is the highest, as somebody else verifies it, and of a share that is good
    /// by being whole all is there. Of others nobody knows any, so that none is claimed. Amounts are for a unit of the
    /// product, as if that were a kilogram unless it is a tonne.
    func usualValue(for product: String) -> (value: Double, unit: String) {
        let kilograms = product == "TNE" ? 1000.0 : 1
        return switch id {
        case "H01": (2 * kilograms, "KGM")
        case "H03": (0.01 * kilograms, "MTQ")
        case "H02", "H10": (0, "P1")
        case "H13", "H26", "H27": (100, "P1")
        case "H20": (3, "C62")
        default: (1, "C62")
        }
    }
}
