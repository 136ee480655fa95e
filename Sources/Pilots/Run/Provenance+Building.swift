import Records

extension Provenance {
    /// What was counted, in all and by kind; what an analyst judged is an assumption.
    init(_ numbers: NumberCount) {
        self.init(
            read: numbers["read"], recalled: numbers["recalled"],
            assumption: numbers["assumption"] + numbers["judgement"],
            groups: NumberKind.allCases.map { kind in
                Group(
                    kind: kind.rawValue, read: numbers[kind, "read"], recalled: numbers[kind, "recalled"],
                    assumption: numbers[kind, "assumption"] + numbers[kind, "judgement"])
            }.filter { $0.total > 0 })
    }
}
