// Who may read a passport, and how they come by the key.
extension Knobs {
    private static let clause = "UNTP Decentralised Access Control"

    static let granting: [Knob] = [
        .choice(
            "access.passports", \.access.passports, "Whether passports are encrypted, and how.", clause: clause,
            [
                (.open, "they are open to all", []),
                (.sealed, "with AES of 256 bits", []),
                (
                    .sealed128, "with AES of 128 bits",
                    [.init("cipher-differs", meets: [.init("access.ciphersRead", "aes-256-only")])]
                ),
            ]),
        .choice(
            "access.announcing", \.access.announcing, "Where it is said that a passport is encrypted.", clause: clause,
            [
                (.onLink, "on the link that leads to it", []),
                (
                    .nowhere, "nowhere",
                    [.init("encryption-not-announced", meets: [.init("access.passports", "aes-256-gcm")])]
                ),
            ]),
        .choice(
            "access.keys", \.access.keys, "How a buyer comes by the key of a passport.", clause: clause,
            [(.withGoods, "it is printed on the label", []), (.byRole, "it is given to those who have a role", [])]),
        .choice(
            "access.label", \.access.label, "What of a link is printed on the label.", clause: clause,
            [
                (.complete, "all of it", []),
                (
                    .shortened, "the link alone, without key and digest",
                    [.init("key-lost-in-qr", meets: [.init("access.passports", "aes-256-gcm")])]
                ),
            ]),
        .choice(
            "access.protocolOffered", \.access.protocolOffered, "How a buyer proves who it is.", clause: clause,
            [
                (.didAuthentication, "by DID authentication", []),
                (
                    .openID4VP, "by OpenID for Verifiable Presentations",
                    [
                        .init(
                            "access-protocol-differs",
                            meets: [
                                .init("access.passports", "aes-256-gcm"), .init("access.keys", "by-role"),
                                .init("access.protocolsSpoken", "did-authentication-only"),
                            ])
                    ]
                ),
            ]),
        .choice(
            "access.roleNames", \.access.roleNames, "What the roles are called to whom keys are given.", clause: clause,
            [
                (.published, "by the published URIs", []),
                (
                    .own, "by names of the platform's own",
                    [
                        .init(
                            "access-role-name",
                            meets: [.init("access.passports", "aes-256-gcm"), .init("access.keys", "by-role")])
                    ]
                ),
            ]),
    ]

    static let unlocking: [Knob] = [
        .choice(
            "access.ciphersRead", \.access.ciphersRead, "Which ciphers are read.", clause: clause,
            [
                (.both, "AES of 128 and of 256 bits", []),
                (
                    .aes256Only, "AES of 256 bits",
                    [.init("cipher-differs", meets: [.init("access.passports", "aes-128-gcm")])]
                ),
            ]),
        .choice(
            "access.protocolsSpoken", \.access.protocolsSpoken, "How the platform can prove who it is.", clause: clause,
            [
                (.both, "by DID authentication and by OpenID for Verifiable Presentations", []),
                (.didAuthenticationOnly, "by DID authentication", []),
            ]),
    ]
}
