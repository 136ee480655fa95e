import Mustache
package import Records

/// `report.html`: the report that people read, in one file that needs nothing else.
package enum HTMLReport {
    /// The bytes of `report.html`, equal for equal records.
    package static func bytes(of record: RunRecord) -> [UInt8] { bytes(of: record, record.fixPlan) }

    static func bytes(of record: RunRecord, _ plan: FixPlan) -> [UInt8] {
        let failures = plan.failures
        let view: View = [
            "head": HeadSection.view(of: record),
            "verdict": VerdictSection.view(of: record, plan),
            "measures": MeasuresSection.view(of: record),
            "matrix": MatrixSection.view(of: record, failures: failures),
            "failures": FailuresSection.view(of: record, plan),
            "chains": ChainsSection.view(of: record),
            "timeline": TimelineSection.view(of: record),
            "places": PlacesSection.view(of: record),
            "breakdowns": BreakdownsSection.view(of: record),
            "rules": RulesSection.view(of: record),
            "criteria": CriteriaSection.view(of: record),
            "platforms": PlatformsSection.view(of: record),
            "truth": TruthSection.view(of: record),
            "fraud": FraudSection.view(of: record),
            "notes": NotesSection.view(of: record),
        ]
        guard let page = templates.render(view.forMustache, withTemplate: "page") else {
            preconditionFailure("the report has no page template")
        }
        return Array(page.utf8)
    }

    private static let templates: MustacheLibrary = {
        let texts = [
            "page": Templates.page, "verdict": Templates.verdict, "measures": Templates.measures,
            "matrix": Templates.matrix, "failures": Templates.failures, "chains": Templates.chains,
            "timeline": Templates.timeline, "places": Templates.places, "breakdowns": Templates.breakdowns,
            "rules": Templates.rules, "criteria": Templates.criteria, "platforms": Templates.platforms,
            "truth": Templates.truth, "fraud": Templates.fraud, "notes": Templates.notes,
            "style": Templates.style + Templates.printStyle,
            "script": Templates.script,
        ]
        do {
            return MustacheLibrary(templates: try texts.mapValues { try MustacheTemplate(string: $0) })
        } catch {
            preconditionFailure("a template of the report can't be read: \(error)")
        }
    }()
}

/// The templates of the report, one a section.
enum Templates {}
