"""Questions as H5P packages, and H5P packages as questions. Plain functions, no database.

    drafts ── packing.pack ──▶ .h5p          .h5p ── packages.open_package ──▶ parts

What does not come along is told, piece by piece: `losses.Lost`. Nothing is made up in its place.
Why a quiz becomes what it becomes: docs/decisions/0022.
"""
