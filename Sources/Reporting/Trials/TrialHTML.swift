import Mustache
package import Records

/// `report.html` of a trial: one file that needs nothing else.
package enum TrialHTML {
    /// The bytes of `report.html`, equal for equal records.
    package static func bytes(of record: TrialRecord) -> [UInt8] {
        let version = record.subject.version.isEmpty ? "" : " " + record.subject.version
        let view: View = [
            "title": .text(record.subject.name + version),
            "imprint": .text("\(record.subject.kind) \(record.subject.location), tried as of \(record.at)."),
            "headline": .text(record.headline), "shown": .texts(record.shown), "alarms": alarms(record),
            "documents": documents(record), "plan": plan(record), "matrices": .list(matrices(record)),
            "failures": .list(failures(record)), "lists": .list(lists(record)),
        ]
        guard let page = templates.render(view.forMustache, withTemplate: "trial") else {
            preconditionFailure("the report on a trial has no page template")
        }
        return Array(page.utf8)
    }

    private static let templates: MustacheLibrary = {
        let texts = [
            "trial": Templates.trial, "style": Templates.style + Templates.printStyle,
            "trialStyle": Templates.trialStyle, "script": Templates.script,
        ]
        do {
            return MustacheLibrary(templates: try texts.mapValues { try MustacheTemplate(string: $0) })
        } catch {
            preconditionFailure("a template of the report on a trial can't be read: \(error)")
        }
    }()

    // MARK: Sections

    private static func alarms(_ record: TrialRecord) -> View {
        let failures = record.ownFailures
        let entries = record.alarms.map { result -> View in
            let place = failures.firstIndex { $0.results.contains { $0.id == result.id } } ?? 0
            return [
                "id": .text(result.id), "proves": .text(result.proves), "anchor": .text(anchor("own", place)),
            ]
        }
        guard !entries.isEmpty else { return .none }
        return [
            "heading": .text("Taken for valid, and must not be: \(Phrases.counted(entries.count, "case"))"),
            "entries": .list(entries),
        ]
    }

    private static func documents(_ record: TrialRecord) -> View {
        let rows = record.documents.map { document -> View in
            [
                "name": .text(document.name), "verdict": .text(document.verdict), "summary": .text(document.summary),
                "wrong": .flag(document.isWrong), "remarks": .texts(document.remarks),
            ]
        }
        return rows.isEmpty ? .none : ["rows": .list(rows)]
    }

    private static func plan(_ record: TrialRecord) -> View {
        let rows = record.plan.map { group, results -> View in
            func number(_ outcomes: TrialResult.Outcome...) -> View {
                .number(results.filter { outcomes.contains($0.outcome) }.count)
            }
            return [
                "group": .text(group),
                "numbers": .list([
                    .number(results.count), number(.passed), number(.failed), number(.passedWithLoss),
                    number(.notSupported), number(.notReached, .environment, .skipped),
                ]),
            ]
        }
        return rows.isEmpty ? .none : ["rows": .list(rows)]
    }

    private static func matrices(_ record: TrialRecord) -> [View] {
        let types = record.types
        return TrialResult.Direction.allCases.compactMap { direction in
            let peers = record.peers.filter { peer in
                record.results.contains { $0.direction == direction && $0.peer == peer.name }
            }
            guard !peers.isEmpty else { return nil }
            return [
                "anchor": .text(direction == .reads ? "reads" : "is-read"),
                "heading": .text(direction == .reads ? "What it reads of each peer" : "Who reads what it issues"),
                "types": .texts(types.map { $0.uppercased() }),
                "rows": .list(
                    peers.map { peer in
                        [
                            "peer": .text(peer.title),
                            "deviations": .text(
                                peer.deviations.isEmpty ? "conforms" : peer.deviations.joined(separator: "; ")),
                            "cells": .list(types.map { view(of: record.cell(direction, peer: peer.name, type: $0)) }),
                        ]
                    }),
                "legend": .text(TrialCell.legend.map { "\($0.0): \($0.1)" }.joined(separator: "; ") + "."),
            ]
        }
    }

    private static func view(of cell: TrialCell) -> View {
        let colour =
            switch cell.mark {
            case "FAIL": "b0"
            case "peer": "b2"
            case "loss": "b4"
            case "ok": "b6"
            default: "n"
            }
        let words = cell.results.map { "\($0.outcome.rawValue): \($0.found)" }.joined(separator: "\n")
        return ["mark": .text(cell.mark), "colour": .text(colour), "explanation": .text(words)]
    }

    private static func failures(_ record: TrialRecord) -> [View] {
        [("own", "What to mend", record.ownFailures), ("peers", "Where peers depart", record.peerFailures)]
            .filter { !$0.2.isEmpty }.map { name, heading, failures in
                [
                    "anchor": .text(name), "heading": .text(heading),
                    "entries": .list(
                        failures.enumerated().map { view(of: $1, anchor: anchor(name, $0), isFirst: $0 == 0) }),
                ]
            }
    }

    private static func view(of failure: TrialFailure, anchor: String, isFirst: Bool) -> View {
        let lead = failure.lead
        let strength = lead.strength.isEmpty ? "" : " (\(lead.strength))"
        return [
            "anchor": .text(anchor), "title": .text(failure.title), "code": .optional(lead.code),
            "count": .text(Phrases.counted(failure.results.count, "case")), "remedy": .text(lead.remedy),
            "open": .flag(isFirst), "proves": .text(lead.proves), "expected": .text(lead.expected),
            "found": .text(lead.found),
            "facts": .terms([
                ("Case", lead.id), ("At", lead.pointer), ("Clause", lead.clause.isEmpty ? "" : lead.clause + strength),
                ("Departs", lead.responsible), ("Peers", Phrases.list(failure.peers, limit: 8)),
            ]),
            "hasFiles": .flag(!lead.artefacts.isEmpty),
            "files": .list(
                lead.artefacts.map { path in
                    [
                        "href": .text(Artefact.folder + "/" + path),
                        "name": .text(path.split(separator: "/").last.map(String.init) ?? path),
                    ]
                }),
            "again": .optional(lead.reproduce), "cases": .texts(failure.results.map(\.id)),
        ]
    }

    private static func lists(_ record: TrialRecord) -> [View] {
        [("missing", "What was not there", record.missing), ("notes", "Notes", record.notes)]
            .filter { !$0.2.isEmpty }
            .map { ["anchor": .text($0), "heading": .text($1), "sentences": .texts($2)] }
    }

    private static func anchor(_ name: String, _ place: Int) -> String { "\(name)-\(place + 1)" }
}
