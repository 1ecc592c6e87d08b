"""ZIP archives whose bytes depend on nothing but their content."""

import io
import zipfile
from collections.abc import Iterable

_COMPRESSED = (".pdf", ".docx", ".pptx", ".m4a", ".mp3", ".mp4", ".ogg", ".webm")
# The earliest day that the ZIP format knows: a part's date says nothing here.
_DAY = (1980, 1, 1, 0, 0, 0)


def pack(parts: Iterable[tuple[str, bytes]]) -> bytes:
    """A ZIP of (path, content) in the given order; what is compressed already is only stored."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for path, content in parts:
            info = zipfile.ZipInfo(path, _DAY)
            if not path.endswith(_COMPRESSED):
                info.compress_type = zipfile.ZIP_DEFLATED
            info.create_system = 3
            info.external_attr = 0o644 << 16
            archive.writestr(info, content)
    return out.getvalue()


def repack(content: bytes) -> bytes:
    """An Office file with its parts unchanged and the clock of the machine taken out."""
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        parts = [(name, archive.read(name)) for name in archive.namelist()]
    return pack(parts)
