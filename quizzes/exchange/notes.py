"""What H5P has no field for stands in the author's comments of a question, as in GIFT it stands in
comments. Sites keep them and show them to nobody but editors.

Whoever reads them believes them only as far as the question still says the same: it may have been
edited elsewhere since.
"""

import html
import json
from collections.abc import Mapping
from typing import Any

from media.h5p.manifest import LONG_TEXT

_KEY = "protect-learning"


def written(**notes: Any) -> str:
    """The comment; "" when there is nothing to note or it is longer than the format allows."""
    kept = {name: value for name, value in notes.items() if value}
    text = json.dumps({_KEY: kept}, ensure_ascii=False) if kept else ""
    return text if len(text) <= LONG_TEXT else ""


def read(metadata: Mapping[str, Any]) -> dict[str, Any]:
    """What `written` noted; nothing for the comments of others."""
    comment = metadata.get("authorComments")
    if not isinstance(comment, str) or _KEY not in comment:
        return {}
    # As it was written, or else as sites escape what they filter.
    return _parsed(comment) or _parsed(html.unescape(comment))


def _parsed(comment: str) -> dict[str, Any]:
    try:
        found = json.loads(comment)[_KEY]
    except (ValueError, KeyError, TypeError, RecursionError):
        return {}
    return found if isinstance(found, dict) else {}


def foreign(metadata: Mapping[str, Any]) -> str:
    """A comment that somebody wrote."""
    comment = metadata.get("authorComments")
    return comment if isinstance(comment, str) and not read(metadata) else ""
