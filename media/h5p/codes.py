"""The code of every problem, stable for programs, and one English sentence for each."""

from enum import StrEnum


class Code(StrEnum):
    """What is wrong. The values are stable: programs and translations hang on them."""

    NOT_A_ZIP = "not-a-zip"
    CORRUPT = "corrupt-archive"
    ZIP64 = "zip64"
    OVERLAP = "overlapping-entries"
    UPLOAD_TOO_LARGE = "upload-too-large"
    TOO_MANY_ENTRIES = "too-many-entries"
    FILE_TOO_LARGE = "file-too-large"
    TOTAL_TOO_LARGE = "total-too-large"
    RATIO = "ratio-too-high"
    SIZE_MISMATCH = "size-mismatch"
    ENCRYPTED = "encrypted"
    COMPRESSION = "unsupported-compression"
    DUPLICATE = "duplicate-entry"
    TWIN = "case-twin"
    FILE_AND_FOLDER = "file-and-folder"
    NAME_NUL = "name-nul"
    NAME_LONG = "name-too-long"
    NAME_BACKSLASH = "name-backslash"
    NAME_ABSOLUTE = "name-absolute"
    NAME_DRIVE = "name-drive"
    NAME_DOTS = "name-dot-segment"
    NAME_CONTROL = "name-control-character"
    SPECIAL_FILE = "special-file"
    SERVER_FILE = "server-file"
    NO_EXTENSION = "no-extension"
    NOT_IN_WHITELIST = "not-in-whitelist"
    SVG_IN_CONTENT = "svg-in-content"
    IMAGE_UNREADABLE = "image-unreadable"
    IMAGE_PIXELS = "image-too-many-pixels"
    DISGUISED_MARKUP = "disguised-markup"
    DISGUISED_PROGRAM = "disguised-program"
    JSON_TOO_LARGE = "json-too-large"
    JSON_ENCODING = "json-encoding"
    JSON_INVALID = "json-invalid"
    JSON_TOO_DEEP = "json-too-deep"
    JSON_TOO_COMPLEX = "json-too-complex"
    JSON_NOT_FINITE = "json-not-finite"
    JSON_DUPLICATE_KEY = "json-duplicate-key"
    JSON_TYPE = "json-wrong-type"
    NO_MANIFEST = "missing-manifest"
    NO_CONTENT = "missing-content"
    FIELD_MISSING = "missing-field"
    FIELD_INVALID = "invalid-field"
    MAIN_NOT_LISTED = "main-library-not-listed"
    MAIN_NOT_RUNNABLE = "main-library-not-runnable"
    LIBRARY_NO_JSON = "missing-library-json"
    LIBRARY_FOLDER = "library-folder-name"
    LIBRARY_TWICE = "duplicate-library"
    LIBRARY_PATH = "library-bad-path"
    LIBRARY_FILE = "missing-library-file"
    LANGUAGE_NAME = "language-file-name"
    CORE_TOO_NEW = "core-too-new"
    LIBRARY_MISSING = "missing-required-library"
    CYCLE = "dependency-cycle"
    PATH_INVALID = "content-path-invalid"
    PATH_MISSING = "content-path-missing"
    # Only ever warnings.
    IGNORED = "ignored-file"
    IMAGE_TYPE = "image-type-differs"
    UNRECOGNISED = "unrecognised-type"
    LIBRARY_CHANGED = "library-changed"
    NEEDS_EVAL = "needs-eval"
    EXTERNAL_HOST = "external-host"


# What is wrong with the code that plays a content, and not with the content itself.
OF_LIBRARIES = frozenset(
    {
        Code.MAIN_NOT_RUNNABLE, Code.LIBRARY_NO_JSON, Code.LIBRARY_FOLDER, Code.LIBRARY_TWICE,
        Code.LIBRARY_PATH, Code.LIBRARY_FILE, Code.LANGUAGE_NAME, Code.CORE_TOO_NEW,
        Code.LIBRARY_MISSING, Code.CYCLE,
    }
)  # fmt: skip
# What is wrong inside a JSON file, whichever it is.
OF_JSON = frozenset(
    {
        Code.JSON_TOO_LARGE, Code.JSON_ENCODING, Code.JSON_INVALID, Code.JSON_TOO_DEEP,
        Code.JSON_TOO_COMPLEX, Code.JSON_NOT_FINITE, Code.JSON_DUPLICATE_KEY, Code.JSON_TYPE,
        Code.FIELD_MISSING, Code.FIELD_INVALID,
    }
)  # fmt: skip

