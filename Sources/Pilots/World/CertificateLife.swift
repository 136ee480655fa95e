import Platforms
import SimulationKernel
import UNTP

/// What becomes of a certificate in the course of a run: it is issued anew when its holder was looked at and before it runs
/// out, and is withdrawn where that is due.
///
/// New passports link the new one, and old ones still the one that was in force when they were issued.
struct CertificateLife: Sendable {
    private let world: World
    private let ledger: Ledger
    private let holder: Party
    private let platform: Platform
    private var certificate: Enrolment.Certificate
    /// All that was issued of it.
    private var versions: [IssuedCredential]
    /// When something happened to it last, in Unix seconds.
    private var latest: Int64
    private var isWithdrawn = false

    /// - Returns: Nil where its certifier's platform is not there.
    init?(of certificate: Enrolment.Certificate, held holder: Party, in world: World, _ ledger: Ledger) {
        guard let platform = world.platforms[certificate.certifier.platform] else { return nil }
        self.platform = platform
        self.world = world
        self.ledger = ledger
        self.holder = holder
        self.certificate = certificate
        versions = [certificate.credential]
        latest = world.scenario.startUnixSeconds
    }

    private enum Event {
        case withdrawal, renewal, look
    }

    /// Lets it take its course.
    func begin() {
        guard next() != nil else { return }
        let simulation = world.simulation
        simulation.start("the certificate of \(holder.spec.name) by \(certificate.certifier.name)") { _ in
            var life = self
            while let (event, time) = life.next() {
                await simulation.sleep(until: simulation.instant(unixSeconds: time))
                await life.take(event, at: time)
            }
        }
    }

    /// What happens to it next, and when, in Unix seconds; nil for nothing more.
    private func next() -> (event: Event, time: Int64)? {
        guard !isWithdrawn else { return nil }
        var events: [(event: Event, time: Int64)] = []
        if let time = certificate.revokedAt ?? certificate.suspendedAt { events.append((.withdrawal, time)) }
        // What has run out is not issued anew, and after the last day nothing is made that would link it.
        let end = min(certificate.validUntil, world.scenario.startUnixSeconds + Int64(world.scenario.days) * 86_400)
        if let time = certificate.term?.renewal, time < end { events.append((.renewal, time)) }
        if let time = nextLook, time < end { events.append((.look, time)) }
        return events.min { $0.time < $1.time }
    }

    /// When its holder is looked at next: as often as the certifier says, or else as the scheme does.
    private var nextLook: Int64? {
        if let days = certificate.certifier.renewsEvery {
            let start = world.scenario.startUnixSeconds
            let period = Int64(days) * 86_400
            return start + ((latest - start) / period + 1) * period
        }
        return certificate.term?.nextLook(after: latest)
    }

    private mutating func take(_ event: Event, at time: Int64) async {
        latest = time
        switch event {
        case .withdrawal:
            // Whoever has an earlier one shall not rely on it either.
            for version in versions {
                if certificate.revokedAt != nil {
                    await platform.revoke(version, of: certificate.certifier.slug)
                } else {
                    await platform.suspend(version, of: certificate.certifier.slug)
                }
            }
            isWithdrawn = true
        case .renewal:
            certificate.term?.renew(at: time)
            certificate.validUntil = certificate.term?.ends ?? certificate.validUntil
            await reissue(at: time)
        case .look: await reissue(at: time)
        }
    }

    private mutating func reissue(at time: Int64) async {
        if case .conformity(var facts) = certificate.order {
            facts.date = time
            certificate.order = .conformity(facts)
        }
        let former = certificate.credential
        let issued = await platform.issue(
            certificate.order, for: certificate.certifier.slug, validUntil: certificate.validUntil, replacing: former,
            canBeSuspended: certificate.suspendedAt != nil)
        guard let issued else { return }
        versions.append(issued)
        certificate.credential = issued
        certificate.digest = world.digest(of: issued, by: world.platforms[holder.spec.platform])
        await ledger.reissued(certificate)
        await holder.replace(former, by: certificate)
    }
}
