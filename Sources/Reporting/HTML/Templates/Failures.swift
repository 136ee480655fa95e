extension Templates {
    static let failures = """
        {{#failures}}
        <section id="failures" aria-labelledby="failures-title">
        <h2 id="failures-title">What to fix first</h2>
        <p>{{summary}}</p>
        {{#hasPlan}}
        <div class="wide"><table class="plan">
        <caption>Step by step</caption>
        <thead><tr><th scope="col" class="number">Step</th><th scope="col">Mend</th><th scope="col">By whom</th><th scope="col" class="number">Gains about</th><th scope="col" class="number">Transparent then, about</th></tr></thead>
        <tbody>
        {{#steps}}<tr><td class="number">{{place}}</td><td>{{#failures}}<div>{{#anchor}}<a href="#{{.}}">{{/anchor}}{{title}}{{#anchor}}</a>{{/anchor}}</div>{{/failures}}</td><td>{{menders}}</td><td class="number">{{gain}}{{#sound}}<small>{{.}}</small>{{/sound}}</td><td class="number">{{transparent}}{{#target}}<small>{{.}}</small>{{/target}}</td></tr>
        {{/steps}}
        </tbody></table></div>
        {{/hasPlan}}
        {{#entries}}
        <article class="failure {{severity}}" id="{{anchor}}" aria-labelledby="{{anchor}}-title">
        <header>
        <p class="rank" aria-hidden="true">{{rank}}</p>
        <div>
        <h3 id="{{anchor}}-title">{{title}}</h3>
        <p class="tags"><code>{{code}}</code> <span class="severity">{{severity}}</span> <span>{{place}}</span></p>
        <p class="fix">To be fixed by <strong>{{mustFix}}</strong>, {{part}}.</p>
        </div>
        <div class="cost">
        <p><b>{{lost}}</b> {{lostNoun}} lost</p>
        <div class="meter" role="img" aria-label="{{share}}, {{solely}}"><i style="width:{{lostWidth}}%"></i><i class="solely" style="width:{{solelyWidth}}%"></i></div>
        <p class="note">{{share}}, {{solely}}</p>
        </div>
        </header>
        <details{{#open}} open{{/open}}><summary>What to do, and the evidence</summary>
        <p>{{what}}</p>
        <div class="sides">
        <div><h4>For the issuer</h4><p>{{issuerRemedy}}</p></div>
        <div><h4>For the verifier</h4><p>{{verifierRemedy}}</p></div>
        </div>
        <div class="sides">
        <div><h4>Sent</h4><pre tabindex="0">{{sent}}</pre></div>
        <div><h4>Expected</h4><pre tabindex="0">{{expected}}</pre></div>
        </div>
        <dl class="facts">
        {{#facts}}<div><dt>{{term}}</dt><dd>{{text}}</dd></div>
        {{/facts}}
        {{#hasFiles}}<div><dt>Exact bytes</dt><dd>{{#files}}<a href="{{href}}">{{name}}</a> {{/files}}</dd></div>{{/hasFiles}}
        </dl>
        <div class="wide"><table class="sortable">
        <caption>Where it was seen{{#cut}} ({{.}}){{/cut}}</caption>
        <thead><tr><th scope="col">Issued by</th><th scope="col">Read by</th><th scope="col">Credential</th><th scope="col" class="number">Times</th><th scope="col" class="number">Consignments</th><th scope="col" class="number">By it alone</th></tr></thead>
        <tbody>
        {{#places}}<tr><td>{{issuer}}</td><td>{{verifier}}</td><td>{{type}}</td>{{#numbers}}<td class="number" data-value="{{value}}">{{text}}</td>{{/numbers}}</tr>
        {{/places}}
        </tbody></table></div>
        </details>
        </article>
        {{/entries}}
        </section>
        {{/failures}}

        """
}
