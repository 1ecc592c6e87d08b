"""Kit builders: a lesson plan as a finished set of files. Plain Python, no Django.

Callers fill a `sheets.PlanSheet` and hand it to `build.build_files`; everything else here is
internal. Nothing is imported in this file: Word, PowerPoint and typst take 20 MB, and whoever only
packs an archive needs none of them.
"""
