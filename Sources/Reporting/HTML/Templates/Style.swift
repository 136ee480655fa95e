extension Templates {
    /// Colours differ in lightness as well as in hue, so that they are told apart without colour vision and in print.
    static let style = """
        :root {
          --paper: #fcfcfa; --ink: #1b1f24; --soft: #565d66; --rule: #d5d6d1; --faint: #f1f1ed; --link: #0b5788;
          --good: #1c5f8d; --bad: #8f2f1f; --transparent: #1c5f8d; --partial: #e5b455; --opaque: #8f2f1f;
          --serif: Charter, "Bitstream Charter", "Iowan Old Style", "Palatino Linotype", Georgia, "Liberation Serif", serif;
          --sans: Inter, -apple-system, "Segoe UI", Roboto, "Helvetica Neue", Arial, "Liberation Sans", sans-serif;
          --mono: ui-monospace, "SF Mono", Consolas, "Liberation Mono", monospace;
          color-scheme: light dark;
        }
        @media (prefers-color-scheme: dark) {
          :root {
            --paper: #14181c; --ink: #e7e8e6; --soft: #a3abb3; --rule: #353c43; --faint: #1d2328; --link: #8cc4ea;
            --good: #7fb9e2; --bad: #ee9079; --transparent: #5da3d5; --partial: #dcb467; --opaque: #c05238;
          }
        }
        * { box-sizing: border-box; }
        html { scroll-behavior: smooth; -webkit-text-size-adjust: 100%; }
        @media (prefers-reduced-motion: reduce) { html { scroll-behavior: auto; } }
        body { margin: 0 auto; max-width: 68rem; padding: 0 2rem 4rem; background: var(--paper); color: var(--ink);
          font: 400 1rem/1.55 var(--sans); overflow-wrap: break-word; }
        h1, h2, h3, .headline, .lede, .score, .big { font-family: var(--serif); } h1, h2, h3, .headline { text-wrap: balance; }
        h1 { font-size: clamp(2rem, 5vw, 2.9rem); line-height: 1.12; font-weight: 600; margin: .2rem 0 .8rem; letter-spacing: -.01em; }
        h2 { font-size: 1.65rem; line-height: 1.2; font-weight: 600; margin: 0 0 .7rem; }
        h3 { font-size: 1.15rem; line-height: 1.3; font-weight: 600; margin: 0 0 .3rem; }
        h4 { font: 600 .78rem/1.4 var(--sans); margin: 0 0 .2rem; color: var(--soft); }
        p { margin: 0 0 .7rem; max-width: 46rem; text-wrap: pretty; }
        a { color: var(--link); text-underline-offset: .15em; }
        code, pre { font-family: var(--mono); font-size: .86em; }
        pre { background: var(--faint); border-left: 3px solid var(--rule); padding: .6rem .8rem; margin: 0; white-space: pre-wrap; overflow-wrap: anywhere; max-height: 20rem; overflow: auto; }
        :focus-visible { outline: 3px solid var(--link); outline-offset: 2px; border-radius: 2px; }
        main:focus { outline: none; }
        .hidden { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
        .skip { position: absolute; left: -100vw; top: .5rem; background: var(--ink); color: var(--paper); padding: .5rem 1rem; z-index: 2; }
        .skip:focus { left: 1rem; }
        .note, .imprint, footer { color: var(--soft); font-size: .88rem; }
        .wide { position: relative; overflow-x: auto; margin: 0 0 .8rem; }
        .masthead { padding: 2.6rem 0 1.4rem; border-bottom: 3px solid var(--ink); }
        .kicker { font-size: .88rem; color: var(--soft); margin: 0; }
        .lede { font-size: 1.18rem; line-height: 1.45; }
        .imprint { margin: 0; max-width: none; }
        section:not(.verdict):not(.pair) { padding-top: 2.2rem; margin-top: 2.2rem; border-top: 1px solid var(--rule); }
        footer p { max-width: none; } footer { border-top: 3px solid var(--ink); margin-top: 3rem; padding-top: .8rem; }
        nav ul { list-style: none; display: flex; flex-wrap: wrap; gap: .3rem 1.3rem; padding: .9rem 0 0; margin: 0; font-size: .92rem; }
        .verdict { display: grid; grid-template-columns: 1fr 15rem; gap: 2.5rem; padding: 1.8rem 0 1.4rem; }
        .verdict h2 { margin: 0; }
        .question { display: block; font: 400 1rem/1.4 var(--sans); color: var(--soft); }
        .word { display: block; font-size: clamp(3.2rem, 9vw, 5rem); line-height: 1.02; letter-spacing: -.02em; margin: .1rem 0 .3rem; }
        .succeeds .word { color: var(--good); } .fails .word { color: var(--bad); } .open .word { color: var(--ink); }
        .headline { font-size: 1.45rem; line-height: 1.3; margin-bottom: .9rem; }
        .score { font-size: 3.6rem; line-height: 1; margin: 1.7rem 0 .5rem; font-variant-numeric: lining-nums; }
        aside { border-left: 1px solid var(--rule); padding-left: 1.5rem; }
        .figures { display: grid; grid-template-columns: repeat(auto-fit, minmax(9.5rem, 1fr)); border: solid var(--rule); border-width: 1px 0; margin: 0; }
        .figures div { padding: .7rem .9rem .7rem 0; display: flex; flex-direction: column-reverse; justify-content: flex-end; }
        .figures dt { font-size: .84rem; color: var(--soft); } .figures dd { margin: 0; font: 600 1.4rem/1.3 var(--serif); }
        .bullets { margin: 1rem 0; }
        .scale, .bullet { display: grid; grid-template-columns: minmax(9rem, 17rem) 11rem 1fr 4.2rem; gap: 0 1rem; align-items: center; }
        .scale { display: block; position: relative; height: 1.3rem; margin: 0 5.2rem 0 30rem; font-size: .78rem; color: var(--soft); }
        .scale span { position: absolute; transform: translateX(-50%); } .scale span:first-child { transform: none; }
        .bullet { padding: .5rem 0; border-top: 1px solid var(--rule); }
        .bullet p { margin: 0; } .bullet .name { font-weight: 600; } .bullet .value { text-align: right; color: var(--soft); font-variant-numeric: tabular-nums; }
        .bullet .value b { color: var(--ink); }
        .track { position: relative; height: 1.15rem; background: linear-gradient(to right, var(--rule) 40%, var(--faint) 40%); }
        .track i { position: absolute; inset: .3rem auto .3rem 0; background: var(--good); }
        .missed .track i { background: var(--bad); }
        .track u { position: absolute; left: 80%; top: -.2rem; bottom: -.2rem; width: 3px; margin-left: -1px; background: var(--ink); }
        .missed .met { color: var(--bad); font-weight: 600; } .metall .met { color: var(--good); }
        .others, .facts, .terms, .definitions { margin: .4rem 0 1rem; }
        .others { columns: 2 18rem; column-gap: 3rem; }
        .others div { display: flex; justify-content: space-between; gap: 1rem; border-bottom: 1px solid var(--rule); padding: .25rem 0; break-inside: avoid; }
        dd { margin: 0; } .others dd { font-weight: 600; font-variant-numeric: tabular-nums; white-space: nowrap; }
        .others small { display: block; font-weight: 400; color: var(--soft); text-align: right; } .others dd { text-align: right; }
        .levels td:first-child { font-weight: 600; width: 3rem; } .levels { max-width: 54rem; }
        .facts div, .terms div, .definitions div { display: grid; grid-template-columns: 11rem 1fr; gap: 1rem; padding: .25rem 0; }
        .facts dt, .terms dt { color: var(--soft); } .facts, .terms { font-size: .92rem; } .facts dd { overflow-wrap: anywhere; }
        .definitions div { border-top: 1px solid var(--rule); padding: .5rem 0; } .definitions dt { font-weight: 600; } .definitions dd { max-width: 46rem; }
        table { border-collapse: collapse; width: 100%; font-size: .92rem; font-variant-numeric: tabular-nums lining-nums; }
        caption { text-align: left; font-weight: 600; padding: .4rem 0; }
        th, td { text-align: left; vertical-align: top; padding: .38rem .9rem .38rem 0; border-bottom: 1px solid var(--rule); font-weight: 400; }
        thead th { vertical-align: bottom; font-size: .84rem; color: var(--soft); border-bottom: 1px solid var(--ink); }
        thead th::first-letter, th button::first-letter { text-transform: uppercase; } .number { text-align: right; } th:last-child, td:last-child { padding-right: 0; }
        th button { all: unset; cursor: pointer; } th button:hover { color: var(--ink); text-decoration: underline; }
        th button:focus-visible { outline: 3px solid var(--link); outline-offset: 2px; }
        th[aria-sort="ascending"] button::after { content: " \\2191"; } th[aria-sort="descending"] button::after { content: " \\2193"; }
        th.share, td.share { padding-left: 1.2rem; } td.share { white-space: nowrap; } th small { display: block; color: var(--soft); } td.share span { display: inline-block; width: 4.5rem; height: .7rem; margin-right: .5rem; background: var(--faint); }
        td.share i { display: block; height: 100%; background: var(--transparent); }
        details.table { margin: .6rem 0 0; } summary { cursor: pointer; color: var(--link); font-size: .92rem; width: fit-content; }
        .heat { width: auto; min-width: 60%; border-collapse: separate; border-spacing: 2px; }
        .heat th, .heat td { border: 0; padding: 0; vertical-align: middle; } .heat th[scope=row] { padding-right: .8rem; vertical-align: middle; max-width: 13rem; }
        .heat thead th { padding: 0 .2rem .4rem; text-align: center; max-width: 8.5rem; border: 0; color: var(--ink); } .heat .corner { text-align: left; color: var(--soft); } .corner span { display: block; } .corner span + span { text-align: right; padding-right: .8rem; }
        .cell { display: block; min-width: 4.6rem; padding: .5rem .25rem; text-align: center; font-weight: 600; text-decoration: none; line-height: 1.2; }
        .cell small { display: block; font-weight: 400; font-size: .74rem; }
        .cell:hover, .cell[aria-current] { box-shadow: inset 0 0 0 3px var(--ink); } .untried { color: var(--soft); font-weight: 400; }
        .b0 { background: #8f2f1f; color: #fff; } .b1 { background: #c7603c; color: #120500; } .b2 { background: #eaa868; color: #1b1f24; }
        .b3 { background: #f5e0a9; color: #1b1f24; } .b4 { background: #cbe0ea; color: #1b1f24; } .b5 { background: #84b6d6; color: #0b1a26; } .b6 { background: #1c5f8d; color: #fff; }
        .legend { display: flex; flex-wrap: wrap; gap: .2rem 1.1rem; font-size: .84rem; color: var(--soft); max-width: none; }
        .legend i { display: inline-block; width: 1.1rem; height: .8rem; margin-right: .35rem; }
        i.transparent { background: var(--transparent); } i.partial { background: var(--partial); } i.opaque { background: var(--opaque); }
        .pair { display: none; border-left: 3px solid var(--ink); padding: .2rem 0 .2rem 1.2rem; margin: .6rem 0 1rem; }
        .pair.shown, .pair:target { display: block; } .pairs:has(:target) .pair.shown:not(:target) { display: none; }
        .causes { list-style: none; padding: 0; margin: .3rem 0; } .causes b { display: inline-block; min-width: 4rem; text-align: right; padding-right: .6rem; font-variant-numeric: tabular-nums; }
        .plan { max-width: 58rem; margin-bottom: 1.4rem; } .plan small { display: block; color: var(--good); font-weight: 600; white-space: nowrap; }
        .failure { border-top: 1px solid var(--rule); padding: 1.1rem 0; } .failure header { display: grid; grid-template-columns: 2.2rem 1fr 13rem; gap: 0 1rem; }
        .rank { font: 600 1.6rem/1.1 var(--serif); color: var(--soft); } .tags code { font-size: 1em; } .tags { font-size: .86rem; color: var(--soft); margin-bottom: .3rem; } .tags span::before { content: "\\00b7\\00a0"; }
        .severity { color: var(--ink); } .fix { margin: 0; }
        .cost p { margin: 0; } .cost b { font: 600 1.4rem/1.2 var(--serif); } .meter { position: relative; height: .7rem; background: var(--faint); margin: .25rem 0; }
        .meter i { position: absolute; inset: 0 auto 0 0; background: var(--partial); } .meter .solely { background: var(--opaque); }
        .failure > details { margin: .6rem 0 0 3.2rem; } .failure > details > :not(summary) { margin-top: .7rem; }
        .sides { display: grid; grid-template-columns: 1fr 1fr; gap: 1rem 2rem; } .sides > div { min-width: 0; } .sides p { margin: 0; }
        .truths h3 { margin-top: .1rem; } .big { font-size: 2.8rem; line-height: 1.1; } .truths table { margin-top: .6rem; }
        .chain { margin: 1.6rem 0 0; } figcaption { margin-bottom: .6rem; max-width: 46rem; } svg { display: block; max-width: 100%; height: auto; font-family: var(--sans); }
        svg path { fill: none; } path.transparent { stroke: var(--transparent); } path.partial { stroke: var(--partial); } path.opaque { stroke: var(--opaque); }
        rect.transparent { fill: var(--transparent); } rect.partial { fill: var(--partial); } rect.opaque { fill: var(--opaque); }
        .chain rect { fill: var(--paper); stroke: var(--ink); } svg text { fill: var(--ink); font-size: 12px; } svg .name { font-weight: 600; } svg .meta { fill: var(--soft); font-size: 10.5px; }
        svg .share { text-anchor: middle; font-weight: 600; paint-order: stroke; stroke: var(--paper); stroke-width: 3px; } svg line { stroke: var(--rule); }
        svg .tick { text-anchor: end; fill: var(--soft); } svg .period { text-anchor: middle; fill: var(--soft); } .bars { width: 100%; margin-bottom: .6rem; }
        .pairwise { display: grid; gap: 1rem; } .knobs { margin: 0; padding: 0; list-style: none; }
        @media screen and (max-width: 46rem) {
          body { padding: 0 1.1rem 3rem; } .verdict, .sides, .failure header { grid-template-columns: 1fr; } aside { border: 0; padding: 0; } .score { margin-top: 0; }
          .scale { display: none; } .bullet { grid-template-columns: 1fr 8.5rem; } .bullet .met { text-align: right; } .bullet .track { grid-row: 2; } .failure > details { margin-left: 0; } .rank { margin: 0; }
          .facts div, .terms div, .definitions div { grid-template-columns: 1fr; gap: 0; }
          .stacked thead { display: none; } .stacked, .stacked tbody, .stacked tr, .stacked caption { display: block; }
          .stacked tr { border-top: 1px solid var(--rule); padding: .5rem 0; } .stacked tbody { border-bottom: 1px solid var(--rule); }
          .stacked td, .stacked th { display: flow-root; width: auto !important; border: 0; padding: .1rem 0 !important; text-align: right; }
          .stacked td::before { content: attr(data-label); float: left; max-width: 60%; margin-right: 1rem; text-align: left; white-space: normal; color: var(--soft); }
          .stacked th { text-align: left; font-weight: 600; } .stacked th small { font-weight: 400; }
        }

        """

    static let printStyle = """
        @media print {
          :root { --paper: #fff; --ink: #000; --soft: #444; --rule: #bbb; --faint: #eee; --link: #000;
            --good: #1c5f8d; --bad: #8f2f1f; --transparent: #1c5f8d; --partial: #e5b455; --opaque: #8f2f1f; color-scheme: light; }
          @page { margin: 16mm 15mm; }
          html { font-size: 9pt; } body { max-width: none; padding: 0; } .masthead { padding-top: 0; } * { print-color-adjust: exact; -webkit-print-color-adjust: exact; }
          nav, .skip, .screen, .pairs, summary { display: none; } pre { max-height: none; overflow: visible; } .wide { overflow: visible; }
          section:not(.verdict):not(.pair) { padding-top: 1.2rem; margin-top: 1.2rem; }
          h2, h3, figcaption, caption { break-after: avoid; } .failure header, .bullet, tr, .chain svg, .sides > div, .definitions div, .heat { break-inside: avoid; }
          .chain svg { width: 100% !important; min-width: 0 !important; } .bars { min-width: 0 !important; }
          .verdict { grid-template-columns: 1fr 13rem; } .cell { min-width: 4.4rem; } .figures { grid-template-columns: repeat(6, 1fr); } .failure { break-inside: auto; } details::details-content { content-visibility: visible; display: block; }
        }
        """
}
