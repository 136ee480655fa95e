/// A set of Unicode code points in a pattern.
struct ScalarSet: Sendable {
    private var ranges: [ClosedRange<UInt32>] = []
    private var properties: [ScalarProperty] = []
    private var parts: [ScalarSet] = []
    private var isInverted = false
    /// The members below 128, inversion applied.
    private var ascii: (UInt64, UInt64) = (0, 0)

    init(ranges: [ClosedRange<UInt32>] = [], isInverted: Bool = false) {
        self.ranges = ranges
        self.isInverted = isInverted
        tabulate()
    }

    init(_ property: ScalarProperty, isInverted: Bool = false) {
        properties = [property]
        self.isInverted = isInverted
        tabulate()
    }

    /// All that one of the sets holds, or all that none of them holds.
    init(union parts: [ScalarSet], isInverted: Bool) {
        self.parts = parts
        self.isInverted = isInverted
        tabulate()
    }

    @inline(__always)
    func contains(_ value: UInt32) -> Bool {
        guard value >= 128 else {
            return (value < 64 ? ascii.0 >> UInt64(value) : ascii.1 >> UInt64(value - 64)) & 1 == 1
        }
        return lookUp(value)
    }

    private func lookUp(_ value: UInt32) -> Bool {
        let isListed =
            ranges.contains { $0.contains(value) } || parts.contains { $0.contains(value) }
            || !properties.isEmpty
                && Unicode.Scalar(value).map { scalar in properties.contains { $0.holds(for: scalar) } } ?? false
        return isListed != isInverted
    }

    private mutating func tabulate() {
        ascii = (0, 0)
        for value in UInt32(0)..<128 where lookUp(value) {
            if value < 64 { ascii.0 |= 1 << UInt64(value) } else { ascii.1 |= 1 << UInt64(value - 64) }
        }
    }

    /// The only member of the set, if it was made of one.
    var single: UInt32? {
        guard ranges.count == 1, !isInverted, ranges[0].count == 1 else { return nil }
        return ranges[0].lowerBound
    }

    var inverted: ScalarSet { ScalarSet(union: [self], isInverted: true) }

    static let digit = ScalarSet(ranges: [0x30...0x39])
    static let word = ScalarSet(ranges: [0x30...0x39, 0x41...0x5A, 0x5F...0x5F, 0x61...0x7A])
    static let space = ScalarSet(ranges: [
        0x09...0x0D, 0x20...0x20, 0xA0...0xA0, 0x1680...0x1680, 0x2000...0x200A, 0x2028...0x2029, 0x202F...0x202F,
        0x205F...0x205F, 0x3000...0x3000, 0xFEFF...0xFEFF,
    ])
    /// What a full stop stands for: all but line terminators.
    static let any = ScalarSet(ranges: [0x0A...0x0A, 0x0D...0x0D, 0x2028...0x2029], isInverted: true)
}

/// A Unicode property that a pattern names with `\p{…}`: a general category, a group of them, or a binary property.
enum ScalarProperty: Sendable {
    case categories(Set<Unicode.GeneralCategory>)
    case any, ascii, alphabetic, upperCase, lowerCase, whiteSpace

    /// The property with a name, as in ECMA-262's tables of properties; nil for those that are not supported.
    init?(_ name: String) {
        switch name {
        case "Any": self = .any
        case "ASCII": self = .ascii
        case "Alphabetic", "Alpha": self = .alphabetic
        case "Uppercase", "Upper": self = .upperCase
        case "Lowercase", "Lower": self = .lowerCase
        case "White_Space", "space": self = .whiteSpace
        default:
            let text =
                name.hasPrefix("gc=")
                ? name.dropFirst(3)[...] : name.hasPrefix("General_Category=") ? name.dropFirst(17)[...] : name[...]
            let short = Self.longNames.first { $0.long == text }?.short ?? String(text)
            let categories = Self.categories.filter { $0.name == short || short.count == 1 && $0.name.hasPrefix(short) }
            guard !categories.isEmpty else { return nil }
            self = .categories(Set(categories.map(\.category)))
        }
    }

    func holds(for scalar: Unicode.Scalar) -> Bool {
        switch self {
        case .categories(let categories): categories.contains(scalar.properties.generalCategory)
        case .any: true
        case .ascii: scalar.isASCII
        case .alphabetic: scalar.properties.isAlphabetic
        case .upperCase: scalar.properties.isUppercase
        case .lowerCase: scalar.properties.isLowercase
        case .whiteSpace: scalar.properties.isWhitespace
        }
    }

    private static let categories: [(name: String, category: Unicode.GeneralCategory)] = [
        ("Lu", .uppercaseLetter), ("Ll", .lowercaseLetter), ("Lt", .titlecaseLetter), ("Lm", .modifierLetter),
        ("Lo", .otherLetter), ("Mn", .nonspacingMark), ("Mc", .spacingMark), ("Me", .enclosingMark),
        ("Nd", .decimalNumber), ("Nl", .letterNumber), ("No", .otherNumber), ("Pc", .connectorPunctuation),
        ("Pd", .dashPunctuation), ("Ps", .openPunctuation), ("Pe", .closePunctuation), ("Pi", .initialPunctuation),
        ("Pf", .finalPunctuation), ("Po", .otherPunctuation), ("Sm", .mathSymbol), ("Sc", .currencySymbol),
        ("Sk", .modifierSymbol), ("So", .otherSymbol), ("Zs", .spaceSeparator), ("Zl", .lineSeparator),
        ("Zp", .paragraphSeparator), ("Cc", .control), ("Cf", .format), ("Cs", .surrogate), ("Co", .privateUse),
        ("Cn", .unassigned),
    ]

    private static let longNames: [(long: String, short: String)] = [
        ("Letter", "L"), ("Uppercase_Letter", "Lu"), ("Lowercase_Letter", "Ll"), ("Titlecase_Letter", "Lt"),
        ("Modifier_Letter", "Lm"), ("Other_Letter", "Lo"), ("Mark", "M"), ("Number", "N"), ("Decimal_Number", "Nd"),
        ("digit", "Nd"), ("Letter_Number", "Nl"), ("Other_Number", "No"), ("Punctuation", "P"), ("punct", "P"),
        ("Symbol", "S"), ("Math_Symbol", "Sm"), ("Currency_Symbol", "Sc"), ("Separator", "Z"),
        ("Space_Separator", "Zs"), ("Other", "C"), ("Control", "Cc"),
    ]
}
