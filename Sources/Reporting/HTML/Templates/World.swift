extension Templates {
    static let chains = """
        {{#chains}}
        <section id="chains" aria-labelledby="chains-title">
        <h2 id="chains-title">Where transparency is lost</h2>
        <p>Each band is what moved from one stage to the next, as wide as its number of consignments and coloured by their evidence. The figure above it is the transparent share.</p>
        <p class="legend"><span><i class="transparent"></i>transparent</span><span><i class="partial"></i>partial</span><span><i class="opaque"></i>opaque or under way</span></p>
        {{#chains}}
        <figure class="chain">
        <figcaption><b>{{name}}.</b> {{sentence}}</figcaption>
        <div class="wide"><svg viewBox="0 0 {{width}} {{height}}" style="width:{{width}}px;min-width:{{least}}px" role="img" aria-label="{{name}}: {{sentence}}">
        {{#flows}}<g><title>{{title}}</title>{{#strands}}<path class="{{kind}}" d="{{path}}" stroke-width="{{width}}"/>{{/strands}}</g>
        {{/flows}}
        {{#stages}}<g><title>{{title}}</title><rect x="{{x}}" y="{{y}}" width="{{width}}" height="{{height}}" rx="3"/>{{#lines}}<text class="{{kind}}" x="{{x}}" y="{{y}}">{{text}}</text>{{/lines}}</g>
        {{/stages}}
        {{#labels}}<text class="share" x="{{x}}" y="{{y}}">{{text}}</text>
        {{/labels}}
        </svg></div>
        {{#table}}
        <details class="table"><summary>{{name}} as a table</summary>
        <div class="wide"><table class="sortable">
        <thead><tr><th scope="col">From</th><th scope="col">To</th><th scope="col" class="number">Consignments</th><th scope="col" class="number">Transparent</th><th scope="col" class="number">Partial</th><th scope="col" class="number">Opaque</th><th scope="col" class="number">Quantity</th></tr></thead>
        <tbody>
        {{#rows}}<tr><td>{{from}}</td><td>{{to}}</td>{{#numbers}}<td class="number" data-value="{{value}}">{{text}}</td>{{/numbers}}</tr>
        {{/rows}}
        </tbody></table></div></details>
        {{/table}}
        </figure>
        {{/chains}}
        </section>
        {{/chains}}

        """

    static let timeline = """
        {{#timeline}}
        <section id="timeline" aria-labelledby="timeline-title">
        <h2 id="timeline-title">Over time</h2>
        <p>{{sentence}}</p>
        <p class="legend"><span><i class="transparent"></i>transparent</span><span><i class="partial"></i>partial</span><span><i class="opaque"></i>opaque</span></p>
        <div class="wide"><svg class="bars" viewBox="0 0 {{width}} {{height}}" style="min-width:620px" role="img" aria-label="{{sentence}}">
        {{#grid}}<line x1="{{left}}" x2="{{right}}" y1="{{y}}" y2="{{y}}"/><text class="tick" x="{{textX}}" y="{{textY}}">{{text}}</text>
        {{/grid}}
        {{#bars}}<g><title>{{title}}</title>{{#parts}}<rect class="{{kind}}" x="{{x}}" y="{{y}}" width="{{width}}" height="{{height}}"/>{{/parts}}{{#label}}<text class="period" x="{{x}}" y="{{y}}">{{text}}</text>{{/label}}</g>
        {{/bars}}
        </svg></div>
        <details class="table"><summary>The same as a table</summary>
        <div class="wide"><table class="sortable">
        <thead><tr><th scope="col">Period</th><th scope="col" class="number">Judged</th><th scope="col" class="number">Transparent</th><th scope="col" class="number">Partial</th><th scope="col" class="number">Opaque</th><th scope="col">Most frequent failure</th></tr></thead>
        <tbody>
        {{#rows}}<tr><td data-value="{{start}}">{{label}}</td>{{#numbers}}<td class="number" data-value="{{value}}">{{text}}</td>{{/numbers}}<td>{{#worst}}{{.}}{{/worst}}</td></tr>
        {{/rows}}
        </tbody></table></div></details>
        </section>
        {{/timeline}}

        """

    static let places = """
        {{#places}}
        <section id="places" aria-labelledby="places-title">
        <h2 id="places-title">Countries and corridors</h2>
        <div class="pairwise">
        <div class="wide"><table class="sortable">
        <caption>Countries</caption>
        <thead><tr><th scope="col">Country</th><th scope="col" class="number">Parties</th><th scope="col" class="number">Sold</th><th scope="col" class="share">Transparent</th><th scope="col" class="number">Bought</th><th scope="col" class="share">Transparent</th></tr></thead>
        <tbody>
        {{#countries}}<tr><th scope="row">{{name}}</th><td class="number" data-value="{{parties.value}}">{{parties.text}}</td>{{#sides}}<td class="number" data-value="{{total.value}}">{{total.text}}</td><td class="share" data-value="{{share.value}}"><span><i style="width:{{share.value}}%"></i></span>{{share.text}}</td>{{/sides}}</tr>
        {{/countries}}
        </tbody></table></div>
        {{#corridors}}
        <div class="wide"><table class="sortable">
        <caption>Corridors{{#cut}} ({{.}}){{/cut}}</caption>
        <thead><tr><th scope="col">From</th><th scope="col">To</th><th scope="col" class="number">Consignments</th><th scope="col" class="share">Transparent</th><th scope="col" class="number">Median days in transit</th></tr></thead>
        <tbody>
        {{#rows}}<tr><td>{{from}}</td><td>{{to}}</td><td class="number" data-value="{{total.value}}">{{total.text}}</td><td class="share" data-value="{{share.value}}"><span><i style="width:{{share.value}}%"></i></span>{{share.text}}</td><td class="number" data-value="{{days.value}}">{{days.text}}</td></tr>
        {{/rows}}
        </tbody></table></div>
        {{/corridors}}
        </div>
        </section>
        {{/places}}

        """

    static let platforms = """
        {{#platforms}}
        <section id="platforms" aria-labelledby="platforms-title">
        <h2 id="platforms-title">Platforms</h2>
        <p>{{sentence}}</p>
        <div class="wide"><table class="sortable">
        <thead><tr><th scope="col">Platform</th><th scope="col">Kind</th><th scope="col" class="number">Parties</th><th scope="col" class="number">Credentials issued</th><th scope="col">Departures from the specification</th></tr></thead>
        <tbody>
        {{#rows}}<tr><th scope="row">{{title}}</th><td>{{kind}}</td>{{#numbers}}<td class="number" data-value="{{value}}">{{text}}</td>{{/numbers}}<td>{{#outside}}<p>{{outside}}</p>{{/outside}}{{#departs}}<ul class="knobs">{{#deviations}}<li>{{knob}}: <code>{{value}}</code></li>{{/deviations}}</ul>{{/departs}}{{^departs}}{{remark}}{{/departs}}</td></tr>
        {{/rows}}
        </tbody></table></div>
        {{#drawn}}<details><summary>{{title}}. {{sentence}}</summary>
        <div class="wide"><table><thead><tr><th scope="col">Setting</th><th scope="col">Value</th><th scope="col">How it was come by</th></tr></thead>
        <tbody>
        {{#marks}}<tr><th scope="row">{{knob}}</th><td><code>{{value}}</code></td><td>{{explanation}}</td></tr>
        {{/marks}}
        </tbody></table></div>
        <p>Not shown by samples: {{unshown}}</p>
        </details>
        {{/drawn}}
        </section>
        {{/platforms}}

        """
}
