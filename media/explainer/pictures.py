"""What the left half of each scene shows: flat shapes, no faces, nothing that frightens."""

from collections.abc import Callable

from media.explainer.canvas import (
    AMBER,
    AMBER_TINT,
    CLAY,
    INK,
    LINE,
    PAPER,
    PLUM_TINT,
    TEAL,
    TEAL_DARK,
    TEAL_TINT,
    Canvas,
    Point,
)
from media.explainer.story import Scene

Picture = Callable[[Canvas, Scene, float], None]
SAID = 52  # the size of the letters in a bubble


def eased(seconds: float, begin: float = 0, lasts: float = 0.5) -> float:
    """How far a movement is, from 0 to 1: quick at first, then slow."""
    part = min(1.0, max(0.0, (seconds - begin) / lasts))
    return 1 - (1 - part) ** 3


def shield(canvas: Canvas, scene: Scene, seconds: float) -> None:
    """A phone behind a shield."""
    _phone(canvas)
    grown = 0.85 + 0.15 * eased(seconds, 0.3)
    outer = [(290 + x * grown, 330 + y * grown) for x, y in _SHIELD]
    canvas.shape(outer, TEAL)
    canvas.shape([(290 + (x - 290) * 0.84, 326 + (y - 326) * 0.84) for x, y in outer], TEAL_TINT)
    drawn = eased(seconds, 0.7, 0.4)
    if drawn > 0:
        corner, tip = (272.0, 378.0), (272 + 78 * drawn, 378 - 104 * drawn)
        canvas.stroke([(228, 334), corner, tip], TEAL, 20)


def chat(canvas: Canvas, scene: Scene, seconds: float) -> None:
    """A phone with what somebody writes; what was there in the scene before stands already."""
    _phone(canvas)
    bottom = 104.0
    for number, text in enumerate(scene.bubbles):
        is_new = number == len(scene.bubbles) - 1
        begin = 0.9 if is_new else 0.0
        if is_new and seconds < begin:
            _typing(canvas, bottom, seconds)
            return
        lines = canvas.lines(text, SAID, 364)
        tall = 40 + len(lines) * 62
        canvas.opacity = eased(seconds, begin, 0.3)
        colour = AMBER_TINT if is_new else PLUM_TINT
        canvas.block((86, bottom, 486, bottom + tall), colour, 28)
        for row, line in enumerate(lines):
            canvas.words(line, (108, bottom + 18 + row * 62), SAID, INK)
        canvas.opacity = 1
        bottom += tall + 20


def pause(canvas: Canvas, scene: Scene, seconds: float) -> None:
    """Two bars in a circle, as on any player."""
    radius = 190 * (0.8 + 0.2 * eased(seconds))
    canvas.disc((290, 330), radius, TEAL_TINT)
    canvas.disc((290, 330), radius - 26, TEAL)
    for x in (222, 306):
        canvas.block((x, 240, x + 52, 420), PAPER, 12)


def closed(canvas: Canvas, scene: Scene, seconds: float) -> None:
    """The phone's screen goes dark, and a small moon shines."""
    _phone(canvas)
    canvas.opacity = eased(seconds, 0.3, 0.6)
    canvas.block((72, 74, 508, 586), TEAL_DARK, 34)
    canvas.disc((290, 320), 88, AMBER)
    canvas.disc((330, 292), 78, TEAL_DARK)


def kept(canvas: Canvas, scene: Scene, seconds: float) -> None:
    """Bubbles that slide into a folder."""
    canvas.block((60, 220, 260, 300), TEAL_DARK, 20)
    canvas.block((60, 250, 520, 560), TEAL_DARK, 24)
    for number, colour in enumerate((PLUM_TINT, AMBER_TINT)):
        fallen = eased(seconds, 0.3 + 0.5 * number, 0.6)
        top = 60 + 90 * number + 120 * fallen
        canvas.block((110 + 40 * number, top, 430 + 40 * number, top + 84), colour, 26, LINE, 3)
        for row in (26, 50):
            right = 360 + 40 * number - row
            canvas.stroke([(146 + 40 * number, top + row), (right, top + row)], LINE, 10)
    canvas.block((60, 340, 520, 560), TEAL, 24)
    canvas.stroke([(232, 452), (276, 494), (352, 410)], PAPER, 18)


def adult(canvas: Canvas, scene: Scene, seconds: float) -> None:
    """A tall figure and a small one, who comes nearer and speaks."""
    _person(canvas, (390, 190), 1.25, TEAL)
    nearer = 60 * eased(seconds, 0.2, 0.9)
    _person(canvas, (130 + nearer, 330), 0.86, CLAY)
    canvas.opacity = eased(seconds, 1.0, 0.4)
    canvas.block((96, 90, 296, 210), AMBER_TINT, 30, AMBER, 5)
    canvas.shape([(180, 205), (226, 205), (196, 244)], AMBER_TINT)
    for x in (150, 196, 242):
        canvas.disc((x, 150), 13, INK)


def call(canvas: Canvas, scene: Scene, seconds: float) -> None:
    """The number, with waves of a call that goes out."""
    for ring in range(3):
        canvas.opacity = 0.16 * eased(seconds, 0.25 * ring, 0.5)
        canvas.disc((290, 330), 250 - 45 * ring, TEAL)
    canvas.opacity = 1
    canvas.disc((290, 330), 140, TEAL)
    canvas.words("119", (290, 326), 128, PAPER, bold=True, middle=True)


def door(canvas: Canvas, scene: Scene, seconds: float) -> None:
    """A door that opens on light."""
    canvas.block((130, 70, 450, 590), TEAL_DARK, 20)
    canvas.block((156, 96, 424, 590), AMBER_TINT, 8)
    opened = eased(seconds, 0.2, 1.0)
    canvas.opacity = opened
    canvas.shape([(156, 590), (424, 590), (500, 640), (80, 640)], AMBER_TINT)
    canvas.disc((336, 300), 64, AMBER)
    canvas.opacity = 1
    edge = 424 - 190 * opened
    canvas.shape([(156, 96), (edge, 96 + 34 * opened), (edge, 590 - 6 * opened), (156, 590)], TEAL)
    canvas.disc((edge - 26, 350), 11, AMBER)


PICTURES: dict[str, Picture] = {
    picture.__name__: picture for picture in (shield, chat, pause, closed, kept, adult, call, door)
}
_SHIELD: list[Point] = [
    (0, -190), (140, -140), (140, 10), (104, 98), (0, 176), (-104, 98), (-140, 10), (-140, -140)
]  # fmt: skip


def _phone(canvas: Canvas) -> None:
    canvas.block((54, 40, 526, 620), INK, 52)
    canvas.block((72, 74, 508, 586), PAPER, 34)
    canvas.block((240, 52, 340, 60), LINE, 4)


def _typing(canvas: Canvas, top: float, seconds: float) -> None:
    """Three dots while somebody writes, brighter one after the other."""
    canvas.block((86, top, 236, top + 78), AMBER_TINT, 28)
    for number in range(3):
        is_lit = int(seconds * 4) % 3 == number
        canvas.disc((126 + 36 * number, top + 39), 11, INK if is_lit else LINE)


def _person(canvas: Canvas, head: Point, size: float, colour: str) -> None:
    x, y = head
    canvas.disc(head, 62 * size, colour)
    top, half = y + 78 * size, 96 * size
    canvas.slice_of((x - half, top, x + half, top + 2 * half), 180, 360, colour)
    canvas.block((x - half, top + half - 1, x + half, 600), colour)
