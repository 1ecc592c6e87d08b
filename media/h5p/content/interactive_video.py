"""H5P.InteractiveVideo: a video with content that appears at its times, in seconds."""

from dataclasses import dataclass
from typing import Any

from media.h5p.content.codecs import FLAG, NUMBER, ON_OR_OFF, RAW, TEXT, Choice, Many
from media.h5p.content.records import Record, RecordOf, optional, stored
from media.h5p.content.registry import MAYBE_NESTED, NESTED, Content, Nested, content_type

SKIPPING = Choice(("none", "forward", "both"))


@dataclass(frozen=True)
class VideoFile(Record):
    """A file of the package ("videos/x.mp4") or an address, with its type."""

    path: str = stored("path", TEXT)
    mime: str = stored("mime", TEXT, "")
    copyright: Any = optional("copyright", RAW)
    metadata: Any = optional("metadata", RAW)
    aspect_ratio: str = stored("aspectRatio", TEXT, "", silent="")


@dataclass(frozen=True)
class Track(Record):
    """Captions, subtitles or descriptions."""

    label: str = stored("label", TEXT, "")
    kind: str = stored("kind", Choice(("subtitles", "captions", "descriptions")), "subtitles")
    language: str = stored("srcLang", TEXT, "en")
    file: Any = optional("track", RAW)


@dataclass(frozen=True)
class Turn(Record):
    """Where a right or a wrong answer leads in the video."""

    seek_to: float | None = optional("seekTo", NUMBER)
    allow_opt_out: bool = stored("allowOptOut", FLAG, False)
    message: str = stored("message", TEXT, "")
    label: str = stored("seekLabel", TEXT, "", silent="")


@dataclass(frozen=True)
class Interaction(Record):
    """Content that appears over the video. `x`, `y` in per cent, sizes in em of the player."""

    start: float = stored("duration.from", NUMBER)
    end: float = stored("duration.to", NUMBER)
    x: float = stored("x", NUMBER, 0)
    y: float = stored("y", NUMBER, 0)
    width: float | None = optional("width", NUMBER)
    height: float | None = optional("height", NUMBER)
    pause: bool = stored("pause", FLAG, False)
    display: str = stored("displayType", Choice(("button", "poster")), "button")
    button_on_mobile: bool = stored("buttonOnMobile", FLAG, False)
    label: str = stored("label", TEXT, "")
    library_title: str = stored("libraryTitle", TEXT, "", silent="")
    action: Nested = stored("action", NESTED)
    when_right: Turn | None = optional("adaptivity.correct", RecordOf(Turn))
    when_wrong: Turn | None = optional("adaptivity.wrong", RecordOf(Turn))
    must_be_right: bool = stored("adaptivity.requireCompletion", FLAG, False, silent=False)
    visuals: Any = optional("visuals", RAW)
    goto: Any = optional("goto", RAW)


@dataclass(frozen=True)
class Mark(Record):
    """A bookmark, or the time of a screen for handing in."""

    time: float = stored("time", NUMBER)
    label: str = stored("label", TEXT, "")


@content_type("H5P.InteractiveVideo", "Interactive Video")
@dataclass(frozen=True)
class InteractiveVideo(Content):
    """The video, what appears in it, and the summary at its end."""

    files: tuple[VideoFile, ...] = stored(
        "interactiveVideo.video.files", Many(RecordOf(VideoFile)), ()
    )
    title: str = stored("interactiveVideo.video.startScreenOptions.title", TEXT, "")
    hide_title: bool = stored(
        "interactiveVideo.video.startScreenOptions.hideStartTitle", FLAG, False
    )
    description: str = stored(
        "interactiveVideo.video.startScreenOptions.shortStartDescription", TEXT, "", silent=""
    )
    poster: Any = optional("interactiveVideo.video.startScreenOptions.poster", RAW)
    tracks: tuple[Track, ...] = stored(
        "interactiveVideo.video.textTracks.videoTrack", Many(RecordOf(Track)), ()
    )
    default_track: str = stored(
        "interactiveVideo.video.textTracks.defaultTrackLabel", TEXT, "", silent=""
    )
    interactions: tuple[Interaction, ...] = stored(
        "interactiveVideo.assets.interactions", Many(RecordOf(Interaction)), ()
    )
    bookmarks: tuple[Mark, ...] = stored(
        "interactiveVideo.assets.bookmarks", Many(RecordOf(Mark)), ()
    )
    end_screens: tuple[Mark, ...] = stored(
        "interactiveVideo.assets.endscreens", Many(RecordOf(Mark)), ()
    )
    summary: Nested | None = optional("interactiveVideo.summary.task", MAYBE_NESTED)
    summary_before_end: float = stored("interactiveVideo.summary.displayAt", NUMBER, 3)
    start_at: float | None = optional("override.startVideoAt", NUMBER)
    autoplay: bool = stored("override.autoplay", FLAG, False)
    loop: bool = stored("override.loop", FLAG, False)
    no_auto_pause: bool = stored("override.hasNoAutoPause", FLAG, False, silent=False)
    solution_buttons: str | None = optional("override.showSolutionButton", ON_OR_OFF)
    retry_buttons: str | None = optional("override.retryButton", ON_OR_OFF)
    bookmarks_open: bool = stored("override.showBookmarksmenuOnLoad", FLAG, False)
    rewind: bool = stored("override.showRewind10", FLAG, False)
    no_skipping: str = stored("override.preventSkippingMode", SKIPPING, "none")
    silent: bool = stored("override.deactivateSound", FLAG, False)
