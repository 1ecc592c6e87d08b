"""Kit builders: a lesson plan as a finished set of files. Plain Python, no Django.

Callers fill a `PlanSheet` and hand it to `build_files`; everything else here is internal.
"""

from lessons.kits.build import build_files, bundle
from lessons.kits.sheets import BuiltFile, PlanSheet

__all__ = ["BuiltFile", "PlanSheet", "build_files", "bundle"]
