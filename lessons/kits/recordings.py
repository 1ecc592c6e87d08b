"""Videos and sounds in a kit: the file, its captions for any player, and its transcript."""

from collections.abc import Iterator, Mapping

from lessons.kits.labels import labels_for
from lessons.kits.sheets import BuiltFile, PlanSheet
from lessons.kits.texts import text_file


def recording_files(sheet: PlanSheet, contents: Mapping[str, bytes]) -> Iterator[BuiltFile]:
    """Everything of every recording. A player that knows no WebVTT finds SubRip beside it."""
    labels = labels_for(sheet.locale)
    for recording in sheet.recordings:
        name, title = recording.slug, recording.title
        content = contents.get(recording.key)
        if content is not None:
            film = f"{name}.{recording.format}"
            yield BuiltFile(film, title, "recording", "pupil", recording.format, content)
        for track in recording.captions:
            said = f"{title} ({labels['captions']}, {track.label})"
            for format, words in (("vtt", track.vtt), ("srt", track.srt)):
                file = f"{name}.{track.language}.{format}"
                yield BuiltFile(file, said, "captions", "pupil", format, words.encode())
        lines = [title, "", *recording.transcript.splitlines(), "", recording.credit]
        file, said = f"{name}-{labels['file_transcript']}.txt", f"{title} ({labels['transcript']})"
        yield text_file(file, said, "transcript", "pupil", lines)


def left_out(sheet: PlanSheet, contents: Mapping[str, bytes]) -> list[str]:
    """What the read-me says of recordings that are too large for a kit."""
    said = labels_for(sheet.locale)["readme_online"]
    missing = [one for one in sheet.recordings if one.key not in contents]
    return [f"  {one.title}: {said} {one.address}" for one in missing]
