"""Expands JSON-LD documents with pyld, as the second opinion on ours.

Reads {"contexts": {iri: document}, "documents": [...]} from standard input and prints, for each document, either
{"error": code} or {"expanded": [...], "dropped": [...]}: the IRIs of dropped properties, null where there is none.
"""

import json
import sys
import warnings

warnings.simplefilter("ignore")
from pyld import jsonld  # noqa: E402


def main():
    question = json.load(sys.stdin)
    contexts = question["contexts"]

    def load(url, options=None):
        if url not in contexts:
            raise jsonld.JsonLdError("unknown", "jsonld.LoadDocumentError", code="loading remote context failed")
        return {"contentType": "application/ld+json", "contextUrl": None, "documentUrl": url, "document": contexts[url]}

    answers = []
    for document in question["documents"]:
        dropped = []
        try:
            expanded = jsonld.expand(document, {"documentLoader": load}, on_property_dropped=dropped.append)
            answers.append({"expanded": expanded, "dropped": dropped})
        except jsonld.JsonLdError as error:
            while error.code is None and isinstance(error.__cause__, jsonld.JsonLdError):
                error = error.__cause__
            answers.append({"error": error.code or str(error.type)})
        except Exception as error:  # What pyld itself trips over.
            answers.append({"crash": f"{type(error).__name__}: {error}"})
    json.dump(answers, sys.stdout)


main()
