"""Contents of activities as scores are counted from them, kept by each worker."""

import json
from dataclasses import dataclass
from functools import partial
from typing import Any

from lms.core import generation
from media.h5p.content import Content, ContentError, Other, read
from media.h5p.content.profiles import Library
from media.h5p.xapi import item_ids
from media.models import ActivityRevision


@dataclass(frozen=True, slots=True)
class KnownContent:
    """The parameters of a content, what they mean as far as its type is known, and its parts."""

    params: Any
    content: Content | Other
    items: frozenset[str]


def known_content(revision: ActivityRevision) -> KnownContent:
    """The content of a revision that can play."""
    name = f"activity-content:{revision.pk}:{hash(revision.content)}"
    return generation.kept(name, partial(_content_of, revision))


def _content_of(revision: ActivityRevision) -> KnownContent:
    params = json.loads(revision.content or "{}")
    return KnownContent(params, _read(revision.main_library, params), item_ids(params))


def _read(library: str, params: Any) -> Content | Other:
    """A content that is not as its type should be is one of a type that we do not know."""
    try:
        return read(library, params).content
    except ContentError:
        return Other(Library.parse(library), params)
