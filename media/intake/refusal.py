"""Why a file does not come in."""

from enum import StrEnum, auto


class Reason(StrEnum):
    """What is wrong; `media.refusals` has a sentence for each that says what to do."""

    KIND = auto()  # of no kind that is taken
    OTHER_KIND = auto()  # its content is not what its name says
    NO_PICTURE = auto()
    SVG = auto()
    UNREADABLE = auto()
    BYTES = auto()
    PIXELS = auto()
    SIDES = auto()
    FRAMES = auto()
    UNPACKED = auto()  # a small file that unpacks to a very large one
    ENCRYPTED = auto()
    MACROS = auto()
    EMBEDDED = auto()  # another file inside, which nobody can look into
    PICTURE = auto()  # a picture inside that cannot be cleaned
    LINKED = auto()  # fetches something from elsewhere when it is opened
    SCRIPT = auto()
    SIGNED = auto()
    MARKUP = auto()
    ENCODING = auto()


class RefusedError(Exception):
    """A file that does not come in, and what may help: a limit, a name."""

    def __init__(self, reason: Reason, detail: object = "") -> None:
        super().__init__(reason.value, detail)
        self.reason, self.detail = reason, detail
