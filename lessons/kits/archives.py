"""ZIP archives whose bytes depend on nothing but their content."""

import io
import zipfile
from collections.abc import Iterable
from datetime import date


def pack(parts: Iterable[tuple[str, bytes]], built_on: date) -> bytes:
    """A compressed ZIP of (path, content) in the given order, every part dated `built_on`."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for path, content in parts:
            info = zipfile.ZipInfo(path, (built_on.year, built_on.month, built_on.day, 0, 0, 0))
            info.compress_type = zipfile.ZIP_DEFLATED
            info.create_system = 3
            info.external_attr = 0o644 << 16
            archive.writestr(info, content)
    return out.getvalue()


def repack(content: bytes, built_on: date) -> bytes:
    """An Office file with its parts unchanged and the clock of the machine taken out."""
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        parts = [(name, archive.read(name)) for name in archive.namelist()]
    return pack(parts, built_on)
