"""QR codes of addresses, as files and documents take them."""

import io

import segno

_INK = "#1B2A33"


def qr_svg(address: str) -> str:
    """The code of an absolute address as an SVG text, dark on nothing, with its quiet zone."""
    out = io.BytesIO()
    _code(address).save(out, kind="svg", border=2, dark=_INK, xmldecl=False, svgns=True)
    return out.getvalue().decode()


def qr_png(address: str) -> bytes:
    """The same code as PNG, for documents that take no SVG."""
    out = io.BytesIO()
    _code(address).save(out, kind="png", border=2, scale=8)
    return out.getvalue()


def _code(address: str) -> segno.QRCode:
    return segno.make(address, error="m", micro=False)
