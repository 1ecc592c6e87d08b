"""The words that a person signs before a story is published, by version.

A change of the words is a new version; papers signed under an older one stay valid, so versions
are added here and never taken away.
"""

from django.utils.translation import gettext_lazy as _

VERSIONS = {
    "2026-11": (
        _("Sunt de acord ca textul meu să apară pe site, sub pseudonimul ales de mine."),
        _("Am citit forma finală a textului și nimic din ea nu mă face de recunoscut."),
        _("Știu că nu primesc și nu pierd niciun sprijin pentru că public sau nu public."),
        _("Pot retrage acordul oricând, fără motiv. Textul dispare atunci de pe site."),
        _("Știu că un text deja citit, copiat sau tipărit de altcineva nu poate fi chemat înapoi."),
        _("Numele meu rămâne numai pe această hârtie, la organizația care mă sprijină."),
    ),
}
