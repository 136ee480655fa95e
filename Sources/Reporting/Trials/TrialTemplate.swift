extension Templates {
    /// The report on a trial; its look is that of the report on a run.
    static let trial = """
        <!doctype html>
        <html lang="en">
        <head>
        <meta charset="utf-8">
        <meta name="viewport" content="width=device-width, initial-scale=1">
        <meta name="color-scheme" content="light dark">
        <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; script-src 'unsafe-inline'; base-uri 'none'; form-action 'none'">
        <title>{{title}}: who reads whom?</title>
        <style>
        {{>style}}
        {{>trialStyle}}
        </style>
        </head>
        <body>
        <a class="skip" href="#report">Skip to the report</a>
        <header class="masthead">
        <p class="kicker">A platform against the virtual peers of untp-sim</p>
        <h1>{{title}}</h1>
        <p class="imprint">{{imprint}}</p>
        </header>
        <main id="report" tabindex="-1">
        {{#alarms}}
        <section class="alarm" id="alarms" aria-labelledby="alarms-title">
        <h2 id="alarms-title">{{heading}}</h2>
        <ul>{{#entries}}<li><a href="#{{anchor}}"><code>{{id}}</code></a> {{proves}}</li>
        {{/entries}}</ul>
        </section>
        {{/alarms}}
        <section id="summary" aria-labelledby="summary-title">
        <h2 id="summary-title">{{headline}}</h2>
        <ul>{{#shown}}<li>{{.}}</li>
        {{/shown}}</ul>
        </section>
        {{#documents}}
        <section id="documents" aria-labelledby="documents-title">
        <h2 id="documents-title">In the folder</h2>
        <div class="wide"><table class="documents">
        <thead><tr><th scope="col">Document</th><th scope="col">Verdict</th><th scope="col">What it is, and what there is to say of it</th></tr></thead>
        <tbody>{{#rows}}<tr><th scope="row"><code>{{name}}</code></th><td{{#wrong}} class="wrong"{{/wrong}}>{{verdict}}</td><td>{{summary}}<ul>{{#remarks}}<li>{{.}}</li>{{/remarks}}</ul></td></tr>
        {{/rows}}</tbody></table></div>
        </section>
        {{/documents}}
        {{#plan}}
        <section id="plan" aria-labelledby="plan-title">
        <h2 id="plan-title">The test plan</h2>
        <div class="wide"><table class="sortable">
        <thead><tr><th scope="col">Group</th><th scope="col" class="number">Cases</th><th scope="col" class="number">Right</th><th scope="col" class="number">Wrong</th><th scope="col" class="number">With loss</th><th scope="col" class="number">Not supported</th><th scope="col" class="number">Other</th></tr></thead>
        <tbody>{{#rows}}<tr><th scope="row">{{group}}</th>{{#numbers}}<td class="number" data-value="{{value}}">{{text}}</td>{{/numbers}}</tr>
        {{/rows}}</tbody></table></div>
        </section>
        {{/plan}}
        {{#matrices}}
        <section id="{{anchor}}" aria-labelledby="{{anchor}}-title">
        <h2 id="{{anchor}}-title">{{heading}}</h2>
        <div class="wide"><table class="heat">
        <thead><tr><th scope="col" class="corner">Peer</th>{{#types}}<th scope="col">{{.}}</th>{{/types}}</tr></thead>
        <tbody>{{#rows}}<tr><th scope="row" title="{{deviations}}">{{peer}}</th>{{#cells}}<td><span class="cell {{colour}}" title="{{explanation}}">{{mark}}</span></td>{{/cells}}</tr>
        {{/rows}}</tbody></table></div>
        <p class="legend">{{legend}}</p>
        </section>
        {{/matrices}}
        {{#failures}}
        <section id="{{anchor}}" aria-labelledby="{{anchor}}-title">
        <h2 id="{{anchor}}-title">{{heading}}</h2>
        {{#entries}}
        <article class="failure" id="{{anchor}}" aria-labelledby="{{anchor}}-title">
        <h3 id="{{anchor}}-title">{{title}}</h3>
        <p class="tags">{{#code}}<code>{{.}}</code> {{/code}}<span>{{count}}</span></p>
        <p class="fix">{{remedy}}</p>
        <details{{#open}} open{{/open}}><summary>The evidence</summary>
        <p>{{proves}}</p>
        <div class="sides">
        <div><h4>Expected</h4><pre tabindex="0">{{expected}}</pre></div>
        <div><h4>Found</h4><pre tabindex="0">{{found}}</pre></div>
        </div>
        <dl class="facts">
        {{#facts}}<div><dt>{{term}}</dt><dd>{{text}}</dd></div>
        {{/facts}}
        {{#hasFiles}}<div><dt>Exact bytes</dt><dd>{{#files}}<a href="{{href}}">{{name}}</a> {{/files}}</dd></div>{{/hasFiles}}
        </dl>
        {{#again}}<h4>This case alone</h4><pre tabindex="0">{{.}}</pre>{{/again}}
        <h4>Cases</h4>
        <ul class="cases">{{#cases}}<li><code>{{.}}</code></li>
        {{/cases}}</ul>
        </details>
        </article>
        {{/entries}}
        </section>
        {{/failures}}
        {{#lists}}
        <section id="{{anchor}}" aria-labelledby="{{anchor}}-title">
        <h2 id="{{anchor}}-title">{{heading}}</h2>
        <ul>{{#sentences}}<li>{{.}}</li>
        {{/sentences}}</ul>
        </section>
        {{/lists}}
        </main>
        <footer><p>{{imprint}} Every sentence and figure is derived from the trial.</p></footer>
        <script>
        {{>script}}
        </script>
        </body>
        </html>

        """

    static let trialStyle = """
        .alarm { border: 3px solid var(--bad); padding: 1rem 1.4rem; } .alarm h2 { color: var(--bad); }
        .cell { cursor: default; } .cases { columns: 2 20rem; font-size: .9rem; } .n { color: var(--soft); font-weight: 400; }
        .documents td, .documents th { vertical-align: top; text-align: left; } .documents ul { margin: .2rem 0 0; padding-left: 1.1rem; font-size: .9rem; color: var(--soft); }
        .documents th code { overflow-wrap: anywhere; } .documents .wrong { color: var(--bad); font-weight: 600; }
        """
}
