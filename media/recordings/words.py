"""What is said to an editor about captions that cannot be taken."""

from django.utils.translation import gettext_lazy as _

from media.recordings.webvtt import Flaw, Problem

SAID = {
    Flaw.ENCODING: _(
        "textul nu este în UTF-8. Salvați fișierul din nou și alegeți codificarea UTF-8."
    ),
    Flaw.TOO_LONG: _("fișierul este prea mare: cel mult 500 kB și 5 000 de subtitrări."),
    Flaw.HEADER: _("primul rând trebuie să fie WEBVTT."),
    Flaw.AFTER_HEADER: _("după WEBVTT trebuie un rând gol."),
    Flaw.STYLE: _("blocurile STYLE și REGION nu se acceptă. Ștergeți-le."),
    Flaw.TIMING: _("aici se aștepta un rând de timp, de forma 00:00:01.000 --> 00:00:04.000."),
    Flaw.SETTING: _("așezarea nu se acceptă (numai vertical, line, position, size, align):"),
    Flaw.BACKWARDS: _("sfârșitul trebuie să fie după început."),
    Flaw.ORDER: _("subtitrarea începe înaintea celei de dinainte. Așezați-le în ordine."),
    Flaw.BEYOND: _("subtitrarea se termină după sfârșitul înregistrării:"),
    Flaw.EMPTY: _("subtitrarea nu are text. Scrieți-l sau ștergeți-o."),
    Flaw.TAG: _("se acceptă numai etichetele <v Nume>, <i>, <b> și <c>, nu:"),
    Flaw.UNCLOSED: _("eticheta nu este închisă sau nu a fost deschisă:"),
    Flaw.UNPRINTABLE: _("rândul are semne care nu se văd. Scrieți-l din nou."),
    Flaw.NO_CUES: _("nu este nicio subtitrare. Scrieți cel puțin una."),
}


def said_of(problem: Problem) -> str:
    """ "Rândul 12: sfârșitul trebuie să fie după început." """
    said = SAID[problem.flaw]
    line = _("Rândul %(line)d: %(said)s") % {"line": problem.line, "said": said}
    return f"{line} {problem.found}" if problem.found and str(said).endswith(":") else line
