import Records

extension Templates {
    static let breakdowns = """
        {{#breakdowns}}
        <section id="breakdowns" aria-labelledby="breakdowns-title">
        <h2 id="breakdowns-title">Parts of the pilot</h2>
        <p>The same measures for each value chain, each pair of countries and each month, so that one busy part can't hide an empty one. What is counted in several parts counts in each. \(Breakdowns.standing)</p>
        {{#tables}}
        <div class="wide"><table class="sortable">
        <caption>{{title}}{{#remark}} ({{.}}){{/remark}}</caption>
        <thead><tr><th scope="col"><span class="hidden">{{title}}</span></th>{{#counts}}<th scope="col" class="number">{{.}}</th>{{/counts}}{{#shares}}<th scope="col" class="share">{{.}}</th>{{/shares}}</tr></thead>
        <tbody>
        {{#rows}}<tr><th scope="row" data-value="{{key}}">{{label}}</th>{{#numbers}}<td class="number" data-value="{{value}}">{{text}}</td>{{/numbers}}{{#shares}}<td class="share" data-value="{{value}}"><span><i style="width:{{value}}%"></i></span>{{text}}</td>{{/shares}}</tr>
        {{/rows}}
        </tbody></table></div>
        {{/tables}}
        {{#causes}}
        <details class="table"><summary>What stood in the way, month by month</summary>
        <div class="wide"><table>
        <caption class="hidden">The five most frequent failures of each month</caption>
        <thead><tr><th scope="col">Month</th><th scope="col">Failure</th><th scope="col" class="number">Consignments</th><th scope="col" class="share">Of those judged</th></tr></thead>
        <tbody>
        {{#months}}{{#rows}}<tr><td>{{label}}</td><td>{{title}}</td><td class="number">{{count.text}}</td><td class="share"><span><i style="width:{{share.value}}%"></i></span>{{share.text}}</td></tr>
        {{/rows}}{{/months}}
        </tbody></table></div></details>
        {{/causes}}
        {{#materials}}
        <details class="table"><summary>Materials: what each stage made and consumed</summary>
        <div class="wide"><table class="sortable">
        <caption class="hidden">What each stage made and consumed</caption>
        <thead><tr><th scope="col">Stage</th><th scope="col">Product</th><th scope="col" class="number">Made</th><th scope="col">Input</th><th scope="col" class="number">Consumed</th><th scope="col" class="number">Mean yield</th><th scope="col" class="number">Declared yield</th></tr></thead>
        <tbody>
        {{#rows}}<tr><td>{{stage}}</td><td>{{product}}</td><td class="number" data-value="{{made.value}}">{{made.text}}</td><td>{{input}}</td><td class="number" data-value="{{consumed.value}}">{{consumed.text}}</td><td class="number">{{meanYield}}</td><td class="number">{{declared}}</td></tr>
        {{/rows}}
        </tbody></table></div></details>
        {{/materials}}
        </section>
        {{/breakdowns}}

        """
}
