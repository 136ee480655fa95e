import JSON
import LinkedData
import Testing

/// Documents by hand, one for each rule, with the kinds of problems that are expected.
enum FeatureCases {
    struct Case: Sendable, CustomTestStringConvertible {
        let name: String
        let document: String
        let kinds: [ExpansionProblem.Kind]
        let isKnownToDiffer: Bool

        init(_ name: String, _ document: String, _ kinds: [ExpansionProblem.Kind] = [], pyldDiffers: Bool = false) {
            self.name = name
            self.document = document
            self.kinds = kinds
            isKnownToDiffer = pyldDiffers
        }

        var testDescription: String { name }
    }

    static let contexts: [(iri: String, document: String)] = [
        (
            "https://example.com/protected",
            """
            {"@context":{"@protected":true,"id":"@id","type":"@type","name":"https://schema.org/name",
             "Thing":{"@id":"https://example.com/Thing","@context":{"@protected":true,
               "size":"https://example.com/size","part":{"@id":"https://example.com/part","@type":"@id"}}},
             "owner":{"@id":"https://example.com/owner","@type":"@id","@context":{"@protected":true,
               "name":"https://example.com/ownerName"}}}}
            """
        ),
        ("https://example.com/cycle", #"{"@context":["https://example.com/cycle",{"a":"https://example.com/a"}]}"#),
        ("https://example.com/one", #"{"@context":"https://example.com/two"}"#),
        ("https://example.com/two", #"{"@context":{"a":"https://example.com/a"}}"#),
        (
            "https://example.com/loop",
            #"{"@context":{"p":{"@id":"https://example.com/p","@context":"https://example.com/loop"}}}"#
        ),
        ("https://example.com/nothing", #"{"a":"https://example.com/a"}"#),
    ]

    static let all: [Case] = terms + protection + scopes + containers + references + values + oddities

    private static let terms: [Case] = [
        Case("a defined term", #"{"@context":{"a":"https://e.com/a"},"a":1}"#),
        Case("an undefined term", #"{"@context":{"a":"https://e.com/a"},"a":1,"b":{"c":2}}"#, [.undefinedTerm]),
        Case("a term set to null", #"{"@context":{"@vocab":"https://e.com/","a":null},"a":1,"b":2}"#, [.undefinedTerm]),
        Case("a keyword of none", #"{"@context":{"a":"https://e.com/a"},"a":1,"@foo":2}"#, [.reservedTerm]),
        Case("a vocabulary catches all", #"{"@context":{"@vocab":"https://e.com/"},"whatever":1,"@type":"T"}"#),
        Case("a compact IRI", #"{"@context":{"e":"https://e.com/"},"e:a":1,"@type":"e:T"}"#),
        Case("no prefix without a delimiter", #"{"@context":{"e":"https://e.com"},"e:a":1}"#),
        Case("a prefix by flag", #"{"@context":{"e":{"@id":"https://e.com/x","@prefix":true}},"e:a":1}"#),
        Case("terms by other terms", #"{"@context":{"a":"b:x","b":"c:y/","c":"https://e.com/"},"a":1}"#),
        Case("terms in a circle", #"{"@context":{"a":"b:x","b":"a:y"},"a":1}"#, [.invalidContext(.cyclicIRIMapping)]),
        Case(
            "an alias of a keyword",
            #"{"@context":{"id":"@id","type":"@type","a":"https://e.com/a"},"id":"https://e.com/1","type":"https://e.com/T","a":1}"#
        ),
        Case(
            "a term without an IRI", #"{"@context":{"a":{"@type":"@id"}},"a":"https://e.com/"}"#,
            [.invalidContext(.invalidIRIMapping), .undefinedTerm]),
        Case("a keyword anew", #"{"@context":{"@id":"https://e.com/a"}}"#, [.invalidContext(.keywordRedefinition)]),
        Case(
            "an unknown entry", #"{"@context":{"a":{"@id":"https://e.com/a","@foo":1}},"a":1}"#,
            [.invalidContext(.invalidTermDefinition), .undefinedTerm]),
        Case(
            "a term that is an IRI and another",
            #"{"@context":{"https://e.com/a":"https://e.com/b"},"https://e.com/a":1}"#,
            [.invalidContext(.invalidIRIMapping)]),
        Case(
            "a term with a slash",
            #"{"@context":{"@vocab":"https://e.com/","a/b":{"@type":"@id"}},"a/b":"https://e.com/1"}"#),
        Case("vocabularies on each other", #"{"@context":[{"@vocab":"https://e.com/"},{"@vocab":"x/"}],"a":1}"#),
        Case(
            "letters that look alike", "{\"@context\":{\"\u{E9}\":\"https://e.com/1\"},\"e\u{301}\":1,\"\u{E9}\":2}",
            [.undefinedTerm]),
    ]

    private static let protection: [Case] = [
        Case(
            "a protected term anew",
            #"{"@context":["https://example.com/protected",{"name":"https://e.com/n"}],"name":"x"}"#,
            [.protectedTermRedefined]),
        Case(
            "a protected term again",
            #"{"@context":["https://example.com/protected",{"name":"https://schema.org/name"}],"name":"x"}"#),
        Case(
            "a protected term to null", #"{"@context":["https://example.com/protected",{"name":null}],"name":"x"}"#,
            [.protectedTermRedefined]),
        Case(
            "protected terms swept away", #"{"@context":["https://example.com/protected",null],"https://e.com/a":"x"}"#,
            [.invalidContext(.invalidContextNullification)]),
        Case("a property may override", #"{"@context":"https://example.com/protected","owner":{"name":"x"}}"#),
        Case(
            "a type may not override",
            #"{"@context":["https://example.com/protected",{"T":{"@id":"https://e.com/T","@context":{"name":"https://e.com/n"}}}],"type":"T","name":"x"}"#,
            [.protectedTermRedefined]),
        Case(
            "unprotected inside of protected",
            #"{"@context":[{"@protected":true,"a":{"@id":"https://e.com/a","@protected":false}},{"a":"https://e.com/b"}],"a":1}"#
        ),
        Case(
            "only one protected",
            #"{"@context":[{"a":{"@id":"https://e.com/a","@protected":true},"b":"https://e.com/b"},{"b":"https://e.com/c","a":"https://e.com/z"}],"a":1,"b":2}"#,
            [.protectedTermRedefined]),
        Case(
            "a node's own context",
            #"{"@context":"https://example.com/protected","owner":{"@context":{"name":"https://e.com/n"},"name":"x"}}"#,
            [.protectedTermRedefined]),
    ]

    private static let scopes: [Case] = [
        Case("a type brings terms", #"{"@context":"https://example.com/protected","type":"Thing","size":1}"#),
        Case(
            "and takes them away inside",
            #"{"@context":"https://example.com/protected","type":"Thing","part":{"size":1,"name":"x"}}"#,
            [.undefinedTerm]),
        Case(
            "and not without the type", #"{"@context":"https://example.com/protected","name":"x","size":1}"#,
            [.undefinedTerm]),
        Case(
            "a type that propagates",
            #"{"@context":{"T":{"@id":"https://e.com/T","@context":{"@propagate":true,"a":"https://e.com/a"}},"p":"https://e.com/p"},"@type":"T","p":{"a":1}}"#
        ),
        Case(
            "a property that doesn't",
            #"{"@context":{"p":{"@id":"https://e.com/p","@context":{"@propagate":false,"a":"https://e.com/a","q":"https://e.com/q"}},"q":"https://e.com/q"},"p":{"a":1,"q":{"a":2}}}"#,
            [.undefinedTerm]),
        Case(
            "a context of a node that doesn't",
            #"{"@context":{"q":"https://e.com/q"},"q":{"@context":{"@propagate":false,"a":"https://e.com/a"},"a":1,"q":{"a":2}}}"#,
            [.undefinedTerm]),
        Case(
            "a reference keeps the scope",
            #"{"@context":{"T":{"@id":"https://e.com/T","@context":{"i":"@id","p":{"@id":"https://e.com/p"}}}},"@type":"T","p":{"i":"https://e.com/1"}}"#
        ),
        Case(
            "a value keeps the scope",
            #"{"@context":{"T":{"@id":"https://e.com/T","@context":{"v":"@value","p":"https://e.com/p"}}},"@type":"T","p":{"v":"x"}}"#
        ),
        Case(
            "types in order of their names",
            #"{"@context":{"A":{"@id":"https://e.com/A","@context":{"a":"https://e.com/1"}},"B":{"@id":"https://e.com/B","@context":{"a":"https://e.com/2"}}},"@type":["B","A"],"a":1}"#
        ),
        Case(
            "a scoped vocabulary",
            #"{"@context":{"p":{"@id":"https://e.com/p","@context":{"@vocab":"https://e.com/v#"}}},"p":{"typo":1},"q":2}"#,
            [.undefinedTerm]),
        Case(
            "codes by a scoped vocabulary",
            #"{"@context":{"p":{"@id":"https://e.com/p","@type":"@vocab","@context":{"@vocab":"https://e.com/v#"}}},"p":["a","b"]}"#
        ),
        Case(
            "a property reset",
            #"{"@context":{"a":"https://e.com/a","p":{"@id":"https://e.com/p","@context":null}},"p":{"a":1}}"#,
            [.undefinedTerm]),
        Case(
            "a bad scope, used or not",
            #"{"@context":{"p":{"@id":"https://e.com/p","@context":{"a":7}}},"https://e.com/b":1}"#,
            [.invalidContext(.invalidTermDefinition)]),
        Case("a scope of itself", #"{"@context":"https://example.com/loop","p":{"p":{"p":"x"}}}"#),
        Case(
            "a name within its own scope",
            #"{"@context":{"d":{"@id":"https://e.com/1","@context":{"d":{"@id":"https://e.com/2","@type":"https://e.com/T"}}}},"d":{"d":5}}"#
        ),
        Case(
            "nodes below a type's property",
            #"{"@context":{"T":{"@id":"https://e.com/T","@context":{"p":{"@id":"https://e.com/p","@context":{"a":"https://e.com/a"}}}}},"@type":"T","p":{"a":{"a":1,"p":2}}}"#,
            [.undefinedTerm]),
    ]

    private static let containers: [Case] = [
        Case(
            "a list", #"{"@context":{"a":{"@id":"https://e.com/a","@container":"@list"}},"a":[1,[2,3],{"@value":4}]}"#),
        Case("an empty list", #"{"@context":{"a":{"@id":"https://e.com/a","@container":"@list"}},"a":[]}"#),
        Case("one thing in a list", #"{"@context":{"a":{"@id":"https://e.com/a","@container":"@list"}},"a":1}"#),
        Case("a set", #"{"@context":{"a":{"@id":"https://e.com/a","@container":"@set"}},"a":1}"#),
        Case("a list by itself", #"{"https://e.com/a":{"@list":[1,2,[3]]}}"#),
        Case("a set by itself", #"{"https://e.com/a":{"@set":[1,2,{"@set":[3]}]}}"#),
        Case(
            "a list with more", #"{"https://e.com/a":{"@list":[1],"https://e.com/b":1}}"#,
            [.invalidDocument(.invalidSetOrListObject)]),
        Case(
            "languages",
            #"{"@context":{"a":{"@id":"https://e.com/a","@container":"@language"}},"a":{"en":"x","de":["y",null],"@none":"z"}}"#
        ),
        Case(
            "languages of numbers",
            #"{"@context":{"a":{"@id":"https://e.com/a","@container":"@language"}},"a":{"en":1}}"#,
            [.invalidDocument(.invalidLanguageMapValue)]),
        Case(
            "indexes",
            #"{"@context":{"a":{"@id":"https://e.com/a","@container":"@index"}},"a":{"x":1,"y":[2,{"@id":"https://e.com/1"}],"@none":3}}"#
        ),
        Case(
            "indexes as a property",
            #"{"@context":{"i":"https://e.com/i","a":{"@id":"https://e.com/a","@container":"@index","@index":"i"}},"a":{"x":{"@id":"https://e.com/1"},"y":{"https://e.com/i":"z"}}}"#,
            pyldDiffers: true),
        Case(
            "indexes as a property of values",
            #"{"@context":{"i":"https://e.com/i","a":{"@id":"https://e.com/a","@container":"@index","@index":"i"}},"a":{"x":1}}"#,
            [.invalidDocument(.invalidValueObject)]),
        Case(
            "ids",
            #"{"@context":{"a":{"@id":"https://e.com/a","@container":"@id"}},"a":{"https://e.com/1":{"https://e.com/b":1},"rel":{"https://e.com/b":2},"@none":{"https://e.com/b":3}}}"#,
            [.relativeID]),
        Case(
            "types",
            #"{"@context":{"a":{"@id":"https://e.com/a","@container":"@type"},"T":{"@id":"https://e.com/T","@context":{"b":"https://e.com/b"}}},"a":{"T":{"b":1},"@none":{"https://e.com/c":1}}}"#
        ),
        Case(
            "types of references",
            #"{"@context":{"a":{"@id":"https://e.com/a","@container":"@type"},"T":"https://e.com/T"},"a":{"T":"https://e.com/1"}}"#
        ),
        Case(
            "graphs",
            #"{"@context":{"a":{"@id":"https://e.com/a","@container":"@graph","@type":"@id"}},"a":[{"@id":"https://e.com/1","https://e.com/b":1},{"https://e.com/b":2}]}"#
        ),
        Case(
            "graphs by id",
            #"{"@context":{"a":{"@id":"https://e.com/a","@container":["@graph","@id"]}},"a":{"https://e.com/1":{"https://e.com/b":1}}}"#
        ),
        Case(
            "graphs by index",
            #"{"@context":{"a":{"@id":"https://e.com/a","@container":["@graph","@index"]}},"a":{"x":{"https://e.com/b":1}}}"#
        ),
        Case(
            "a container of two kinds",
            #"{"@context":{"a":{"@id":"https://e.com/a","@container":["@list","@set"]}},"a":1}"#,
            [.invalidContext(.invalidContainerMapping), .undefinedTerm]),
        Case("a graph at the top", #"{"@graph":[{"@id":"https://e.com/1","https://e.com/b":1}]}"#),
        Case("a graph beside", #"{"@id":"https://e.com/g","@graph":[{"@id":"https://e.com/1","https://e.com/b":1}]}"#),
        Case("included nodes", #"{"https://e.com/b":1,"@included":[{"@id":"https://e.com/1","https://e.com/b":1}]}"#),
    ]

    private static let references: [Case] = [
        Case("a relative id", #"{"@id":"rel","https://e.com/a":1}"#, [.relativeID]),
        Case(
            "a relative reference", #"{"@context":{"a":{"@id":"https://e.com/a","@type":"@id"}},"a":"rel"}"#,
            [.relativeID]),
        Case("an unmapped type", #"{"@type":["T","https://e.com/T"],"https://e.com/a":1}"#, [.unmappedType]),
        Case(
            "a base of its own",
            #"{"@context":{"@base":"https://e.com/x/y"},"@id":"../z?q#f","@type":"T","https://e.com/a":{"@id":""}}"#),
        Case(
            "no base at all", #"{"@context":{"@base":null},"@id":"rel","https://e.com/a":1}"#, [.relativeID],
            pyldDiffers: true),
        Case(
            "a base upon a base",
            #"{"@context":[{"@base":"https://e.com/x/"},{"@base":"y/"}],"@id":"z","https://e.com/a":1}"#),
        Case("an id of a number", #"{"@id":7,"https://e.com/a":1}"#, [.invalidDocument(.invalidIDValue)]),
        Case("a blank node", #"{"@id":"_:b0","https://e.com/a":{"@id":"_:b1"}}"#),
        Case(
            "a reference by vocabulary",
            #"{"@context":{"@vocab":"https://e.com/","a":{"@type":"@vocab"},"T":"https://e.com/x"},"a":["T","U","https://e.com/z"]}"#
        ),
        Case(
            "ids twice",
            #"{"@context":{"id":"@id"},"@id":"https://e.com/1","id":"https://e.com/2","https://e.com/a":1}"#,
            [.invalidDocument(.collidingKeywords)]),
        Case("types twice", #"{"@context":{"type":"@type"},"@type":"https://e.com/1","type":"https://e.com/2"}"#),
        Case("a type of a number", #"{"@type":7}"#, [.invalidDocument(.invalidTypeValue)]),
        Case("white space in a term", #"{"@context":{"@vocab":"https://e.com/"},"a b":1,"c":2}"#, [.undefinedTerm]),
    ]

    private static let values: [Case] = [
        Case(
            "JSON as it is",
            #"{"@context":{"a":{"@id":"https://e.com/a","@type":"@json"}},"a":{"x":[1,null,{"@id":"rel"}]}}"#),
        Case("JSON null", #"{"@context":{"a":{"@id":"https://e.com/a","@type":"@json"}},"a":null}"#),
        Case("JSON written out", #"{"https://e.com/a":{"@type":"@json","@value":{"b":[1]}}}"#),
        Case(
            "typed values",
            #"{"@context":{"x":"http://www.w3.org/2001/XMLSchema#","a":{"@id":"https://e.com/a","@type":"x:date"}},"a":["2026-01-01",5,true,null]}"#
        ),
        Case(
            "no coercion", #"{"@context":{"@language":"de","a":{"@id":"https://e.com/a","@type":"@none"}},"a":["x",1]}"#
        ),
        Case(
            "a default language",
            #"{"@context":{"@language":"de","a":"https://e.com/a","b":{"@id":"https://e.com/b","@language":null},"c":{"@id":"https://e.com/c","@language":"FR"}},"a":"x","b":"y","c":"z"}"#
        ),
        Case(
            "directions",
            #"{"@context":{"@direction":"rtl","a":"https://e.com/a","b":{"@id":"https://e.com/b","@direction":null}},"a":"x","b":"y"}"#
        ),
        Case(
            "a tagged number", #"{"https://e.com/a":{"@value":1,"@language":"en"}}"#,
            [.invalidDocument(.invalidLanguageTaggedValue)]),
        Case(
            "a typed and tagged value",
            #"{"https://e.com/a":{"@value":"x","@language":"en","@type":"https://e.com/T"}}"#,
            [.invalidDocument(.invalidValueObject)]),
        Case(
            "a value with an id", #"{"https://e.com/a":{"@value":"x","@id":"https://e.com/1"}}"#,
            [.invalidDocument(.invalidValueObject)]),
        Case(
            "a value of a relative type", #"{"https://e.com/a":{"@value":"x","@type":"T"}}"#,
            [.unmappedType, .invalidDocument(.invalidTypedValue)], pyldDiffers: true),
        Case("no value", #"{"https://e.com/a":{"@value":null},"https://e.com/b":null}"#, [.emptyValue]),
        Case("a language alone", #"{"https://e.com/a":{"@language":"en"},"https://e.com/b":1}"#, [.emptyValue]),
        Case("no language", #"{"https://e.com/a":{"@value":"x","@language":"not a language"}}"#, [.invalidLanguageTag]),
        Case(
            "a value of an object", #"{"https://e.com/a":{"@value":{"b":1}}}"#,
            [.invalidDocument(.invalidValueObjectValue)]),
    ]

    private static let oddities: [Case] = [
        Case(
            "backwards",
            #"{"@context":{"r":{"@reverse":"https://e.com/a"}},"@id":"https://e.com/1","r":[{"@id":"https://e.com/2"}]}"#
        ),
        Case(
            "backwards by hand", #"{"@id":"https://e.com/1","@reverse":{"https://e.com/a":{"@id":"https://e.com/2"}}}"#),
        Case(
            "backwards to a value", #"{"@context":{"r":{"@reverse":"https://e.com/a"}},"@id":"https://e.com/1","r":1}"#,
            [.invalidDocument(.invalidReversePropertyValue)]),
        Case(
            "nests", #"{"@context":{"n":"@nest","a":"https://e.com/a"},"n":[{"a":1},{"a":2,"n":{"a":3}}],"b":1}"#,
            [.undefinedTerm]),
        Case(
            "a nest of nothing", #"{"@context":{"n":"@nest","a":"https://e.com/a"},"n":"x","a":1}"#,
            [.invalidDocument(.invalidNestValue)]),
        Case("a value at the top", #"[1,{"https://e.com/a":1}]"#, [.freeFloatingValue]),
        Case("nothing at the top", #"{}"#, [.emptyNode]),
        Case("an id at the top", #"{"@id":"https://e.com/1"}"#, [.emptyNode]),
        Case("a context from elsewhere", #"{"@context":"https://example.com/one","a":1}"#),
        Case(
            "a context from nowhere", #"{"@context":"https://example.com/nowhere","a":1}"#,
            [.unknownContext("https://example.com/nowhere"), .undefinedTerm]),
        Case(
            "a document without a context", #"{"@context":"https://example.com/nothing","https://e.com/a":1}"#,
            [.unknownContext("https://example.com/nothing")], pyldDiffers: true),
        Case(
            "a context of itself", #"{"@context":"https://example.com/cycle","a":1}"#,
            [.cyclicContext("https://example.com/cycle")]),
        Case("a context of a number", #"{"@context":7,"https://e.com/a":1}"#, [.invalidContext(.invalidLocalContext)]),
        Case(
            "a version of tomorrow", #"{"@context":{"@version":1.2},"https://e.com/a":1}"#,
            [.invalidContext(.invalidVersionValue)]),
        Case(
            "imports", #"{"@context":{"@import":"https://example.com/two"},"https://e.com/a":1}"#,
            [.unsupported("@import")], pyldDiffers: true),
        Case("a type as a set", #"{"@context":{"@type":{"@container":"@set"}},"@type":"https://e.com/T"}"#),
    ]
}
