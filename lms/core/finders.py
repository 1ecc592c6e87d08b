"""Static-file finders for files that are made or that live outside the apps.

`css/protect.css` is the layers of `lms/core/styles/` joined in the order of their names, so that
the source stays in readable parts and a page makes one request. `fonts/` holds our font sheet and
the four woff2 files that npm installed.
"""

import os
from collections.abc import Iterable, Iterator
from pathlib import Path
from tempfile import NamedTemporaryFile
from typing import Any

from django.conf import settings
from django.contrib.staticfiles.finders import BaseFinder
from django.core.files.base import ContentFile
from django.core.files.storage import FileSystemStorage, InMemoryStorage, Storage
from rcssmin import cssmin

CORE = Path(__file__).parent
STYLES = CORE / "styles"
STYLESHEET = "css/protect.css"
FONT_SHEET = "fonts/fonts.css"
FONT_FILES = [
    f"atkinson-hyperlegible-next-{subset}-{weight}-normal.woff2"
    for subset in ("latin", "latin-ext")
    for weight in (400, 700)
]


def joined_stylesheet() -> str:
    """Return all style layers as one sheet without comments and spare white space."""
    return cssmin("\n".join(path.read_text() for path in sorted(STYLES.glob("*.css"))))


class StylesheetFinder(BaseFinder):
    """Finds the one stylesheet, written to `var/` when asked for by path."""

    def _written(self) -> str:
        """The path of the sheet as it now is. A sheet that is being sent is never touched: whoever
        reads it would wait for ever for the bytes that its length has promised."""
        target = settings.VAR_DIR / "built" / STYLESHEET
        content = joined_stylesheet().encode()
        if not target.exists() or target.read_bytes() != content:
            target.parent.mkdir(parents=True, exist_ok=True)
            with NamedTemporaryFile(dir=target.parent, delete=False) as new:
                new.write(content)
            os.replace(new.name, target)
        return str(target)

    def find(self, path: str, find_all: bool = False, **_: object) -> Any:
        if path != STYLESHEET:
            return []
        return [self._written()] if find_all else self._written()

    def list(self, ignore_patterns: Iterable[str] | None) -> Iterator[tuple[str, Storage]]:
        storage = InMemoryStorage()
        storage.save(STYLESHEET, ContentFile(joined_stylesheet().encode()))
        yield STYLESHEET, storage


class FontFinder(BaseFinder):
    """Finds the font sheet and the font files."""

    def _files(self) -> dict[str, Path]:
        files = {f"fonts/{name}": settings.FONTS_DIR / name for name in FONT_FILES}
        return {FONT_SHEET: CORE / "fonts.css", **files}

    def find(self, path: str, find_all: bool = False, **_: object) -> Any:
        found = self._files().get(path)
        if found is None or not found.exists():
            return []
        return [str(found)] if find_all else str(found)

    def list(self, ignore_patterns: Iterable[str] | None) -> Iterator[tuple[str, Storage]]:
        for path, source in self._files().items():
            storage = FileSystemStorage(location=source.parent)
            storage.prefix = path.rsplit("/", 1)[0]  # type: ignore[attr-defined] # collectstatic's
            yield source.name, storage
