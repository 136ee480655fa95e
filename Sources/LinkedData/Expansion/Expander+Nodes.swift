import JSON

/// What becomes of an object whose members are all expanded: section 5.1.2, steps 15 to 19.
extension Expander {
    /// - Parameter isUntroubled: Whether nothing was wrong with what the object holds; a node that is empty for what
    ///   was dropped from it needs no complaint of its own.
    mutating func finished(
        _ node: NodeDraft, at place: Place, insideList: Bool, isUntroubled: Bool
    ) -> Expanded {
        if node.value != nil { return finishedValue(node, at: place, insideList: insideList) }
        if node.typeIsNull {
            fail(.invalidTypeValue)
            return .nothing
        }
        let members = node.object
        if node.set != nil || node.list != nil {
            guard members.count == 1 || members.count == 2 && node.index != nil else {
                fail(.invalidSetOrListObject)
                return .nothing
            }
            if let set = node.set { return .many(set) }
            return isDropped(.freeFloatingValue, place, insideList) ? .nothing : .one(.object(JSONObject(members)))
        }
        if members.count == 1, node.language != nil {
            note(.emptyValue)
            return .nothing
        }
        if members.isEmpty || members.count == 1 && node.id != nil,
            !insideList, place.isFree
        {
            if isUntroubled { note(.emptyNode) }
            return .nothing
        }
        return .one(.object(JSONObject(members)))
    }

    /// Whether an object is dropped for standing where nothing ties it to anything.
    private mutating func isDropped(_ kind: ExpansionProblem.Kind, _ place: Place, _ insideList: Bool) -> Bool {
        guard !insideList, place.isFree else { return false }
        note(kind)
        return true
    }

    private mutating func finishedValue(_ node: NodeDraft, at place: Place, insideList: Bool) -> Expanded {
        var node = node
        let type = node.types?.first
        guard node.types == nil || node.language == nil && node.direction == nil,
            node.id == nil, node.list == nil, node.set == nil, node.graph == nil, node.included == nil,
            node.reverse.isEmpty, node.properties.isEmpty
        else {
            fail(.invalidValueObject)
            return .nothing
        }
        guard node.types == nil || !node.typeIsArray && node.types?.count == 1 else {
            fail(.invalidTypedValue)
            return .nothing
        }
        if type != "@json" {
            if node.value == .null {
                note(.emptyValue)
                return .nothing
            }
            if node.language != nil, node.value?.string == nil {
                fail(.invalidLanguageTaggedValue)
                return .nothing
            }
            if let type, !IRI.isAbsolute(type) || IRI.isBlankNode(type) {
                fail(.invalidTypedValue)
                return .nothing
            }
        }
        if isDropped(.freeFloatingValue, place, insideList) { return .nothing }
        node.types = nil
        // A value has one type, which stands by itself.
        let members = node.object + (type.map { [("@type", .string($0))] } ?? [])
        return .one(.object(JSONObject(members)))
    }
}
