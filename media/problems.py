"""What is wrong with a package, in the reader's words: what it is, where, and what to do."""

from django.utils.translation import get_language, gettext_lazy
from django.utils.translation import gettext as _

from lms.core.numbers import format_size
from media.h5p.codes import Code
from media.h5p.errors import Problem

_NOT_WHOLE = gettext_lazy(
    "Fișierul este deteriorat sau nu a fost încărcat întreg. Descărcați-l "
    "din nou și încărcați-l încă o dată."
)
_EXPORT_AGAIN = gettext_lazy(
    "Arhiva nu este făcută cum trebuie. Exportați activitatea din nou din programul în care a fost "
    "făcută."
)
_TOO_LARGE = gettext_lazy("Este prea mare. Micșorați imaginile și filmele și exportați din nou.")
_BAD_NAME = gettext_lazy(
    "Un fișier are un nume care nu se acceptă. Redenumiți-l în programul în care a fost făcută "
    "activitatea și exportați din nou."
)
_BAD_KIND = gettext_lazy(
    "În activitate este un fișier de un fel care nu se acceptă. Înlocuiți-l și exportați din nou."
)
_BAD_IMAGE = gettext_lazy(
    "O imagine nu se poate citi sau este prea mare. Înlocuiți-o și exportați din nou."
)
_BAD_LIBRARY = gettext_lazy(
    "O bibliotecă din pachet este greșit făcută. Luați activitatea din nou de la sursă."
)
_FIELD = gettext_lazy(
    "Un câmp lipsește sau are o valoare care nu se acceptă. Exportați "
    "activitatea din nou din programul în care a fost făcută."
)

