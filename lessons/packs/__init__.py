"""Offline packs: a module as a folder that opens from a USB stick, and what comes back from it."""
