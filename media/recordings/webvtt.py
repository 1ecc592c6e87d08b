"""Captions: WebVTT and SubRip read strictly, written plainly. No Django, no other library.

What is read is what every browser shows alike: cues in order within the recording, text with the
four tags that need no style sheet. STYLE and REGION blocks are refused: a style sheet could load
something from elsewhere.

    cues = read(content, duration=61.5)       # raises BadCaptions with every problem and its line
    write(cues), write_srt(cues), spoken(cues)

Made after WebVTT, W3C (https://www.w3.org/TR/webvtt1/).
"""

import html
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum

MOST_BYTES = 500_000
MOST_CUES = 5_000
MOST_PROBLEMS = 20
# Sound and pictures of one file end at slightly different times.
SLACK_MS = 500
_TIME = r"(?:(\d{2,4}):)?([0-5]\d):([0-5]\d)[.](\d{3})"
_TIMING = re.compile(rf"{_TIME}[ \t]+-->[ \t]+{_TIME}(?:[ \t]+(\S.*?))?[ \t]*$")
_LIKE_TIMES = re.compile(r"->|^\s*\d+:\d\d")
_SETTING = re.compile(r"(?:vertical|line|position|size|align):[\w.,%-]+$")
_TAG = re.compile(r"<(/?)(v|i|b|c)((?:\.[\w-]+)*)(?:[ \t]+([^<>&]*))?>")
_SPAN = re.compile(r"<[^>]*>?")
_UNPRINTABLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ufffe\uffff]")


class Flaw(StrEnum):
    """What can be wrong; `media.recordings.words` says it to people."""

    ENCODING = "encoding"
    TOO_LONG = "too-long"
    HEADER = "header"
    AFTER_HEADER = "after-header"
    STYLE = "style"
    TIMING = "timing"
    SETTING = "setting"
    BACKWARDS = "backwards"
    ORDER = "order"
    BEYOND = "beyond"
    EMPTY = "empty"
    TAG = "tag"
    UNCLOSED = "unclosed"
    UNPRINTABLE = "unprintable"
    NO_CUES = "no-cues"


@dataclass(frozen=True, slots=True)
class Problem:
    """`line` counts from 1; `found` is the piece of text that is meant, shortened."""

    flaw: Flaw
    line: int
    found: str = ""


class BadCaptions(ValueError):  # noqa: N818 - named as people say it
    """The file is no captions that we take. `problems` has at least one, in order."""

    def __init__(self, problems: Sequence[Problem]) -> None:
        super().__init__("; ".join(f"line {p.line}: {p.flaw}" for p in problems))
        self.problems = tuple(problems)


@dataclass(frozen=True, slots=True)
class Cue:
    """One caption: milliseconds, and text that may hold the tags v, i, b, c and line breaks."""

    start: int
    end: int
    text: str
    settings: str = ""


def read(content: bytes | str, *, duration: float | None = None, srt: bool = False) -> list[Cue]:
    """The cues of a WebVTT file, or of a SubRip file (`srt`).

    `duration`, in seconds, is that of the recording. Raises BadCaptions.
    """
    reader = _Reader(_lines(content), None if duration is None else round(duration * 1000))
    cues = reader.read(srt=srt)
    if reader.problems:
        raise BadCaptions(reader.problems[:MOST_PROBLEMS])
    return cues


def write(cues: Sequence[Cue]) -> str:
    """A WebVTT file."""
    blocks = [
        f"{_clock(cue.start, '.')} --> {_clock(cue.end, '.')} {cue.settings}".rstrip()
        + f"\n{cue.text}\n"
        for cue in cues
    ]
    return "\n".join(["WEBVTT\n", *blocks])


def write_srt(cues: Sequence[Cue]) -> str:
    """A SubRip file, for players that know no WebVTT: who speaks stands before the words."""
    blocks = [
        f"{number}\n{_clock(cue.start, ',')} --> {_clock(cue.end, ',')}\n{_srt_text(cue.text)}\n"
        for number, cue in enumerate(cues, start=1)
    ]
    return "\n".join(blocks)


def spoken(cues: Sequence[Cue]) -> str:
    """The words alone, one cue a line."""
    return "\n".join(html.unescape(_SPAN.sub("", cue.text)).replace("\n", " ") for cue in cues)


def _lines(content: bytes | str) -> list[str]:
    if isinstance(content, bytes):
        if len(content) > MOST_BYTES:
            raise BadCaptions([Problem(Flaw.TOO_LONG, 1)])
        try:
            content = content.decode("utf-8")
        except UnicodeDecodeError as error:
            line = error.object[: error.start].count(b"\n") + 1
            raise BadCaptions([Problem(Flaw.ENCODING, line)]) from None
    elif len(content) > MOST_BYTES:
        raise BadCaptions([Problem(Flaw.TOO_LONG, 1)])
    return re.split(r"\r\n|\n|\r", content.removeprefix("\ufeff"))


