"""Flat drawings on PowerPoint layouts: polygons that slides show and no screen reader announces."""

from typing import Any

from pptx.oxml import parse_xml
from pptx.oxml.ns import nsdecls

Point = tuple[float, float]

_KITE: tuple[tuple[str, tuple[Point, ...]], ...] = (
    ("FFC94A", ((0.5, 0), (0.5, 0.42), (0.05, 0.42))),
    ("FFE7AE", ((0.5, 0), (0.95, 0.42), (0.5, 0.42))),
    ("7FD1C7", ((0.05, 0.42), (0.5, 0.42), (0.5, 1.05))),
    ("FFC94A", ((0.5, 0.42), (0.95, 0.42), (0.5, 1.05))),
    ("7FD1C7", ((0.49, 1.05), (0.51, 1.05), (0.47, 1.5), (0.44, 1.5))),
    ("FFE7AE", ((0.4, 1.13), (0.49, 1.17), (0.4, 1.21))),
    ("FFE7AE", ((0.58, 1.13), (0.49, 1.17), (0.58, 1.21))),
    ("FFE7AE", ((0.37, 1.31), (0.47, 1.35), (0.37, 1.39))),
    ("FFE7AE", ((0.57, 1.31), (0.47, 1.35), (0.57, 1.39))),
)


def draw_kite(layout: Any, left: int, top: int, width: int) -> None:
    """The platform's kite; its tail ends 1.5 widths below `top`. All sides in EMU."""
    for colour, points in _KITE:
        draw_polygon(layout, [(left + x * width, top + y * width) for x, y in points], colour)


def draw_rectangle(layout: Any, left: int, top: int, width: int, height: int, colour: str) -> None:
    """A filled rectangle behind the layout's text."""
    right, bottom = left + width, top + height
    draw_polygon(layout, [(left, top), (right, top), (right, bottom), (left, bottom)], colour)


def draw_polygon(layout: Any, points: list[Point], colour: str) -> None:
    """A filled polygon without outline; points in EMU of the slide, colour as RRGGBB."""
    left, top = int(min(x for x, _ in points)), int(min(y for _, y in points))
    width = int(max(x for x, _ in points)) - left
    height = int(max(y for _, y in points)) - top
    corners = [f'<a:pt x="{int(x) - left}" y="{int(y) - top}"/>' for x, y in points]
    path = f"<a:moveTo>{corners[0]}</a:moveTo>" + "".join(
        f"<a:lnTo>{corner}</a:lnTo>" for corner in corners[1:]
    )
    tree = layout.shapes._spTree
    drawn = sum(1 for name in tree.iter() if name.get("name", "").startswith("Decor"))
    # The first two children of a shape tree are its own properties; after the earlier drawings
    # comes this one, and all of them lie behind the placeholders.
    tree.insert(
        2 + drawn,
        parse_xml(
            f"<p:sp {nsdecls('p', 'a')}><p:nvSpPr>"
            f'<p:cNvPr id="{900 + drawn}" name="Decor {drawn}"/>'
            f'<p:cNvSpPr/><p:nvPr userDrawn="1"/></p:nvSpPr><p:spPr><a:xfrm><a:off x="{left}" '
            f'y="{top}"/><a:ext cx="{width}" cy="{height}"/></a:xfrm><a:custGeom><a:avLst/>'
            f'<a:rect l="0" t="0" r="r" b="b"/><a:pathLst><a:path w="{width}" h="{height}">{path}'
            f'<a:close/></a:path></a:pathLst></a:custGeom><a:solidFill><a:srgbClr val="{colour}"/>'
            f"</a:solidFill><a:ln><a:noFill/></a:ln></p:spPr></p:sp>"
        ),
    )
