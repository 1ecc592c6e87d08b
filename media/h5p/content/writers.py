"""What writing needs to know besides the value: versions, strings, and ids that repeat."""

import hashlib
import uuid
from dataclasses import dataclass, field

from media.h5p.content.profiles import Library, Profile
from media.h5p.content.strings import Strings


@dataclass
class Writer:
    """One writing. Missing ids are counted out, so that the same value gives the same bytes."""

    profile: Profile
    strings: Strings
    given: int = field(default=0, init=False)
    library: Library | None = field(default=None, init=False)

    def new_id(self) -> str:
        """A subContentId in the form of a version 4 UUID, the same at every writing."""
        self.given += 1
        digest = hashlib.sha256(f"subContentId {self.given}".encode()).digest()
        return str(uuid.UUID(bytes=digest[:16], version=4))
