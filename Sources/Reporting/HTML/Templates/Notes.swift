extension Templates {
    static let truth = """
        {{#truth}}
        <section id="truth" aria-labelledby="truth-title">
        <h2 id="truth-title">Against the truth</h2>
        <p>A simulation knows what really happened to the material, so it can tell where the evidence misled.</p>
        <div class="sides truths">
        {{#sides}}
        <div>
        <p class="big">{{count}}</p>
        <h3>{{title}}</h3>
        <p class="note">{{meaning}}</p>
        {{#hasCauses}}<table><thead><tr><th scope="col">Cause</th><th scope="col" class="number">Consignments</th></tr></thead><tbody>{{#causes}}<tr><td>{{title}}</td><td class="number">{{count}}</td></tr>{{/causes}}</tbody></table>{{/hasCauses}}
        </div>
        {{/sides}}
        </div>
        {{#hasPairs}}
        <details class="table"><summary>By pair of platforms</summary>
        <div class="wide"><table class="sortable">
        <thead><tr><th scope="col">Issued by</th><th scope="col">Read by</th><th scope="col" class="number">Accepted wrongly</th><th scope="col" class="number">Rejected wrongly</th></tr></thead>
        <tbody>
        {{#pairs}}<tr><td>{{issuer}}</td><td>{{verifier}}</td>{{#numbers}}<td class="number" data-value="{{value}}">{{text}}</td>{{/numbers}}</tr>
        {{/pairs}}
        </tbody></table></div></details>
        {{/hasPairs}}
        </section>
        {{/truth}}

        """

    static let notes = """
        {{#notes}}
        <section id="definitions" aria-labelledby="definitions-title">
        <h2 id="definitions-title">Definitions</h2>
        <dl class="definitions">
        {{#definitions}}<div><dt>{{term}}</dt><dd>{{text}}</dd></div>
        {{/definitions}}
        </dl>
        </section>
        <section id="reproduce" aria-labelledby="reproduce-title">
        <h2 id="reproduce-title">How to reproduce</h2>
        <p>{{sentence}}</p>
        <pre tabindex="0">{{command}}</pre>
        <dl class="facts">
        {{#facts}}<div><dt>{{term}}</dt><dd>{{text}}</dd></div>
        {{/facts}}
        {{#digests}}<div><dt>{{term}}</dt><dd><code>{{text}}</code></dd></div>
        {{/digests}}
        </dl>
        <p class="note">{{provenance}}</p>
        {{#numbers}}
        <div class="wide"><table class="sortable">
        <caption>The numbers behind the verdict, by what they are</caption>
        <thead><tr><th scope="col">Numbers</th><th scope="col" class="number">Read</th><th scope="col" class="number">Recalled</th><th scope="col" class="number">Assumed</th><th scope="col" class="share">Assumed, of all</th></tr></thead>
        <tbody>
        {{#rows}}<tr><th scope="row">{{kind}}</th>{{#numbers}}<td class="number" data-value="{{value}}">{{text}}</td>{{/numbers}}<td class="share" data-value="{{share.value}}"><span><i style="width:{{share.value}}%"></i></span>{{share.text}}</td></tr>
        {{/rows}}
        </tbody></table></div>
        {{/numbers}}
        </section>
        {{/notes}}

        """
}