class _Reader:
    def __init__(self, lines: list[str], most: int | None) -> None:
        self.lines = lines
        self.most = most
        self.problems: list[Problem] = []

    def say(self, flaw: Flaw, line: int, found: str = "") -> None:
        self.problems.append(Problem(flaw, line, found.strip()[:60]))

    def read(self, *, srt: bool) -> list[Cue]:
        for number, line in enumerate(self.lines, start=1):
            if _UNPRINTABLE.search(line):
                self.say(Flaw.UNPRINTABLE, number)
        begin = 0 if srt else self._header()
        cues: list[Cue] = []
        for first, block in self._blocks(begin):
            cue = self._cue(first, block, srt, cues[-1].start if cues else 0)
            if cue:
                cues.append(cue)
            if len(cues) > MOST_CUES:
                self.say(Flaw.TOO_LONG, first)
            if len(self.problems) >= MOST_PROBLEMS or len(cues) > MOST_CUES:
                return cues
        if not cues and not self.problems:
            self.say(Flaw.NO_CUES, 1)
        return cues

    def _header(self) -> int:
        """Where the cues begin: after the first line and an empty one."""
        if not re.match(r"WEBVTT(?:[ \t]|$)", self.lines[0]):
            self.say(Flaw.HEADER, 1, self.lines[0])
            return 1
        if len(self.lines) > 1 and self.lines[1].strip():
            self.say(Flaw.AFTER_HEADER, 2, self.lines[1])
        return 1

    def _blocks(self, begin: int) -> Iterator[tuple[int, list[str]]]:
        """(number of the first line, lines) of what stands between empty lines."""
        block: list[str] = []
        for number in range(begin, len(self.lines) + 1):
            line = self.lines[number] if number < len(self.lines) else ""
            if line.strip():
                block.append(line)
            elif block:
                yield number - len(block) + 1, block
                block = []

    def _cue(self, first: int, block: list[str], srt: bool, before: int) -> Cue | None:
        if not srt and re.match(r"NOTE(?:[ \t]|$)", block[0]):
            return None
        if not srt and re.match(r"(?:STYLE|REGION)[ \t]*$", block[0]):
            self.say(Flaw.STYLE, first, block[0])
            return None
        # A name may stand before the times; a line that tries to be times is no name.
        at = 0 if len(block) == 1 or _LIKE_TIMES.search(block[0]) else 1
        timing = block[at].replace(",", ".", 2) if srt else block[at]
        match = _TIMING.match(timing.strip())
        if match is None:
            self.say(Flaw.TIMING, first + at, block[at])
            return None
        start, end = _moment(match.groups()[:4]), _moment(match.groups()[4:8])
        self._check_times(first + at, start, end, before)
        settings = match[9] or ""
        for setting in settings.split():
            if not _SETTING.match(setting):
                self.say(Flaw.SETTING, first + at, setting)
        text = [line.strip() for line in block[at + 1 :]]
        if not text:
            self.say(Flaw.EMPTY, first + at)
        self._check_text(first + at + 1, text)
        return Cue(start, end, "\n".join(text), settings)

    def _check_times(self, line: int, start: int, end: int, before: int) -> None:
        if end <= start:
            self.say(Flaw.BACKWARDS, line)
        if start < before:
            self.say(Flaw.ORDER, line)
        if self.most is not None and end > self.most + SLACK_MS:
            self.say(Flaw.BEYOND, line, _clock(end, "."))

    def _check_text(self, first: int, lines: list[str]) -> None:
        opened: list[tuple[str, int]] = []
        for number, line in enumerate(lines, start=first):
            if "-->" in line:
                self.say(Flaw.TIMING, number, line)
                continue
            for span in _SPAN.findall(line):
                tag = _TAG.fullmatch(span)
                if tag is None or not _is_plain(tag):
                    self.say(Flaw.TAG, number, span)
                elif not tag[1]:
                    opened.append((tag[2], number))
                elif opened and opened[-1][0] == tag[2]:
                    opened.pop()
                else:
                    self.say(Flaw.UNCLOSED, number, span)
        # Who speaks may hold for the whole cue.
        for name, number in opened:
            if name != "v":
                self.say(Flaw.UNCLOSED, number, f"<{name}>")


def _is_plain(tag: re.Match[str]) -> bool:
    """Words stand only in `<v Name>`, and there they must."""
    closing, name, _classes, words = tag.groups()
    names_somebody = bool((words or "").strip())
    return names_somebody == (name == "v" and not closing)


def _moment(parts: Sequence[str | None]) -> int:
    hours, minutes, seconds, thousandths = (int(part or 0) for part in parts)
    return ((hours * 60 + minutes) * 60 + seconds) * 1000 + thousandths


def _clock(moment: int, mark: str) -> str:
    seconds, thousandths = divmod(moment, 1000)
    minutes, seconds = divmod(seconds, 60)
    hours, minutes = divmod(minutes, 60)
    return f"{hours:02d}:{minutes:02d}:{seconds:02d}{mark}{thousandths:03d}"


def _srt_text(text: str) -> str:
    def plain(found: re.Match[str]) -> str:
        closing, name, _classes, who = found.groups()
        if name == "v":
            return "" if closing else f"{(who or '').strip()}: "
        return f"<{closing}{name}>" if name in ("i", "b") else ""

    return html.unescape(_TAG.sub(plain, text))
