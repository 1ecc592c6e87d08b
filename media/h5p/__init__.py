"""H5P packages without a PHP or Node server: checked, stored, and laid out for a player.

Plain Python with Pillow; see README.md beside this file. The names here are the public ones.
"""

from media.h5p.checking import check
from media.h5p.codes import Code
from media.h5p.errors import Problem, Refused
from media.h5p.libraries import Library
from media.h5p.limits import Limits
from media.h5p.naming import LibraryName
from media.h5p.verdict import Verdict

__all__ = ["Code", "Library", "LibraryName", "Limits", "Problem", "Refused", "Verdict", "check"]
