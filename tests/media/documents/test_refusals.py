"""Documents that do not come in."""

import zipfile
import zlib

import pytest
from pypdf.generic import ArrayObject, TextStringObject

from media.intake import limits
from media.intake.documents import cleaned
from media.intake.refusal import Reason, RefusedError
from tests.media.makers import libre, related, replaced, sheet, slides, unzipped, word, zipped
from tests.media.papers import action, attached, dictionary, form, locked, name, paper, signed
from tests.media.pictures import jpeg

FAR = 'xlink:href="http://a/b.png"'
RELS = "word/_rels/document.xml.rels"
MACRO_TYPE = b"application/vnd.ms-word.document.macroEnabled.main+xml"
MAIN_TYPE = b"application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
OLE = b"\xd0\xcf\x11\xe0" + bytes(600)


def refusal(file, data):
    with pytest.raises(RefusedError) as refused:
        cleaned(file, data)
    return refused.value.reason


def field(told):
    """A document whose field says this, cut into two pieces as Word cuts it."""
    half = len(told) // 2
    runs = "".join(
        f"<w:r><w:instrText>{part}</w:instrText></w:r>" for part in (told[:half], told[half:])
    )
    return replaced(word(), "word/document.xml", b"</w:p>", runs.encode() + b"</w:p>")


def bomb():
    many = {f"word/{number}.xml": b" " * 10_000_000 for number in range(11)}
    return zipped({**unzipped(word()), **many})


@pytest.mark.parametrize(
    ("file", "make", "reason"),
    [
        ("a.exe", lambda: b"MZ", Reason.KIND),
        ("a.html", lambda: b"<html>", Reason.KIND),
        ("a.doc", lambda: OLE, Reason.KIND),
        ("a.docm", word, Reason.MACROS),
        ("a.docx", slides, Reason.OTHER_KIND),
        ("a.docx", libre, Reason.OTHER_KIND),
        ("a.docx", lambda: paper(), Reason.UNREADABLE),
        ("a.docx", lambda: zipped({"a": b"x"}), Reason.OTHER_KIND),
        ("a.docx", lambda: OLE, Reason.ENCRYPTED),
        ("a.docx", bomb, Reason.UNPACKED),
        ("a.docx", lambda: zipped({**unzipped(word()), "../a.xml": b"x"}), Reason.UNREADABLE),
        ("a.docx", lambda: zipped(unzipped(word()), zipfile.ZIP_BZIP2), Reason.UNREADABLE),
        ("a.docx", lambda: word(**{"word/vbaProject.bin": OLE}), Reason.MACROS),
        ("a.docx", lambda: word(**{"word/embeddings/oleObject1.bin": OLE}), Reason.EMBEDDED),
        ("a.docx", lambda: word(**{"word/Embeddings/oleObject1.bin": OLE}), Reason.EMBEDDED),
        ("a.docx", lambda: word(**{"word/media/a.bin": OLE}), Reason.EMBEDDED),
        ("a.docx", lambda: word(**{"word/media/a.zip": zipped({"a": b"x"})}), Reason.EMBEDDED),
        ("a.docx", lambda: word(**{"word/media/a.dat": b"II*\0"}), Reason.PICTURE),
        ("a.docx", lambda: word(**{"word/media/a.mp4": b"x"}), Reason.EMBEDDED),
        ("a.docx", lambda: word(**{"word/media/a.tiff": b"II*"}), Reason.PICTURE),
        ("a.docx", lambda: word(**{"word/media/a.jpg": b"\xff\xd8x"}), Reason.PICTURE),
        ("a.docx", lambda: word(**{"word/a.rels": b"<!DOCTYPE a><a/>"}), Reason.UNREADABLE),
        ("a.docx", lambda: related(word(), RELS, "vbaProject", "x.bin"), Reason.MACROS),
        ("a.docx", lambda: related(word(), RELS, "aFChunk", "x.html"), Reason.EMBEDDED),
        ("a.docx", lambda: related(word(), RELS, "image", "http://a/b.png", True), Reason.LINKED),
        (
            "a.docx",
            lambda: related(word(), RELS, "attachedTemplate", "https://a/b.dotm", True),
            Reason.LINKED,
        ),
        (
            "a.docx",
            lambda: related(word(), RELS, "attachedTemplate", r"\\server\b.dotm", True),
            Reason.LINKED,
        ),
        ("a.docx", lambda: field("DDEAUTO c:\\cmd.exe"), Reason.LINKED),
        ("a.docx", lambda: field('INCLUDEPICTURE "http://a"'), Reason.LINKED),
        (
            "a.docx",
            lambda: replaced(word(), "[Content_Types].xml", MAIN_TYPE, MACRO_TYPE),
            Reason.MACROS,
        ),
        (
            "a.xlsx",
            lambda: related(sheet(), "xl/_rels/workbook.xml.rels", "externalLink", "x.xml"),
            Reason.LINKED,
        ),
        (
            "a.xlsx",
            lambda: related(sheet(), "xl/_rels/workbook.xml.rels", "connections", "x.xml"),
            Reason.LINKED,
        ),
        ("a.odt", word, Reason.OTHER_KIND),
        ("a.odt", lambda: libre(**{"Basic/Standard/a.xml": b"<a/>"}), Reason.MACROS),
        ("a.odt", lambda: libre('<script:event-listener script:a="x"/>'), Reason.MACROS),
        ("a.odt", lambda: libre('<draw:image xlink:href="http://a/b.png"/>'), Reason.LINKED),
        ("a.odt", lambda: libre("<office:dde-source/>"), Reason.LINKED),
        ("a.odt", lambda: libre(f"<draw:background-image {FAR}/>"), Reason.LINKED),
        ("a.odt", lambda: libre(f"<draw:font-face-uri {FAR}/>"), Reason.LINKED),
        ("a.odt", lambda: libre(f"<text:list-level-style-image {FAR}/>"), Reason.LINKED),
        (
            "a.odt",
            lambda: libre('<draw:image xlink:href="Pictures/../../a.png"/>'),
            Reason.LINKED,
        ),
        (
            "a.odt",
            lambda: libre(**{"META-INF/manifest.xml": b"<m><encryption-data/></m>"}),
            Reason.ENCRYPTED,
        ),
        ("a.pdf", word, Reason.OTHER_KIND),
        ("a.pdf", lambda: b"%PDF-1.7 ...", Reason.UNREADABLE),
        ("a.pdf", locked, Reason.ENCRYPTED),
        (
            "a.pdf",
            lambda: paper(action("/JavaScript", JS=TextStringObject("x"))),
            Reason.SCRIPT,
        ),
        ("a.pdf", lambda: paper(form), Reason.SCRIPT),
        ("a.pdf", lambda: paper(action("/Launch", F=TextStringObject("cmd"))), Reason.SCRIPT),
        ("a.pdf", lambda: paper(action("/SubmitForm")), Reason.SCRIPT),
        (
            "a.pdf",
            lambda: paper(action("/URI", URI=TextStringObject("javascript:x"))),
            Reason.SCRIPT,
        ),
        ("a.pdf", lambda: paper(action("/GoToR")), Reason.LINKED),
        ("a.pdf", lambda: paper(attached), Reason.EMBEDDED),
        ("a.pdf", lambda: paper(signed), Reason.SIGNED),
        ("a.mp3", lambda: b"0123456789", Reason.OTHER_KIND),
        ("a.mp3", lambda: b"ID3" + bytes(400), Reason.OTHER_KIND),
        ("a.ogg", lambda: b"0123456789", Reason.OTHER_KIND),
        ("a.txt", lambda: b"\n <!DOCTYPE html><script>", Reason.MARKUP),
        ("a.txt", lambda: "Bună".encode("utf-16"), Reason.ENCODING),
        ("a.txt", lambda: "Înțelept".encode("iso8859-16"), Reason.ENCODING),
        ("a.txt", lambda: b"MZ\0\0", Reason.OTHER_KIND),
        ("a.vtt", lambda: b"1\n00:00 --> 00:01\na", Reason.OTHER_KIND),
    ],
)
def test_it_does_not_come_in(file, make, reason):
    assert refusal(file, make()) is reason


