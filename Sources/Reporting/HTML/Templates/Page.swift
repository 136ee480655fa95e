extension Templates {
    static let page = """
        <!doctype html>
        <html lang="en">
        <head>
        <meta charset="utf-8">
        <meta name="viewport" content="width=device-width, initial-scale=1">
        <meta name="color-scheme" content="light dark">
        <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; script-src 'unsafe-inline'; base-uri 'none'; form-action 'none'">
        <title>{{head.title}}: would the pilot succeed?</title>
        <style>
        {{>style}}
        </style>
        </head>
        <body>
        <a class="skip" href="#report">Skip to the report</a>
        <header class="masthead">
        <p class="kicker">Rehearsal of a UN Transparency Protocol pilot</p>
        <h1>{{head.title}}</h1>
        {{#head.description}}<p class="lede">{{.}}</p>{{/head.description}}
        <p class="imprint">{{head.imprint}}</p>
        </header>
        <main id="report" tabindex="-1">
        {{>verdict}}
        <nav aria-label="Contents"><ul>
        {{#head.contents}}<li><a href="#{{anchor}}">{{title}}</a></li>
        {{/head.contents}}
        </ul></nav>
        {{>measures}}
        {{>matrix}}
        {{>failures}}
        {{>chains}}
        {{>timeline}}
        {{>places}}
        {{>breakdowns}}
        {{>rules}}
        {{>criteria}}
        {{>platforms}}
        {{>truth}}
        {{>fraud}}
        {{>notes}}
        </main>
        <footer><p>{{head.imprint}} Every sentence and figure is derived from the run.</p></footer>
        <script>
        {{>script}}
        </script>
        </body>
        </html>

        """
}
