"""A share card as a picture: the mark, what kind of page it is, its title. Never a person.

Drawn in our own letters; a title in Cyrillic, which they lack, in a second face. A title with signs
that neither has is left out rather than drawn as boxes: the link shows it beside the picture.
"""

from functools import cache
from io import BytesIO

from django.conf import settings
from PIL import Image, ImageColor, ImageDraw, ImageFont

from lms.core.text import mend_cedilla

SIZE = (1200, 630)
CREAM, TEAL, TEAL_DARK, INK = "#FBF7EF", "#0B6B63", "#084F49", "#1B2A33"
# The kite of the logo, in its own 48 by 48 units (static/img/logo.svg).
KITE = (
    ("#FFC94A", ((32, 2), (12, 14), (25, 20))),
    (TEAL, ((32, 2), (41, 25), (25, 20))),
    ("#12857B", ((12, 14), (25, 20), (16, 41))),
    ("#F0AC3C", ((41, 25), (25, 20), (16, 41))),
)
MARGIN, COLUMN = 80, 760
FACES = ("AtkinsonHyperlegibleNext", "SourceSans3")
# Largest first: a long title gets smaller letters, and at last an end of three dots.
TITLE_SIZES = ((76, 3), (62, 4), (50, 5))


def draw(title: str, kind: str) -> bytes:
    """The card as a PNG of at most 60 kB."""
    card = Image.new("RGB", SIZE, CREAM)
    pen = ImageDraw.Draw(card)
    pen.rectangle((0, 0, SIZE[0], 16), fill=TEAL)
    pen.rectangle((0, SIZE[1] - 16, SIZE[0], SIZE[1]), fill="#FFC94A")
    _kite(card, (860, 130), 7.4)
    _kite(card, (MARGIN - 8, 500), 1.7)
    pen.text((MARGIN + 88, 512), "ProTECT", font=_font(FACES[0], 48), fill=TEAL_DARK)
    title, kind = mend_cedilla(title), mend_cedilla(kind)
    face = face_for(title + kind)
    if face:
        pen.text((MARGIN, 76), kind, font=_font(face, 34), fill=TEAL)
        font, lines = _fitted(title, face)
        pen.multiline_text((MARGIN, 136), "\n".join(lines), font=font, fill=INK, spacing=14)
    file = BytesIO()
    # Flat colours and soft edges: sixty-four shades show them, at a third of the weight.
    card.quantize(64, dither=Image.Dither.NONE).save(file, "PNG", optimize=True)
    return file.getvalue()


def face_for(text: str) -> str:
    """The first of our faces that has every sign of a text; "" where none has."""
    return next((face for face in FACES if _has_all(face, text)), "")


def _has_all(face: str, text: str) -> bool:
    font = _font(face, 34)
    lacking = bytes(font.getmask("\uffff"))
    return all(sign.isspace() or bytes(font.getmask(sign)) != lacking for sign in set(text))


def _kite(card: Image.Image, corner: tuple[int, int], scale: float) -> None:
    """The mark, drawn four times as large and made smaller, so that its edges are smooth."""
    side = int(48 * scale)
    drawn = Image.new("RGBA", (4 * side, 4 * side), (*ImageColor.getrgb(CREAM), 0))
    pen = ImageDraw.Draw(drawn)
    for colour, points in KITE:
        pen.polygon([(x * 4 * scale, y * 4 * scale) for x, y in points], fill=colour)
    mark = drawn.resize((side, side), Image.Resampling.LANCZOS)
    card.paste(mark, corner, mark)


@cache
def _font(face: str, size: int) -> ImageFont.FreeTypeFont:
    folders = (settings.PRINT_FONTS_DIR, settings.SECOND_PRINT_FONTS_DIR)
    folder = folders[FACES.index(face)]
    return ImageFont.truetype(str(folder / "700Bold" / f"{face}_700Bold.ttf"), size)


def _fitted(title: str, face: str) -> tuple[ImageFont.FreeTypeFont, list[str]]:
    """The largest letters in which the title fits, and its lines."""
    for size, most in TITLE_SIZES:
        font = _font(face, size)
        lines = _wrapped(title, font)
        if len(lines) <= most and all(font.getlength(line) <= COLUMN for line in lines):
            return font, lines
    lines = [_shortened(line, font) for line in lines]
    return font, lines if len(lines) <= most else [*lines[: most - 1], f"{lines[most - 1]}…"]


def _wrapped(title: str, font: ImageFont.FreeTypeFont) -> list[str]:
    lines: list[str] = []
    for word in title.split():
        longer = f"{lines[-1]} {word}" if lines else word
        if lines and font.getlength(longer) <= COLUMN:
            lines[-1] = longer
        else:
            lines.append(word)
    return lines


def _shortened(line: str, font: ImageFont.FreeTypeFont) -> str:
    """One word that is wider than the column, cut."""
    if font.getlength(line) <= COLUMN:
        return line
    while line and font.getlength(f"{line}…") > COLUMN:
        line = line[:-1]
    return f"{line}…"
