"""The groups of `manage.py check_content` that are about pages in general."""

from django.utils.translation import gettext_lazy as _

from lms.core import content_checks
from lms.pages.keeping import descriptions, facts, links, reviews, translations


def register() -> None:
    """Tell `lms.core.content_checks` of them. What readers stumble over comes first."""
    add = content_checks.register
    add("links", _("Legături care nu duc nicăieri"), links.dead_links, broken=True)
    add(
        "descriptions",
        _("Imagini fără descriere"),
        descriptions.missing_descriptions,
        broken=True,
    )
    add(
        "transcripts",
        _("Înregistrări fără transcriere"),
        descriptions.missing_transcripts,
        broken=True,
    )
    # Lines and labour facts have a list and a reminder of their own.
    add("helplines", _("Linii de ajutor de verificat"), facts.due_helplines)
    add("labour", _("Informații despre munca în străinătate, de verificat"), facts.due_labour_facts)
    add("figures", _("Cifre de verificat"), facts.due_figures, cheap=True)
    add("older", _("Traduceri mai vechi decât originalul"), translations.find_older, cheap=True)
    left = translations.find_left_behind
    add("left", _("Traduceri ale unor pagini retrase"), left, cheap=True)
    add("missing", _("Traduceri care lipsesc"), translations.find_missing, cheap=True)
    add("reviews", _("Pagini de revăzut"), reviews.find_due, cheap=True)