MESSAGES: dict[Code, str] = {
    Code.NOT_A_ZIP: "This is not a zip archive.",
    Code.CORRUPT: "The archive is damaged here.",
    Code.ZIP64: "Archives of the zip64 kind are not accepted.",
    Code.OVERLAP: "Two files of the archive share the same bytes.",
    Code.UPLOAD_TOO_LARGE: "The archive is too large.",
    Code.TOO_MANY_ENTRIES: "The archive holds too many files.",
    Code.FILE_TOO_LARGE: "The file is too large.",
    Code.TOTAL_TOO_LARGE: "The unpacked files are too large together.",
    Code.RATIO: "The file is packed too tightly to be genuine.",
    Code.SIZE_MISMATCH: "The file is not as large as the archive says.",
    Code.ENCRYPTED: "The file is encrypted.",
    Code.COMPRESSION: "The file is packed by a method other than deflate.",
    Code.DUPLICATE: "The archive holds two files of this name.",
    Code.TWIN: "Two names differ only in capitals or in how letters are composed.",
    Code.FILE_AND_FOLDER: "The same name is a file and a folder.",
    Code.NAME_NUL: "The name holds a NUL character.",
    Code.NAME_LONG: "The name is too long.",
    Code.NAME_BACKSLASH: "The name holds a backslash.",
    Code.NAME_ABSOLUTE: "The name is absolute or has an empty part.",
    Code.NAME_DRIVE: "The name holds a colon, as a drive letter would.",
    Code.NAME_DOTS: "A part of the name is '.' or '..'.",
    Code.NAME_CONTROL: "The name holds a control character.",
    Code.SPECIAL_FILE: "The entry is a link or a device, not a file.",
    Code.SERVER_FILE: "The file would configure a web server.",
    Code.NO_EXTENSION: "The file name has no extension.",
    Code.NOT_IN_WHITELIST: "Files of this kind are not allowed here.",
    Code.SVG_IN_CONTENT: "SVG files are not allowed in content, because they can hold scripts.",
    Code.IMAGE_UNREADABLE: "The image cannot be read.",
    Code.IMAGE_PIXELS: "The image has too many pixels.",
    Code.DISGUISED_MARKUP: "The file is markup under another extension.",
    Code.DISGUISED_PROGRAM: "The file is a program under another extension.",
    Code.JSON_TOO_LARGE: "The JSON file is too large.",
    Code.JSON_ENCODING: "The JSON file is not valid UTF-8.",
    Code.JSON_INVALID: "The JSON file cannot be read.",
    Code.JSON_TOO_DEEP: "The JSON file is nested too deeply.",
    Code.JSON_TOO_COMPLEX: "The JSON file has too many values.",
    Code.JSON_NOT_FINITE: "The JSON file holds NaN or an infinite number.",
    Code.JSON_DUPLICATE_KEY: "An object of the JSON file has the same key twice.",
    Code.JSON_TYPE: "The JSON file holds another kind of value than expected.",
    Code.NO_MANIFEST: "The package has no h5p.json.",
    Code.NO_CONTENT: "The package has no content/content.json.",
    Code.FIELD_MISSING: "A required field is missing.",
    Code.FIELD_INVALID: "A field has a value that the format does not allow.",
    Code.MAIN_NOT_LISTED: "The main library is not among the preloaded dependencies.",
    Code.MAIN_NOT_RUNNABLE: "The main library cannot run by itself.",
    Code.LIBRARY_NO_JSON: "The folder is no library: it has no library.json.",
    Code.LIBRARY_FOLDER: "The folder is not named as its library.",
    Code.LIBRARY_TWICE: "The package holds the same library twice.",
    Code.LIBRARY_PATH: "A library names a file outside itself.",
    Code.LIBRARY_FILE: "A library names a file that it does not have.",
    Code.LANGUAGE_NAME: "The language file is not named after a language.",
    Code.CORE_TOO_NEW: "The library needs a newer H5P core.",
    Code.LIBRARY_MISSING: "A required library is neither in the package nor installed.",
    Code.CYCLE: "Libraries depend on each other in a circle.",
    Code.PATH_INVALID: "The content names a file in a way that is not allowed.",
    Code.PATH_MISSING: "The content names a file that the package does not have.",
    Code.IGNORED: "The file is not part of the format and is left out.",
    Code.IMAGE_TYPE: "The image is of another kind than its extension says.",
    Code.UNRECOGNISED: "The file does not begin as its extension promises.",
    Code.LIBRARY_CHANGED: "The installed library of this version has other bytes, and stays.",
    Code.NEEDS_EVAL: "The library turns text into code, so its page needs a looser policy.",
    Code.EXTERNAL_HOST: "The content asks another host for a file; the player blocks that.",
}
