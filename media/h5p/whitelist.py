"""Which files may stand where, by extension. The lists are H5P's own; SVG only in libraries."""

from media.h5p.codes import Code
from media.h5p.entries import Area
from media.h5p.errors import Problems

CONTENT = frozenset(
    {
        "json", "png", "jpg", "jpeg", "gif", "bmp", "tif", "tiff", "eot", "ttf", "woff", "woff2",
        "otf", "webm", "mp4", "ogg", "mp3", "m4a", "wav", "txt", "pdf", "rtf", "doc", "docx",
        "xls", "xlsx", "ppt", "pptx", "odt", "ods", "odp", "csv", "diff", "patch", "swf", "md",
        "textile", "vtt", "webvtt", "gltf", "glb",
    }
)  # fmt: skip
LIBRARY = CONTENT | {"js", "css", "svg", "xml"}
IMAGES = frozenset({"png", "jpg", "jpeg", "gif", "bmp", "tif", "tiff"})
# Names that a web server would obey if the file ever lay in a folder that it serves.
SERVER_FILES = frozenset({".htaccess", ".htpasswd", ".user.ini", "web.config"})

# What files are served as. Nothing else is ever guessed from bytes.
MIME_TYPES = {
    "json": "application/json", "png": "image/png", "jpg": "image/jpeg", "jpeg": "image/jpeg",
    "gif": "image/gif", "bmp": "image/bmp", "tif": "image/tiff", "tiff": "image/tiff",
    "svg": "image/svg+xml", "eot": "application/vnd.ms-fontobject", "ttf": "font/ttf",
    "otf": "font/otf", "woff": "font/woff", "woff2": "font/woff2", "webm": "video/webm",
    "mp4": "video/mp4", "ogg": "audio/ogg", "mp3": "audio/mpeg", "m4a": "audio/mp4",
    "wav": "audio/wav", "txt": "text/plain", "md": "text/plain", "csv": "text/csv",
    "pdf": "application/pdf", "vtt": "text/vtt", "webvtt": "text/vtt", "js": "text/javascript",
    "css": "text/css", "xml": "application/xml", "gltf": "model/gltf+json",
    "glb": "model/gltf-binary",
}  # fmt: skip
UNKNOWN_TYPE = "application/octet-stream"


def extension(path: str) -> str:
    """What stands after the last dot of the file's name, in small letters; "" without one."""
    stem, dot, last = path.rsplit("/", 1)[-1].rpartition(".")
    return last.casefold() if dot and stem else ""


def is_image(path: str) -> bool:
    """Whether the extension is one of the image kinds."""
    return extension(path) in IMAGES


def mime_type(path: str) -> str:
    """The fixed type that a file of this name is served as."""
    return MIME_TYPES.get(extension(path), UNKNOWN_TYPE)


def check_extension(path: str, area: Area, problems: Problems) -> None:
    """Refuse a file that may not stand in its area."""
    found = extension(path)
    allowed = CONTENT if area is Area.CONTENT else LIBRARY
    if not found:
        problems.add(Code.NO_EXTENSION, path)
    elif area is Area.CONTENT and found in ("svg", "svgz"):
        problems.add(Code.SVG_IN_CONTENT, path)
    elif found not in allowed:
        problems.add(Code.NOT_IN_WHITELIST, path, found)
