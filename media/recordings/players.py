"""What a page needs to show one recording: plain data, made before the template."""

from base64 import b64encode
from collections.abc import Iterable
from dataclasses import dataclass

from django.utils.translation import get_language
from django.utils.translation import gettext as _

from media.models import CaptionTrack, Recording, Rendition
from media.recordings.enums import RenditionKind, RenditionState, TrackKind
from media.recordings.making import POSTER_SIZE
from media.recordings.sniffing import mime_of

# What is kept on a device or in a pack whole; larger ones stay on the site.
OFFLINE_BYTES = 3_000_000


@dataclass(frozen=True)
class ShownFile:
    """One file to play: its address, type, size in bytes, and what people call it."""

    url: str
    mime: str
    size: int
    label: str


@dataclass(frozen=True)
class ShownTrack:
    """One caption track; the `default` one is on before anybody asks."""

    url: str
    srt_url: str
    language: str
    label: str
    kind: str
    default: bool
    text: str

    @property
    def data_url(self) -> str:
        """The track within its own address: a page on a stick may load none from beside it."""
        return f"data:text/vtt;base64,{b64encode(self.text.encode()).decode()}"


@dataclass(frozen=True)
class Player:
    """A recording as it is shown: the lightest file first, the other choices behind it."""

    recording: Recording
    first: ShownFile
    others: tuple[ShownFile, ...]
    sound: ShownFile | None
    tracks: tuple[ShownTrack, ...]
    poster: str
    width: int
    height: int

    @property
    def fits_offline(self) -> bool:
        """Whether its first file is kept on a device or in a pack."""
        return self.first.size <= OFFLINE_BYTES

    @property
    def minutes(self) -> str:
        """ "1:05" """
        return clock(self.recording.duration)

    @property
    def transcript_url(self) -> str:
        """The transcript as a text file."""
        return self.recording.address_of("transcriere.txt")


@dataclass(frozen=True)
class Card:
    """A recording in a list; `size` is that of the file that plays first."""

    recording: Recording
    poster: str
    size: int

    @property
    def minutes(self) -> str:
        """ "1:05" """
        return clock(self.recording.duration)


def clock(seconds: float) -> str:
    """Seconds as minutes and seconds, with hours where there are any: 65 → "1:05"."""
    whole = max(1, round(seconds))
    hours, rest = divmod(whole, 3600)
    minutes, left = divmod(rest, 60)
    return f"{hours}:{minutes:02d}:{left:02d}" if hours else f"{minutes}:{left:02d}"


def cards_of(recordings: Iterable[Recording]) -> list[Card]:
    """The cards of many recordings; give them with `renditions` and `poster` fetched."""
    cards = []
    for recording in recordings:
        copies = _made(recording)
        small = copies.get(RenditionKind.SMALL)
        poster = _poster(recording, copies.get(RenditionKind.POSTER))
        size = small.size if small else recording.file_size
        cards.append(Card(recording, poster, size))
    return cards


def player_of(recording: Recording) -> Player:
    """The player of a recording, in the reader's language."""
    copies = _made(recording)
    extension = recording.file_extension.lower()
    name = _("original, %(height)dp") % {"height": recording.height} if recording.height else ""
    original = ShownFile(
        recording.url, mime_of(extension), recording.file_size, name or _("original")
    )
    small = _copy(recording, copies.get(RenditionKind.SMALL), "360p.mp4", _("360p"))
    sound = copies.get(RenditionKind.SOUND)
    files = (small, original) if small else (original,)
    return Player(
        recording=recording,
        first=files[0],
        others=files[1:],
        sound=None
        if recording.silent
        else _copy(recording, sound, "sunet.m4a", _("numai sunetul")),
        tracks=_tracks(recording),
        poster=_poster(recording, copies.get(RenditionKind.POSTER)),
        width=recording.width or 640,
        height=recording.height or 360,
    )


def _made(recording: Recording) -> dict[str, Rendition]:
    """The copies of the present file, by kind."""
    return {
        copy.kind: copy
        for copy in recording.renditions.all()
        if copy.state == RenditionState.MADE and copy.source_hash == recording.file_hash
    }


def _copy(recording: Recording, copy: Rendition | None, name: str, label: str) -> ShownFile | None:
    if copy is None:
        return None
    extension = name.rpartition(".")[2]
    return ShownFile(recording.address_of(name), mime_of(extension), copy.size, label)


def _tracks(recording: Recording) -> tuple[ShownTrack, ...]:
    tracks = list(recording.tracks.all())
    on = _chosen(tracks, recording)
    return tuple(
        ShownTrack(
            url=recording.address_of(f"{track.language}.vtt"),
            srt_url=recording.address_of(f"{track.language}.srt"),
            language=track.language,
            label=str(track.get_language_display()).capitalize(),
            kind=TrackKind(track.kind).value,
            default=track is on,
            text=track.text,
        )
        for track in tracks
    )


def _chosen(tracks: list[CaptionTrack], recording: Recording) -> CaptionTrack | None:
    """The track that is on: in the reader's language, else in the recording's, else the first."""
    wanted = (get_language() or "ro", recording.language)
    found = (track for language in wanted for track in tracks if track.language == language)
    return next(found, tracks[0] if tracks else None)


def _poster(recording: Recording, copy: Rendition | None) -> str:
    if recording.poster:
        return recording.poster.get_rendition(POSTER_SIZE).url
    return recording.address_of("poster.jpg") if copy else ""
