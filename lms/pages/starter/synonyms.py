"""Groups of words that search takes for one another, to begin with."""

import tomllib
from pathlib import Path

from lms.pages.models import Synonyms


def load() -> int:
    """Add the groups to a site that has none, so that what editors took out stays out."""
    if Synonyms.objects.exists():
        return 0
    groups = tomllib.loads(Path(__file__).with_name("synonyms.toml").read_text())
    rows = [
        Synonyms(language=language, words="\n".join(words))
        for language, all_words in groups.items()
        for words in all_words
    ]
    return len(Synonyms.objects.bulk_create(rows))
