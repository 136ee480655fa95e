import Credentials
import Platforms
import Records
import UNTP

/// What the platform makes of what others issue.
struct ReadingTrial {
    let adapter: any Adapter
    let description: AdapterDescription
    let options: Trial.Options

    func run(into book: inout TrialBook) {
        guard let capability = description.verifies else {
            return book.miss("It says that it verifies nothing, so no credential was given to it.")
        }
        let plan = CasePlan(origin: options.origin, now: options.now, lead: lead(for: capability))
        for entry in plan.entries where book.includes(entry.id, tags: entry.tags) {
            runCase(entry, of: plan, capability, into: &book)
        }
        for peer in options.peers { read(peer, capability, into: &book) }
    }

    /// The way of issuing that stands for all others: the most common one that the platform reads.
    private func lead(for capability: AdapterDescription.Capability) -> Variant {
        Variant.releases.flatMap(Variant.all).first(where: capability.covers) ?? .common
    }

    // MARK: The plan

    private func runCase(
        _ entry: CaseEntry, of plan: CasePlan, _ capability: AdapterDescription.Capability, into book: inout TrialBook
    ) {
        let type = entry.type.rawValue
        func skip(_ outcome: TrialResult.Outcome, because reason: String) {
            book.skip(
                entry.id, group: entry.group, direction: .reads, type: type, proves: entry.proves, outcome,
                because: reason)
        }
        guard capability.types.contains(entry.type), capability.covers(entry.variant) else {
            return skip(.notSupported, because: "the platform does not say that it verifies such credentials")
        }
        guard !book.hasGivenUp else { return skip(.notReached, because: TrialBook.givenUp) }
        guard let trial = plan.make(entry) else { return }
        do throws(AdapterFailure) {
            let verdict = try adapter.verify(trial.question)
            book.add(
                CaseJudgement(trial, answered: verdict).result,
                bytes: QuestionFiles.artefacts(of: trial.question, id: trial.id))
        } catch {
            book.fail(
                entry.id, group: entry.group, direction: .reads, type: type, proves: entry.proves, error,
                bytes: QuestionFiles.artefacts(of: trial.question, id: trial.id))
        }
    }

    // MARK: Peers

    /// Gives what a peer issues to the platform.
    private func read(
        _ peer: PeerProfile, _ capability: AdapterDescription.Capability, into book: inout TrialBook
    ) {
        let cases = CredentialType.allCases.filter { type in
            book.includes(PeerCase.id(peer, type), tags: PeerCase.tags(peer, type))
        }
        guard !cases.isEmpty else { return }
        for shown in PeerWorld(peer, now: options.now, origin: options.origin).credentials(of: cases) {
            let judgement = PeerCase(peer: peer, shown: shown, capability: capability)
            if let settled = judgement.settled {
                book.add(settled)
                continue
            }
            guard !book.hasGivenUp else {
                book.skip(
                    judgement.id, group: .positive, direction: .reads, peer: peer.name, type: shown.type.rawValue,
                    proves: judgement.proves, .notReached, because: TrialBook.givenUp)
                continue
            }
            do throws(AdapterFailure) {
                let verdict = try adapter.verify(shown.question)
                book.add(
                    judgement.result(verdict), bytes: QuestionFiles.artefacts(of: shown.question, id: judgement.id))
            } catch {
                book.fail(
                    judgement.id, group: .positive, direction: .reads, peer: peer.name, type: shown.type.rawValue,
                    proves: judgement.proves, error,
                    bytes: QuestionFiles.artefacts(of: shown.question, id: judgement.id))
            }
        }
    }
}
