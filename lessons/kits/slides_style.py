"""Our look in PowerPoint: theme, master and three layouts, laid over python-pptx's plain deck.

The layouts keep their placeholders, so that every slide has a real title and body: that is what
screen readers and the outline view read.
"""

from typing import Any

from lxml import etree
from pptx import Presentation
from pptx.dml.color import RGBColor
from pptx.oxml.ns import qn
from pptx.util import Mm

from lessons.kits.slides_art import draw_kite, draw_rectangle

TEAL_DARK = "084F49"
CREAM, WHITE, AMBER = "FBF7EF", "FFFFFF", "FFC94A"
FACE = "Arial"
WIDTH, HEIGHT = Mm(338.667), Mm(190.5)

TITLE_LAYOUT, TEXT_LAYOUT, HELP_LAYOUT = 0, 1, 2
# python-pptx's own template: title slide, title and content, title only.
_KEPT = {"Title Slide", "Title and Content", "Title Only"}
_THEME = {
    "dk1": "1B2A33",
    "lt1": WHITE,
    "dk2": TEAL_DARK,
    "lt2": CREAM,
    "accent1": "0B6B63",
    "accent2": AMBER,
    "accent3": "1F5A94",
    "accent4": "6A3D7C",
    "accent5": "A8481F",
    "accent6": "2B6A3A",
    "hlink": "0B6B63",
    "folHlink": "6A3D7C",
}


def new_deck() -> Any:
    """An empty 16:9 deck with our theme and the three layouts in the order of the constants."""
    deck = Presentation()
    deck.slide_width, deck.slide_height = WIDTH, HEIGHT
    for layout in list(deck.slide_layouts):
        if layout.name not in _KEPT:
            deck.slide_layouts.remove(layout)
    master = deck.slide_master
    _set_theme(master)
    _background(master, CREAM)
    _text_styles(master)
    for holder in (master, *deck.slide_layouts):
        _place_common(holder)
    title, text, help_layout = deck.slide_layouts
    _title_layout(title)
    for layout in (text, help_layout):
        _content_layout(layout)
    draw_rectangle(text, Mm(24), Mm(48), Mm(290), Mm(120), WHITE)
    return deck


def _set_theme(master: Any) -> None:
    part = next(
        rel.target_part for rel in master.part.rels.values() if rel.reltype.endswith("/theme")
    )
    theme = etree.fromstring(part.blob)
    for name, colour in _THEME.items():
        slot = theme.find(f".//{qn('a:clrScheme')}/{qn(f'a:{name}')}")
        for old in list(slot):
            slot.remove(old)
        etree.SubElement(slot, qn("a:srgbClr")).set("val", colour)
    for face in theme.iterfind(f".//{qn('a:fontScheme')}/*/{qn('a:latin')}"):
        face.set("typeface", FACE)
    part._blob = etree.tostring(theme, xml_declaration=True, encoding="UTF-8", standalone=True)


def _background(holder: Any, colour: str) -> None:
    fill = holder.background.fill
    fill.solid()
    fill.fore_color.rgb = RGBColor.from_string(colour)


def _text_styles(master: Any) -> None:
    styles = master.element.find(qn("p:txStyles"))
    title = styles.find(f"{qn('p:titleStyle')}/{qn('a:lvl1pPr')}")
    title.set("algn", "l")
    _character(title.find(qn("a:defRPr")), 3600, TEAL_DARK, bold=True)
    for level, size in (("a:lvl1pPr", 3000), ("a:lvl2pPr", 2600)):
        body = styles.find(f"{qn('p:bodyStyle')}/{qn(level)}")
        _character(body.find(qn("a:defRPr")), size, "1B2A33", bold=False)


def _character(style: Any, size: int, colour: str, *, bold: bool) -> None:
    style.set("sz", str(size))
    style.set("b", "1" if bold else "0")
    for old in style.findall(qn("a:solidFill")):
        style.remove(old)
    fill = etree.Element(qn("a:solidFill"))
    etree.SubElement(fill, qn("a:srgbClr")).set("val", colour)
    style.insert(0, fill)


def _put(shape: Any, left: int, top: int, width: int, height: int) -> None:
    shape.left, shape.top, shape.width, shape.height = left, top, width, height


def _place_common(holder: Any) -> None:
    for shape in holder.placeholders:
        kind = shape.placeholder_format.type
        name = kind.name if kind is not None else ""
        if name == "TITLE":
            _put(shape, Mm(24), Mm(15), Mm(272), Mm(30))
        elif name in ("BODY", "OBJECT"):
            _put(shape, Mm(32), Mm(52), Mm(274), Mm(112))
        elif name == "FOOTER":
            _put(shape, Mm(24), Mm(175), Mm(240), Mm(9))
        elif name == "SLIDE_NUMBER":
            _put(shape, Mm(284), Mm(175), Mm(30), Mm(9))
        elif name == "DATE":
            shape._element.getparent().remove(shape._element)


def _content_layout(layout: Any) -> None:
    for shape in layout.placeholders:
        kind = shape.placeholder_format.type.name
        if kind in ("FOOTER", "SLIDE_NUMBER"):
            side = "l" if kind == "FOOTER" else "r"
            _look(shape, 1200, "4A5B66", bold=False, anchor="ctr", side=side)
    draw_rectangle(layout, 0, 0, Mm(9), HEIGHT, "0B6B63")
    draw_kite(layout, Mm(303), Mm(14), Mm(17))


def _title_layout(layout: Any) -> None:
    _background(layout, TEAL_DARK)
    draw_rectangle(layout, 0, Mm(166), WIDTH, HEIGHT - Mm(166), "0B6B63")
    draw_kite(layout, Mm(254), Mm(30), Mm(60))
    for shape in layout.placeholders:
        name = shape.placeholder_format.type.name
        if name == "CENTER_TITLE":
            _put(shape, Mm(24), Mm(34), Mm(215), Mm(70))
            _look(shape, 4600, WHITE, bold=True, anchor="b")
        elif name == "SUBTITLE":
            _put(shape, Mm(24), Mm(108), Mm(215), Mm(50))
            _look(shape, 2400, "E3F1EF", bold=False, anchor="t")


def _look(shape: Any, size: int, colour: str, *, bold: bool, anchor: str, side: str = "l") -> None:
    """Text style of one layout placeholder: its slides inherit it."""
    body = shape._element.find(qn("p:txBody"))
    properties = body.find(qn("a:bodyPr"))
    properties.set("anchor", anchor)
    styles = body.find(qn("a:lstStyle"))
    for old in list(styles):
        styles.remove(old)
    level = etree.SubElement(styles, qn("a:lvl1pPr"), marL="0", indent="0", algn=side)
    etree.SubElement(level, qn("a:buNone"))
    _character(etree.SubElement(level, qn("a:defRPr")), size, colour, bold=bold)