def test_a_document_of_too_many_bytes_is_not_even_read(monkeypatch):
    monkeypatch.setattr(limits, "DOCUMENT_BYTES", 100)
    assert refusal("a.docx", b"x" * 101) is Reason.BYTES


def test_a_script_far_down_in_a_pdf_is_found():
    def hide(writer, page):
        deep = writer._add_object(dictionary(S=name("/JavaScript"), JS=TextStringObject("x")))
        page[name("/AA")] = dictionary(O=deep)

    assert refusal("a.pdf", paper(hide)) is Reason.SCRIPT


def test_a_template_is_found_by_a_relation_in_capitals():
    parts = unzipped(related(word(), RELS, "attachedTemplate", "https://a/b.dotm", True))
    parts["word/_rels/document.xml.RELS"] = parts.pop(RELS)
    assert refusal("a.docx", zipped(parts)) is Reason.LINKED


@pytest.mark.parametrize(
    ("kind", "reason"),
    [
        ("/Launch", Reason.SCRIPT),
        ("/SubmitForm", Reason.SCRIPT),
        ("/GoToR", Reason.LINKED),
    ],
)
def test_what_a_pdf_does_is_found_in_another_object_too(kind, reason):
    def hide(writer, page):
        said = writer._add_object(name(kind))
        writer.root_object[name("/OpenAction")] = dictionary(S=said, F=TextStringObject("cmd"))

    assert refusal("a.pdf", paper(hide)) is reason


def test_a_photograph_that_unpacks_to_far_more_is_refused():
    def swell(writer, page):
        picture = page["/Resources"]["/XObject"]["/Bild"]
        picture._data = zlib.compress(jpeg() + bytes(10_000_000))
        picture[name("/Filter")] = ArrayObject([name("/FlateDecode"), name("/DCTDecode")])

    assert refusal("a.pdf", paper(swell)) is Reason.UNPACKED


def test_a_table_within_a_table_of_a_chart_is_refused():
    inner = sheet(**{"xl/embeddings/a.xlsx": sheet()})
    data = slides()
    table = next(part for part in unzipped(data) if part.endswith(".xlsx"))
    assert refusal("a.pptx", zipped({**unzipped(data), table: inner})) is Reason.EMBEDDED
