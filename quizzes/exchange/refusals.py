"""Why a package is refused, with what to do about it, in the language of who sent it."""

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from media.h5p.codes import Code
from media.h5p.errors import Problem

_DAMAGED = _(
    "Fișierul nu este un pachet H5P întreg. Descărcați-l din nou de unde l-ați luat și alegeți "
    "fișierul .h5p, nu un dosar dezarhivat."
)
_NOT_H5P = _(
    "Arhiva nu este un pachet H5P: îi lipsește h5p.json sau conținutul. Exportați din Lumi, "
    "Moodle sau h5p.org ca fișier .h5p."
)
_TOO_LARGE = _("Pachetul este prea mare. Scoateți filmele din el sau împărțiți-l.")
_UNREADABLE = _(
    "Conținutul nu se poate citi. Deschideți pachetul în Lumi sau în Moodle, salvați-l și "
    "exportați-l din nou."
)
_NOT_ALLOWED = _(
    "Pachetul are un fișier care nu are ce căuta în el. Scoateți-l și exportați din nou."
)

_GROUPS: dict[str | Promise, tuple[Code, ...]] = {
    _DAMAGED: (
        Code.NOT_A_ZIP, Code.CORRUPT, Code.ZIP64, Code.OVERLAP, Code.SIZE_MISMATCH,
        Code.ENCRYPTED, Code.COMPRESSION, Code.DUPLICATE, Code.TWIN, Code.FILE_AND_FOLDER,
    ),
    _NOT_H5P: (Code.NO_MANIFEST, Code.NO_CONTENT, Code.MAIN_NOT_LISTED),
    _TOO_LARGE: (
        Code.UPLOAD_TOO_LARGE, Code.TOO_MANY_ENTRIES, Code.FILE_TOO_LARGE, Code.TOTAL_TOO_LARGE,
        Code.RATIO, Code.JSON_TOO_LARGE, Code.IMAGE_PIXELS,
    ),
    _UNREADABLE: (
        Code.JSON_ENCODING, Code.JSON_INVALID, Code.JSON_TOO_DEEP, Code.JSON_TOO_COMPLEX,
        Code.JSON_NOT_FINITE, Code.JSON_DUPLICATE_KEY, Code.JSON_TYPE, Code.FIELD_MISSING,
        Code.FIELD_INVALID, Code.PATH_INVALID,
    ),
}  # fmt: skip
_SENTENCES = {code: sentence for sentence, codes in _GROUPS.items() for code in codes}


def refusal(problem: Problem) -> str:
    """One sentence, with the place in the archive where there is one."""
    sentence = str(_SENTENCES.get(problem.code, _NOT_ALLOWED))
    return f"{sentence} ({problem.path})" if problem.path else sentence