SENTENCES = {
    Code.NOT_A_ZIP: gettext_lazy(
        "Acesta nu este un pachet H5P. Alegeți un fișier cu terminația .h5p, exportat din Lumi, "
        "Moodle sau h5p.org."
    ),
    Code.CORRUPT: _NOT_WHOLE,
    Code.SIZE_MISMATCH: _NOT_WHOLE,
    Code.ZIP64: _EXPORT_AGAIN,
    Code.OVERLAP: _EXPORT_AGAIN,
    Code.RATIO: _EXPORT_AGAIN,
    Code.ENCRYPTED: gettext_lazy("Arhiva are parolă. Exportați activitatea fără parolă."),
    Code.COMPRESSION: _EXPORT_AGAIN,
    Code.DUPLICATE: _EXPORT_AGAIN,
    Code.TWIN: _EXPORT_AGAIN,
    Code.FILE_AND_FOLDER: _EXPORT_AGAIN,
    Code.SPECIAL_FILE: _EXPORT_AGAIN,
    Code.SERVER_FILE: _EXPORT_AGAIN,
    Code.UPLOAD_TOO_LARGE: _TOO_LARGE,
    Code.FILE_TOO_LARGE: _TOO_LARGE,
    Code.TOTAL_TOO_LARGE: _TOO_LARGE,
    Code.TOO_MANY_ENTRIES: gettext_lazy("Are prea multe fișiere. Împărțiți activitatea în două."),
    Code.NAME_NUL: _BAD_NAME,
    Code.NAME_LONG: _BAD_NAME,
    Code.NAME_BACKSLASH: _BAD_NAME,
    Code.NAME_ABSOLUTE: _BAD_NAME,
    Code.NAME_DRIVE: _BAD_NAME,
    Code.NAME_DOTS: _BAD_NAME,
    Code.NAME_CONTROL: _BAD_NAME,
    Code.NO_EXTENSION: _BAD_NAME,
    Code.NOT_IN_WHITELIST: _BAD_KIND,
    Code.DISGUISED_MARKUP: _BAD_KIND,
    Code.DISGUISED_PROGRAM: _BAD_KIND,
    Code.SVG_IN_CONTENT: gettext_lazy(
        "Imaginile SVG pot ascunde programe. Salvați imaginea ca PNG și exportați din nou."
    ),
    Code.IMAGE_UNREADABLE: _BAD_IMAGE,
    Code.IMAGE_PIXELS: _BAD_IMAGE,
    Code.JSON_TOO_LARGE: _TOO_LARGE,
    Code.JSON_ENCODING: _EXPORT_AGAIN,
    Code.JSON_INVALID: _EXPORT_AGAIN,
    Code.JSON_TOO_DEEP: _EXPORT_AGAIN,
    Code.JSON_TOO_COMPLEX: _TOO_LARGE,
    Code.JSON_NOT_FINITE: _EXPORT_AGAIN,
    Code.JSON_DUPLICATE_KEY: _EXPORT_AGAIN,
    Code.JSON_TYPE: _EXPORT_AGAIN,
    Code.NO_MANIFEST: gettext_lazy(
        "Arhiva nu are h5p.json: nu este un pachet H5P, ci altfel de arhivă "
        "ZIP. Alegeți fișierul .h5p exportat din Lumi, Moodle sau h5p.org."
    ),
    Code.NO_CONTENT: gettext_lazy(
        "Pachetul are numai biblioteci, fără conținut. Exportați activitatea, nu biblioteca."
    ),
    Code.FIELD_MISSING: _FIELD,
    Code.FIELD_INVALID: _FIELD,
    Code.MAIN_NOT_LISTED: _BAD_LIBRARY,
    Code.MAIN_NOT_RUNNABLE: _BAD_LIBRARY,
    Code.LIBRARY_NO_JSON: _BAD_LIBRARY,
    Code.LIBRARY_FOLDER: _BAD_LIBRARY,
    Code.LIBRARY_TWICE: _BAD_LIBRARY,
    Code.LIBRARY_PATH: _BAD_LIBRARY,
    Code.LIBRARY_FILE: _BAD_LIBRARY,
    Code.LANGUAGE_NAME: _BAD_LIBRARY,
    Code.CYCLE: _BAD_LIBRARY,
    Code.CORE_TOO_NEW: gettext_lazy(
        "Activitatea cere un H5P mai nou decât cel de aici. Exportați-o cu o versiune mai veche."
    ),
    Code.LIBRARY_MISSING: gettext_lazy(
        "Lipsește o bibliotecă, care nu este nici în pachet, nici instalată aici. Exportați "
        "activitatea împreună cu bibliotecile ei sau cereți administratorului să o instaleze."
    ),
    Code.PATH_INVALID: _EXPORT_AGAIN,
    Code.PATH_MISSING: gettext_lazy(
        "Conținutul folosește un fișier care nu este în pachet. Dacă lipsește "
        "ceva când deschideți activitatea, exportați-o din nou."
    ),
    Code.IGNORED: gettext_lazy("Un fișier nu face parte din activitate și a fost lăsat afară."),
    Code.IMAGE_TYPE: gettext_lazy("O imagine este de alt fel decât spune numele ei."),
    Code.UNRECOGNISED: gettext_lazy("Un fișier pare de alt fel decât spune numele lui."),
    Code.LIBRARY_CHANGED: gettext_lazy(
        "Biblioteca din pachet diferă de cea instalată, la aceeași versiune. Rămâne cea instalată."
    ),
    Code.NEEDS_EVAL: gettext_lazy(
        "Biblioteca transformă text în cod la deschidere. Pagina ei are reguli mai slabe."
    ),
    Code.EXTERNAL_HOST: gettext_lazy(
        "Conținutul cere ceva de pe alt site. Aici nu se încarcă nimic de pe "
        "alte site-uri; puneți fișierul în activitate."
    ),
}
# Their value and limit are bytes.
_BYTES = {
    Code.UPLOAD_TOO_LARGE,
    Code.FILE_TOO_LARGE,
    Code.TOTAL_TOO_LARGE,
    Code.JSON_TOO_LARGE,
}


def sentence(problem: Problem) -> str:
    """One problem as a sentence, with the place in the package, what stands there and the limit."""
    said = str(SENTENCES[problem.code])
    facts = []
    if problem.path:
        facts.append(problem.path)
    if problem.value is not None:
        facts.append(_("aici: %(value)s") % {"value": _shown(problem, problem.value)})
    if isinstance(problem.limit, str):
        facts.append(_("se cere: %(wanted)s") % {"wanted": problem.limit})
    elif problem.limit is not None:
        facts.append(_("cel mult: %(limit)s") % {"limit": _shown(problem, problem.limit)})
    return f"{said} ({'; '.join(facts)})" if facts else said


def sentences(problems: tuple[Problem, ...]) -> list[str]:
    """All of them, each once."""
    return list(dict.fromkeys(sentence(one) for one in problems))


def _shown(problem: Problem, value: str | float) -> str:
    if problem.code in _BYTES:
        return format_size(int(value), get_language() or "ro")
    return str(value)
