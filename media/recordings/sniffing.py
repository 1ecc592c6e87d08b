"""What kind of recording a file is, told by its first bytes and never by its name."""

HEAD = 4096
VIDEO, AUDIO = "video", "audio"
# Container: (what it is, the extension that it has here, MIME type, ffmpeg's reader of it).
CONTAINERS = {
    "mp4": (VIDEO, "mp4", "video/mp4", "mov"),
    "webm": (VIDEO, "webm", "video/webm", "matroska"),
    "m4a": (AUDIO, "m4a", "audio/mp4", "mov"),
    "mp3": (AUDIO, "mp3", "audio/mpeg", "mp3"),
    "ogg": (AUDIO, "ogg", "audio/ogg", "ogg"),
}
_AUDIO_BRANDS = (b"M4A ", b"M4B ")


def container_of(head: bytes) -> str | None:
    """A name of CONTAINERS, or None for what no browser plays or we do not take.

    `head` is at least the first HEAD bytes of the file, or all of it.
    """
    if head[4:8] == b"ftyp" and head[8:12] not in (b"heic", b"heix", b"mif1", b"avif", b"qt  "):
        return "m4a" if head[8:12] in _AUDIO_BRANDS else "mp4"
    if head[:4] == b"\x1a\x45\xdf\xa3" and b"webm" in head[:128]:
        return "webm"
    if head[:4] == b"OggS" and (b"OpusHead" in head[:128] or b"\x01vorbis" in head[:128]):
        return "ogg"
    if head[:3] == b"ID3" or _is_mp3_frame(head):
        return "mp3"
    return None


def kind_of(container: str) -> str:
    """VIDEO or AUDIO."""
    return CONTAINERS[container][0]


def mime_of(extension: str) -> str:
    """The MIME type of a file that we made or checked, by its extension."""
    return CONTAINERS[extension][2]


def _is_mp3_frame(head: bytes) -> bool:
    """The sync bits and a layer III header with a known rate."""
    return (
        len(head) > 3
        and head[0] == 0xFF
        and head[1] & 0xE6 == 0xE2
        and head[2] >> 4 != 0xF
        and head[2] >> 2 & 3 != 3
    )
