extension Templates {
    static let rules = """
        {{#rules}}
        <section id="rules" aria-labelledby="rules-title">
        <h2 id="rules-title">At the border</h2>
        <p>{{sentence}}{{#lacking}} {{.}}{{/lacking}}</p>
        <div class="wide"><table class="sortable">
        <thead><tr><th scope="col">Rule</th><th scope="col">Applies from</th><th scope="col" class="number">Looked at</th><th scope="col" class="share">Passed</th><th scope="col" class="number">Noted</th><th scope="col" class="number">Default value</th><th scope="col" class="number">Waited for a quota</th><th scope="col" class="number">Held, let go</th><th scope="col" class="number">Held, turned away</th><th scope="col" class="number">Mean days held</th><th scope="col" class="number">95% within days</th><th scope="col">Lacking</th></tr></thead>
        <tbody>
        {{#rows}}<tr><th scope="row"><code>{{id}}</code> {{title}}<br><span class="note">{{instrument}}</span></th><td>{{from}}{{#disputed}}<br><span class="note">disputed</span>{{/disputed}}</td><td class="number" data-value="{{checked.value}}">{{checked.text}}</td><td class="share" data-value="{{passed.value}}"><span><i style="width:{{passed.value}}%"></i></span>{{passed.text}}</td>{{#numbers}}<td class="number" data-value="{{value}}">{{text}}</td>{{/numbers}}{{#days}}<td class="number" data-value="{{value}}">{{text}}</td>{{/days}}<td>{{lacking}}</td></tr>
        {{/rows}}
        </tbody></table></div>
        {{#months}}
        <details class="table"><summary>Held by month</summary>
        <div class="wide"><table class="sortable">
        <thead><tr><th scope="col">Rule</th><th scope="col">Month</th><th scope="col" class="number">Looked at</th><th scope="col" class="number">Held</th><th scope="col" class="number">Turned away</th></tr></thead>
        <tbody>
        {{#rows}}<tr><td>{{rule}}</td><td>{{month}}</td>{{#numbers}}<td class="number" data-value="{{value}}">{{text}}</td>{{/numbers}}</tr>
        {{/rows}}
        </tbody></table></div></details>
        {{/months}}
        </section>
        {{/rules}}

        """

    static let criteria = """
        {{#criteria}}
        <section id="criteria" aria-labelledby="criteria-title">
        <h2 id="criteria-title">What was asked for</h2>
        <p>{{sentence}}</p>
        <div class="wide"><table class="sortable">
        <thead><tr><th scope="col">Criterion</th><th scope="col" class="number">Demanded</th><th scope="col" class="number">Met directly</th><th scope="col" class="number">By a mapping</th><th scope="col" class="number">In part</th><th scope="col" class="number">Not met</th><th scope="col" class="share">Met</th></tr></thead>
        <tbody>
        {{#rows}}<tr><th scope="row"><code>{{id}}</code> {{name}}</th>{{#numbers}}<td class="number" data-value="{{value}}">{{text}}</td>{{/numbers}}<td class="share" data-value="{{met.value}}"><span><i style="width:{{met.value}}%"></i></span>{{met.text}}</td></tr>
        {{/rows}}
        </tbody></table></div>
        {{#recognition}}
        <h3>What recognition would gain</h3>
        <p>{{sentence}}</p>
        <div class="wide"><table class="sortable">
        <caption>Recognitions{{#cut}} ({{.}}){{/cut}}</caption>
        <thead><tr><th scope="col">Country</th><th scope="col">Scheme</th><th scope="col" class="number">Consignments gained, about</th><th scope="col" class="share">Of all judged</th></tr></thead>
        <tbody>
        {{#rows}}<tr><td>{{country}}</td><td>{{scheme}}</td><td class="number" data-value="{{gain.value}}">{{gain.text}}</td><td class="share" data-value="{{share.value}}"><span><i style="width:{{share.value}}%"></i></span>{{share.text}}</td></tr>
        {{/rows}}
        </tbody></table></div>
        {{/recognition}}
        </section>
        {{/criteria}}

        """

    static let fraud = """
        {{#fraud}}
        <section id="fraud" aria-labelledby="fraud-title">
        <h2 id="fraud-title">Fraud, seen and unseen</h2>
        <p>{{sentence}} A case is a consignment whose evidence rests on a batch with one pattern of fraud; it is found where a sign of that pattern stands in that batch\u{2019}s own evidence.</p>
        {{#unseen}}
        <ul>{{#sentences}}<li>{{.}}</li>{{/sentences}}</ul>
        {{/unseen}}
        <div class="wide"><table class="sortable">
        <thead><tr><th scope="col">Pattern, and the evidence that tells</th><th scope="col" class="number">Batches</th><th scope="col" class="number">Consignments</th><th scope="col" class="number">Evidence not read</th><th scope="col" class="share">Found, of those looked at (recall)</th><th scope="col" class="share">Found, of all</th><th scope="col" class="number">Passed as transparent</th><th scope="col" class="number">False alarms</th><th scope="col" class="share">Alarms that were true (precision), explained signs aside</th><th scope="col" class="number">Sign for another reason</th><th scope="col" class="number">Median days to the first sign</th><th scope="col" class="number">95th percentile</th></tr></thead>
        <tbody>
        {{#rows}}<tr><th scope="row"><code>{{pattern}}</code> {{name}}<small>{{evidence}}</small></th>{{#numbers}}<td class="number" data-value="{{value}}">{{text}}</td>{{/numbers}}{{#recalls}}<td class="share" data-value="{{value}}"><span><i style="width:{{value}}%"></i></span>{{text}}</td>{{/recalls}}{{#others}}<td class="number" data-value="{{value}}">{{text}}</td>{{/others}}<td class="share" data-value="{{precision.value}}"><span><i style="width:{{precision.value}}%"></i></span>{{precision.text}}</td><td class="number" data-value="{{explained.value}}">{{explained.text}}</td>{{#days}}<td class="number" data-value="{{value}}">{{text}}</td>{{/days}}</tr>
        {{/rows}}
        </tbody></table></div>
        <p class="note">A false alarm is a sign that neither what somebody did nor a failure between platforms explains; another reason is a certificate kept badly, a claim without proof, another pattern with the same sign, or such a failure. Precision leaves signs with another reason aside: whoever has to look into them all finds fewer that are true.</p>
        </section>
        {{/fraud}}

        """
}
