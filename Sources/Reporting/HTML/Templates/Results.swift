extension Templates {
    static let verdict = """
        {{#verdict}}
        <section class="verdict {{answer}}" aria-labelledby="verdict">
        <div class="answer">
        <h2 id="verdict"><span class="question">Would this pilot succeed?</span> <span class="word">{{word}}</span></h2>
        <p class="headline">{{headline}}</p>
        {{#variation}}<p><b>{{.}}</b></p>{{/variation}}
        {{#reasons}}<p>{{.}}</p>
        {{/reasons}}
        </div>
        {{#score}}
        <aside aria-label="Score">
        <p class="score">{{value}}</p>
        <p class="note">Score: the smallest share of a target that was reached. The pilot succeeds at 1 or more.{{#lowest}} Lowest: {{.}}.{{/lowest}}</p>
        </aside>
        {{/score}}
        </section>
        <dl class="figures">
        {{#figures}}<div><dt>{{label}}</dt><dd>{{value}}</dd></div>
        {{/figures}}
        </dl>
        {{/verdict}}

        """

    static let measures = """
        {{#measures}}
        <section id="measures" aria-labelledby="measures-title">
        <h2 id="measures-title">Measures against targets</h2>
        {{#targeted}}
        <div class="bullets">
        <div class="scale" aria-hidden="true"><span style="left:0">0</span><span style="left:40%">half</span><span style="left:80%">target</span></div>
        {{#bars}}
        <div class="bullet {{state}}">
        <p class="name">{{label}}</p>
        <p class="value"><b>{{value}}</b> of {{target}}</p>
        <div class="track" role="img" aria-label="{{label}}: {{value}} of {{target}}, {{verdict}}"><i style="width:{{width}}%"></i><u></u></div>
        <p class="met">{{verdict}}</p>
        </div>
        {{/bars}}
        </div>
        {{/targeted}}
        {{#shortfall}}
        <h3>What is missing from targets</h3>
        <ul>{{#sentences}}<li>{{.}}</li>{{/sentences}}</ul>
        {{/shortfall}}
        {{#others}}
        <h3>Also measured</h3>
        <dl class="others">
        {{#rows}}<div><dt>{{label}}</dt><dd>{{value}}{{#spread}}<small>{{.}}</small>{{/spread}}</dd></div>
        {{/rows}}
        </dl>
        {{/others}}
        {{#levels}}
        <h3>How far the evidence reached</h3>
        <div class="wide"><table class="levels">
        <caption class="hidden">Consignments by the evidence level at which they stand at the end of the run</caption>
        <thead><tr><th scope="col">Level</th><th scope="col">Each consignment counts once, at the highest level at which it stands at the end of the run</th><th scope="col" class="number">Consignments</th><th scope="col" class="share">Share</th></tr></thead>
        <tbody>
        {{#rows}}<tr><td>{{level}}</td><td>{{meaning}}</td><td class="number">{{count.text}}</td><td class="share"><span><i style="width:{{share.value}}%"></i></span>{{share.text}}</td></tr>
        {{/rows}}
        </tbody></table></div>
        {{/levels}}
        {{#stories}}
        <h3>What those who take part want to know</h3>
        <div class="wide"><table>
        <caption class="hidden">Stories of users, with the measures that answer them</caption>
        <thead><tr><th scope="col">Story</th><th scope="col">Answered by</th></tr></thead>
        <tbody>
        {{#rows}}<tr><td>{{story}}</td><td>{{#answers}}{{label}}: <b>{{value}}</b><br>{{/answers}}{{^answers}}nothing that was measured in this run{{/answers}}</td></tr>
        {{/rows}}
        </tbody></table></div>
        {{/stories}}
        <p class="note">How each measure is counted: see <a href="#definitions">definitions</a>.</p>
        </section>
        {{/measures}}

        """

    static let matrix = """
        {{#matrix}}
        <section id="matrix" aria-labelledby="matrix-title">
        <h2 id="matrix-title">Who can read whom</h2>
        <p>{{summary}} A row is the platform that issued a credential, a column the platform that verified it. Each figure is the share of attempts that passed with nothing lost.</p>
        <div class="wide">
        <table class="heat">
        <caption class="hidden">Share of credentials that passed, by issuing platform in rows and verifying platform in columns</caption>
        <thead><tr><th scope="col" class="corner"><span>Issued by &#8595;</span><span>Read by &#8594;</span></th>{{#columns}}<th scope="col">{{.}}</th>{{/columns}}</tr></thead>
        <tbody>
        {{#rows}}<tr><th scope="row">{{name}}</th>{{#cells}}<td>{{#tried}}<a class="cell {{bin}}" href="#{{anchor}}"><span class="hidden">{{issuer}} read by {{verifier}}: </span>{{share}}<span class="hidden"> passed</span><small>of {{attempts}}</small></a>{{/tried}}{{^tried}}<span class="cell untried">&#8211;<span class="hidden"> never tried</span></span>{{/tried}}</td>{{/cells}}</tr>
        {{/rows}}
        </tbody>
        </table>
        </div>
        <p class="legend" aria-hidden="true">{{#legend}}<span><i class="{{bin}}"></i>{{label}}</span>{{/legend}}</p>
        {{#sealedInAll}}<p class="note">{{.}}</p>{{/sealedInAll}}
        <p class="note screen">Point at a cell, move to it with Tab, or choose it: what went wrong there is shown here.</p>
        <div class="pairs" aria-live="polite">
        {{#pairs}}
        <section class="pair{{#first}} shown{{/first}}" id="{{anchor}}" aria-label="{{issuer}} read by {{verifier}}">
        <h3>Issued by {{issuer}}, read by {{verifier}}</h3>
        <div class="wide"><table>
        <thead><tr><th scope="col">Credential type</th><th scope="col" class="number">Attempts</th>{{#states}}<th scope="col" class="number">{{.}}</th>{{/states}}</tr></thead>
        <tbody>{{#types}}<tr><th scope="row">{{type}}</th>{{#counts}}<td class="number">{{.}}</td>{{/counts}}</tr>{{/types}}</tbody>
        </table></div>
        {{#failed}}<ul class="causes">{{#failures}}<li><b>{{count}}</b> {{#target}}<a href="#{{.}}">{{title}}</a>{{/target}}{{^target}}{{title}}{{/target}} <code>{{code}}</code></li>{{/failures}}</ul>{{/failed}}
        {{^failed}}{{^sealed}}<p class="note">No failure was seen.</p>{{/sealed}}{{/failed}}
        {{#sealed}}<p class="note">{{.}}</p>{{/sealed}}
        </section>
        {{/pairs}}
        </div>
        <details class="table"><summary>All pairs as a table</summary>
        <div class="wide"><table class="sortable">
        <thead><tr><th scope="col">Issued by</th><th scope="col">Read by</th><th scope="col" class="number">Attempts</th>{{#states}}<th scope="col" class="number">{{.}}</th>{{/states}}<th scope="col">Most frequent failure</th></tr></thead>
        <tbody>
        {{#pairs}}<tr><td>{{issuer}}</td><td>{{verifier}}</td>{{#totals}}<td class="number" data-value="{{value}}">{{text}}</td>{{/totals}}<td>{{#worst}}{{.}}{{/worst}}{{^worst}}{{#sealed}}none: sealed for others{{/sealed}}{{/worst}}</td></tr>
        {{/pairs}}
        </tbody></table></div>
        <dl class="terms">{{#meanings}}<div><dt>{{term}}</dt><dd>{{text}}</dd></div>{{/meanings}}</dl>
        </details>
        </section>
        {{/matrix}}

        """
}
