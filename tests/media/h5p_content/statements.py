"""Statements as the players send them."""

import json
from typing import Any

VERBS = "http://adlnet.gov/expapi/verbs/"


def sent(verb: str = "answered", **more: Any) -> str:
    """One statement. `item` is a subContentId, `kind` the interaction type; score is (raw, max)."""
    address = "https://example.org/h5p/1"
    definition: dict[str, Any] = {}
    result: dict[str, Any] = dict(more.get("result", {}))
    statement: dict[str, Any] = {"verb": {"id": VERBS + verb}, "actor": {"mbox": "mailto:x@y"}}
    if "kind" in more:
        definition["interactionType"] = more["kind"]
    if "item" in more:
        address += f"?subContentId={more['item']}"
        statement["context"] = {"contextActivities": {"parent": [{"id": "https://example.org"}]}}
    if "score" in more:
        raw, most = more["score"]
        result["score"] = {"min": 0, "raw": raw, "max": most, "scaled": 1}
    if "response" in more:
        result["response"] = more["response"]
    statement["object"] = {"id": address, "definition": definition}
    statement["result"] = result
    return json.dumps(statement)
