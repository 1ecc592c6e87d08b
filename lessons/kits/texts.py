"""Plain text files, as every machine opens them."""

from collections.abc import Sequence

from lessons.kits.sheets import Audience, BuiltFile


def text_file(
    name: str, title: str, kind: str, audience: Audience, lines: Sequence[str]
) -> BuiltFile:
    """A file of these lines."""
    # Windows Notepad needs the byte order mark to see that the diacritics are UTF-8.
    content = "\r\n".join([*lines, ""]).encode("utf-8-sig")
    return BuiltFile(name, title, kind, audience, "txt", content)
