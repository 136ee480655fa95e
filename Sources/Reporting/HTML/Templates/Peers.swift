extension Templates {
    static let peers = """
        <!doctype html>
        <html lang="en">
        <head>
        <meta charset="utf-8">
        <meta name="viewport" content="width=device-width, initial-scale=1">
        <meta name="color-scheme" content="light dark">
        <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'">
        <link rel="icon" href="data:,">
        <title>{{title}}: virtual platforms to try</title>
        <style>
        {{>style}}
        </style>
        </head>
        <body>
        <a class="skip" href="#peers">Skip to the platforms</a>
        <header class="masthead">
        <p class="kicker">Virtual platforms of a UN Transparency Protocol pilot, on a real port</p>
        <h1>{{title}}</h1>
        {{#description}}<p class="lede">{{.}}</p>{{/description}}
        <p class="imprint">{{imprint}}</p>
        </header>
        <main id="peers" tabindex="-1">
        <nav aria-label="Contents"><ul>
        {{#contents}}<li><a href="#{{anchor}}">{{title}}</a></li>
        {{/contents}}
        </ul></nav>
        <section aria-labelledby="try-title">
        <h2 id="try-title">Try it</h2>
        {{#lacking}}<p>{{.}}</p>{{/lacking}}
        <p>Everything below answers like a real platform: linksets, credentials, DID documents and status lists by GET, and the W3C VC API by POST. For machines, the same list is at <a href="{{index}}">{{index}}</a>.</p>
        {{#lines}}<h4>{{what}}</h4>
        <pre>{{line}}</pre>
        {{/lines}}
        </section>
        {{#peers}}
        <section id="{{name}}" class="peer" aria-labelledby="{{name}}-title">
        <h2 id="{{name}}-title">{{title}}</h2>
        <p class="note">{{place}}</p>
        {{#departs}}
        <div class="wide"><table>
        <caption>Where it departs from the specification</caption>
        <thead><tr><th scope="col">What</th><th scope="col">How it does that</th><th scope="col">Setting</th></tr></thead>
        <tbody>
        {{#departures}}<tr><td>{{decides}}</td><td>{{meaning}}</td><td><code>{{knob}}: {{value}}</code></td></tr>
        {{/departures}}
        </tbody></table></div>
        {{/departs}}
        {{^departs}}<p>It follows the specification in every setting.</p>{{/departs}}
        {{#examples}}
        <div class="product">
        <h3>{{name}}</h3>
        <p class="note">{{chain}}, made by {{producer}}</p>
        <ol class="way">
        <li><span>Identifier</span> <a href="{{identifier}}">{{identifier}}</a></li>
        <li><span>Linkset</span> <a href="{{linksetURL}}">{{linksetURL}}</a></li>
        {{#documents}}<li><span>{{label}}</span> <a href="{{url}}">{{url}}</a></li>
        {{/documents}}
        </ol>
        </div>
        {{/examples}}
        {{#idle}}<p>Nobody publishes goods here.</p>{{/idle}}
        <dl class="facts">
        <div><dt>Issue, by POST</dt><dd><code>{{issueURL}}</code></dd></div>
        <div><dt>Verify, by POST</dt><dd><code>{{verifyURL}}</code></dd></div>
        </dl>
        <details><summary>{{count}}</summary>
        <div class="wide"><table>
        <thead><tr><th scope="col">Company</th><th scope="col">Role</th><th scope="col">DID</th></tr></thead>
        <tbody>
        {{#parties}}<tr><th scope="row">{{name}}</th><td>{{role}}</td><td><a href="{{url}}">{{did}}</a></td></tr>
        {{/parties}}
        </tbody></table></div></details>
        </section>
        {{/peers}}
        <section id="registers" aria-labelledby="registers-title">
        <h2 id="registers-title">Registers</h2>
        <p>They vouch for companies and certifiers by identity anchors. Who trusts the registers of all trusts them; who trusts those of a country trusts what these vouch for.</p>
        <div class="wide"><table>
        <thead><tr><th scope="col">Register</th><th scope="col">Country</th><th scope="col">Vouches for</th><th scope="col">DID</th></tr></thead>
        <tbody>
        {{#registers}}<tr><th scope="row">{{name}}</th><td>{{country}}</td><td>{{role}}</td><td><a href="{{url}}">{{did}}</a></td></tr>
        {{/registers}}
        </tbody></table></div>
        </section>
        </main>
        <footer><p>Made up for rehearsal: no company, number or product here is real.</p></footer>
        </body>
        </html>

        """

    static let peersStyle = """
        h4 { margin-top: .8rem; } .product { margin: 1.2rem 0; } .product h3 { margin-bottom: 0; }
        .way { list-style: none; margin: 0; padding: 0; font-size: .92rem; border-left: 3px solid var(--rule); }
        .way li { display: grid; grid-template-columns: 13rem 1fr; gap: 1rem; padding: .2rem 0 .2rem .9rem; }
        .way span { color: var(--soft); } .way span::first-letter { text-transform: uppercase; } .way a { overflow-wrap: anywhere; }
        td a { overflow-wrap: anywhere; } .facts code { overflow-wrap: anywhere; }
        @media screen and (max-width: 46rem) { .way li { grid-template-columns: 1fr; gap: 0; } }

        """
}
