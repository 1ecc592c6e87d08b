"""Documents as programs write them, with somebody's name in every place for one."""

import io
import zipfile

import docx
import openpyxl
import pptx
from openpyxl.comments import Comment
from pptx.chart.data import CategoryChartData
from pptx.enum.chart import XL_CHART_TYPE
from pptx.util import Inches

from media.intake.ogg import _checksum
from tests.media.pictures import SECRET, drawn, jpeg, written

FRAME = b"\xff\xfb\x90\x00" + b"\0" * 413
COMMENT = b"\x08\0\0\0vendor x\x01\0\0\0" + (9 + len(SECRET)).to_bytes(4, "little") + b"ARTIST=--"
W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"


def mp3(frames=4) -> bytes:
    """Frames of silence between tags of both versions."""
    front = b"ID3\x04\0\0\0\0\0\x20" + SECRET.encode().ljust(32, b"\0")
    return front + FRAME * frames + b"TAG" + SECRET.encode().ljust(125, b"\0")


def page(packets, number, flags=0) -> bytes:
    """One page of Ogg that holds whole packets."""
    lacing = b"".join(b"\xff" * (len(one) // 255) + bytes([len(one) % 255]) for one in packets)
    head = b"OggS\0" + bytes([flags]) + bytes(8) + b"\1\0\0\0" + number.to_bytes(4, "little")
    data = bytearray(head + bytes(4) + bytes([len(lacing)]) + lacing + b"".join(packets))
    data[22:26] = _checksum(data).to_bytes(4, "little")
    return bytes(data)


def ogg(kind="vorbis") -> bytes:
    """Headers with comments as long as two segments, and one packet of sound."""
    comments = COMMENT + SECRET.encode() + b"x" * 300
    if kind == "vorbis":
        first, second = b"\1vorbis" + bytes(23), [b"\3vorbis" + comments + b"\1", b"\5vorbisxyz"]
    else:
        first, second = b"OpusHead" + bytes(11), [b"OpusTags" + comments]
    return page([first], 0, 2) + page(second, 1) + page([b"sunet"], 2, 4) + SECRET.encode()


def word(**parts) -> bytes:
    """A document with an author, a comment, a change that is tracked, and a photograph."""
    document = docx.Document()
    core = document.core_properties
    core.author = core.last_modified_by = core.keywords = SECRET
    paragraph = document.add_paragraph("Bună ziua")
    document.add_comment(paragraph.runs, text="De văzut", author=SECRET, initials="ZQ")
    document.add_picture(io.BytesIO(written(drawn(), "JPEG")))
    file = io.BytesIO()
    document.save(file)
    changed = f'<w:ins w:id="9" w:author="{SECRET}"><w:r><w:t>adăugat</w:t></w:r></w:ins>'.encode()
    data = replaced(file.getvalue(), "word/document.xml", b"</w:p>", changed + b"</w:p>")
    company = f"<Company>{SECRET}</Company><Template>C:\\{SECRET}.dotm</Template></Properties>"
    data = replaced(data, "docProps/app.xml", b"</Properties>", company.encode())
    return with_parts(data, {"word/media/image1.jpg": jpeg(), **parts})


def slides(**parts) -> bytes:
    """A presentation whose chart carries a table with an author of its own."""
    show = pptx.Presentation()
    show.core_properties.author = show.core_properties.last_modified_by = SECRET
    slide = show.slides.add_slide(show.slide_layouts[5])
    data = CategoryChartData()
    data.categories = ["a"]
    data.add_series("s", (1,))
    place = (Inches(1),) * 4
    slide.shapes.add_chart(XL_CHART_TYPE.COLUMN_CLUSTERED, *place, data)
    slide.shapes.add_picture(io.BytesIO(written(drawn(), "JPEG")), *place)
    file = io.BytesIO()
    show.save(file)
    table = next(n for n in names(file.getvalue()) if n.endswith(".xlsx"))
    own = {table: sheet(), "ppt/media/image1.jpg": jpeg()}
    return with_parts(file.getvalue(), {**own, **parts})


def sheet(**parts) -> bytes:
    book = openpyxl.Workbook()
    book.properties.creator = book.properties.lastModifiedBy = SECRET
    book.active["A1"] = 1
    book.active["A1"].comment = Comment(f"{SECRET}:\nde văzut", SECRET)
    file = io.BytesIO()
    book.save(file)
    return with_parts(file.getvalue(), parts)


def libre(content="", meta=SECRET, **parts) -> bytes:
    """A text of LibreOffice with an author, a comment and a photograph."""
    spaces = " ".join(
        f'xmlns:{short}="urn:oasis:names:tc:opendocument:xmlns:{long}:1.0"'
        for short, long in (("office", "office"), ("text", "text"), ("draw", "drawing"))
    )
    spaces += (
        ' xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:xlink="http://www.w3.org/1999/xlink"'
    )
    spaces += ' xmlns:script="urn:oasis:names:tc:opendocument:xmlns:script:1.0"'
    comment = f"<office:annotation><dc:creator>{SECRET}</dc:creator>x</office:annotation>"
    body = f"<office:text><text:p>Bună{comment}</text:p>{content}</office:text>"
    body = f"<office:body>{body}</office:body>"
    author = f"<dc:creator>{meta}</dc:creator>"
    files = {
        "mimetype": b"application/vnd.oasis.opendocument.text",
        "content.xml": f"<office:content {spaces}>{body}</office:content>".encode(),
        "meta.xml": f"<office:meta {spaces}>{author}</office:meta>".encode(),
        "Thumbnails/thumbnail.png": SECRET.encode(),
        "Pictures/a.jpg": jpeg(),
        "META-INF/manifest.xml": b"<manifest/>",
        **parts,
    }
    return zipped(files)


def zipped(files, way=zipfile.ZIP_DEFLATED) -> bytes:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", way) as archive:
        for name, content in files.items():
            archive.writestr(name, content)
    return file.getvalue()


def unzipped(data) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def names(data) -> list[str]:
    return list(unzipped(data))


def with_parts(data, parts) -> bytes:
    return zipped({**unzipped(data), **parts}) if parts else data


def replaced(data, name, old, new) -> bytes:
    """The archive with the last `old` of one part replaced."""
    head, tail = unzipped(data)[name].rsplit(old, 1)
    return with_parts(data, {name: head + new + tail})


def related(data, file, kind, target, outside=False) -> bytes:
    """The archive with one more relation in a `.rels` part."""
    mode = ' TargetMode="External"' if outside else ""
    link = f'<Relationship Id="rX" Type="http://x/{kind}" Target="{target}"{mode}/></Relationships>'
    return replaced(data, file, b"</Relationships>", link.encode())
