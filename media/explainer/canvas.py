"""Drawing with Pillow: shapes and words at twice the size, made smaller for smooth edges."""

from pathlib import Path

from PIL import Image, ImageColor, ImageDraw, ImageFont

WIDTH, HEIGHT = 1280, 720
FINER = 2
Point = tuple[float, float]
Box = tuple[float, float, float, float]

# The colours of lms/core/styles/00-tokens.css; a film has no night.
INK, INK_2, LINE, PAPER, CREAM = "#1B2A33", "#4A5B66", "#D3DCDA", "#FFFFFF", "#FBF7EF"
TEAL, TEAL_DARK, TEAL_TINT = "#0B6B63", "#084F49", "#E3F1EF"
AMBER, AMBER_TINT, CLAY, PLUM_TINT = "#FFC94A", "#FFF4D9", "#A8481F", "#F3EBF6"


class Canvas:
    """One frame. Coordinates are those of the film, 1280 × 720, from the top left."""

    def __init__(self, fonts: Path) -> None:
        self.fonts = fonts
        self.image = Image.new("RGB", (WIDTH * FINER, HEIGHT * FINER), CREAM)
        self.moved: Point = (0, 0)
        self._draw = ImageDraw.Draw(self.image, "RGBA")
        self._faces: dict[tuple[bool, int], ImageFont.FreeTypeFont] = {}
        self.opacity = 1.0

    def fresh(self) -> None:
        """Begin another frame."""
        self.image.paste(CREAM, (0, 0, *self.image.size))
        self.moved, self.opacity = (0, 0), 1.0

    def finished(self) -> Image.Image:
        """The frame in the size of the film."""
        return self.image.resize((WIDTH, HEIGHT), Image.Resampling.LANCZOS)

    def block(
        self, box: Box, colour: str, radius: float = 0, edge: str = "", wide: float = 0
    ) -> None:
        """A rectangle with round corners, with an edge of this colour and width."""
        self._draw.rounded_rectangle(
            self._box(box),
            radius * FINER,
            fill=self._colour(colour),
            outline=self._colour(edge) if edge else None,
            width=round(wide * FINER),
        )

    def disc(self, centre: Point, radius: float, colour: str) -> None:
        """A filled circle."""
        x, y = centre
        box = (x - radius, y - radius, x + radius, y + radius)
        self._draw.ellipse(self._box(box), fill=self._colour(colour))

    def shape(self, points: list[Point], colour: str) -> None:
        """A filled polygon."""
        self._draw.polygon([self._at(point) for point in points], fill=self._colour(colour))

    def stroke(self, points: list[Point], colour: str, wide: float) -> None:
        """A line through these points with round ends and corners."""
        places = [self._at(point) for point in points]
        self._draw.line(places, self._colour(colour), round(wide * FINER), joint="curve")
        for x, y in (places[0], places[-1]):
            half = wide * FINER / 2
            self._draw.ellipse((x - half, y - half, x + half, y + half), fill=self._colour(colour))

    def slice_of(self, box: Box, begin: float, end: float, colour: str) -> None:
        """A part of an ellipse, from one angle to another."""
        self._draw.pieslice(self._box(box), begin, end, fill=self._colour(colour))

    def words(
        self, text: str, place: Point, size: int, colour: str, *, bold: bool = False,
        middle: bool = False,
    ) -> None:  # fmt: skip
        """One line of text; `place` is its top left, or its very middle."""
        self._draw.text(
            self._at(place),
            text,
            fill=self._colour(colour),
            font=self._face(bold, size),
            anchor="mm" if middle else "la",
        )

    def lines(self, text: str, size: int, wide: float, *, bold: bool = False) -> list[str]:
        """The text in lines that are at most so wide, all about equally long."""
        lines = self._wrapped(text, size, wide, bold)
        longest = max(self._face(bold, size).getlength(word) for word in text.split()) / FINER
        for narrow in range(round(longest) + 1, round(wide), 10):
            narrower = self._wrapped(text, size, narrow, bold)
            if len(narrower) == len(lines):
                return narrower
        return lines

    def _wrapped(self, text: str, size: int, wide: float, bold: bool) -> list[str]:
        lines: list[str] = []
        for word in text.split():
            longer = f"{lines[-1]} {word}" if lines else word
            fits = self._face(bold, size).getlength(longer) <= wide * FINER
            lines[-1:] = [longer] if lines and fits else [*lines[-1:], word]
        return lines

    def _face(self, bold: bool, size: int) -> ImageFont.FreeTypeFont:
        known = self._faces.get((bold, size))
        if known is None:
            weight = "700Bold" if bold else "400Regular"
            file = self.fonts / weight / f"AtkinsonHyperlegibleNext_{weight}.ttf"
            known = self._faces[bold, size] = ImageFont.truetype(str(file), size * FINER)
        return known

    def _at(self, point: Point) -> Point:
        return (point[0] + self.moved[0]) * FINER, (point[1] + self.moved[1]) * FINER

    def _box(self, box: Box) -> Box:
        return *self._at((box[0], box[1])), *self._at((box[2], box[3]))

    def _colour(self, colour: str) -> tuple[int, ...]:
        return (*ImageColor.getrgb(colour)[:3], round(255 * self.opacity))
