extension JSONView {
    /// Where the value stands in its document.
    ///
    /// - Complexity: O(*n*) in the number of values and names before it on each level.
    package var pointer: JSONPointer { JSONView(storage: storage, index: 0).pointer(toNode: index) }

    /// The value that a pointer leads to from here: RFC 6901, section 4.
    package subscript(pointer pointer: JSONPointer) -> JSONView? {
        var view = self
        for token in pointer.tokens {
            let next = view.node.kind == .array ? JSONPointer.position(token).flatMap { view[$0] } : view[token]
            guard let next else { return nil }
            view = next
        }
        return view
    }

    /// The way from this value to one of its parts; to the member, if the part is a name.
    func pointer(toNode target: Int) -> JSONPointer {
        var tokens: [String] = []
        var index = index
        while index != target, let step = step(from: index, toward: target) {
            tokens.append(step.token)
            index = step.isName ? target : step.index
        }
        return JSONPointer(tokens)
    }

    private func step(from index: Int, toward target: Int) -> (token: String, index: Int, isName: Bool)? {
        let container = storage.nodes[index]
        let isObject = container.kind == .object
        var child = index + 1
        var position = 0
        while child < Int(container.next) {
            let value = isObject ? child + 1 : child
            let next = Int(storage.nodes[value].next)
            if target < next {
                let name = JSONView(storage: storage, index: child).string
                return (isObject ? name ?? "" : String(position), value, target < value)
            }
            child = next
            position += 1
        }
        return nil
    }
}
