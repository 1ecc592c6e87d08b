"""Documents lose who wrote them, and stay what they were."""

import io
import zlib

import docx
import openpyxl
import pptx
import pytest
from pypdf import PdfReader
from pypdf.generic import ArrayObject

from media.h5p.photos import without_details
from media.intake.documents import cleaned
from tests.media.makers import (
    FRAME,
    libre,
    mp3,
    ogg,
    related,
    replaced,
    sheet,
    slides,
    unzipped,
    with_parts,
    word,
)
from tests.media.papers import name, paper
from tests.media.pictures import SECRET, jpeg

MAKERS = {
    "docx": word,
    "pptx": slides,
    "xlsx": sheet,
    "odt": libre,
    "pdf": paper,
    "mp3": mp3,
    "ogg": ogg,
    "vtt": lambda: f"WEBVTT\n\nNOTE {SECRET}\n\n00:00.000 --> 00:01.000\nBună\n".encode(),
}
KINDS = sorted(MAKERS)


def everything(data) -> bytes:
    """All that is in a document, whatever holds it."""
    if not data.startswith(b"PK"):
        return data
    return b"".join(name.encode() + everything(part) for name, part in unzipped(data).items())


@pytest.mark.parametrize("kind", KINDS)
def test_somebody_is_named_in_the_document_that_is_handed_in(kind):
    assert SECRET.encode() in everything(MAKERS[kind]())


@pytest.mark.parametrize("kind", KINDS)
def test_and_not_in_the_document_that_is_kept(kind):
    assert SECRET.encode() not in everything(cleaned(f"a.{kind}", MAKERS[kind]()))


@pytest.mark.parametrize("kind", KINDS)
def test_cleaning_twice_changes_nothing(kind):
    once = cleaned(f"a.{kind}", MAKERS[kind]())
    assert cleaned(f"a.{kind}", once) == once


def test_word_still_opens_it_with_its_comment_and_picture():
    document = docx.Document(io.BytesIO(cleaned("a.docx", word())))
    assert document.paragraphs[0].text == "Bună ziua"
    comment = next(iter(document.comments))
    assert (comment.text, comment.author, comment.initials) == ("De văzut", "Autor", "A")
    assert len(document.inline_shapes) == 1


def test_powerpoint_still_opens_it_with_the_table_of_its_chart():
    show = pptx.Presentation(io.BytesIO(cleaned("a.pptx", slides())))
    chart = next(shape.chart for shape in show.slides[0].shapes if shape.has_chart)
    table = openpyxl.load_workbook(io.BytesIO(chart.part.chart_workbook.xlsx_part.blob))
    assert table.active["A1"].value == 1


def test_excel_still_opens_it_with_its_comment():
    book = openpyxl.load_workbook(io.BytesIO(cleaned("a.xlsx", sheet())))
    assert "de văzut" in book.active["A1"].comment.text


def test_a_pdf_keeps_its_title_its_comment_and_nothing_of_its_history():
    first = paper()
    kept = PdfReader(io.BytesIO(cleaned("a.pdf", first + paper().partition(b"%\xe2")[2])))
    assert dict(kept.metadata) == {"/Title": "Fișa"}
    note = kept.pages[0]["/Annots"][0].get_object()
    assert (note["/Contents"], "/T" in note) == ("De văzut", False)


def by_reference(writer, picture):
    picture[name("/Filter")] = writer._add_object(picture["/Filter"])


def by_reference_in_a_list(writer, picture):
    picture[name("/Filter")] = ArrayObject([writer._add_object(picture["/Filter"])])


def packed_once_more(writer, picture):
    picture._data = zlib.compress(picture._data)
    picture[name("/Filter")] = ArrayObject([name("/FlateDecode"), name("/DCTDecode")])


@pytest.mark.parametrize("change", [by_reference, by_reference_in_a_list, packed_once_more])
def test_a_photograph_in_a_pdf_loses_its_details_however_it_is_packed(change):
    def hide(writer, page):
        change(writer, page["/Resources"]["/XObject"]["/Bild"])

    kept = PdfReader(io.BytesIO(cleaned("a.pdf", paper(hide))))
    picture = kept.pages[0]["/Resources"]["/XObject"]["/Bild"]
    assert picture._data == without_details(jpeg())


def test_a_title_that_is_the_name_of_a_file_goes():
    kept = cleaned("a.pdf", paper(title=f"Microsoft Word - {SECRET}.docx"))
    assert PdfReader(io.BytesIO(kept)).metadata is None


def test_what_a_pdf_no_longer_shows_is_not_kept():
    kept = cleaned("a.pdf", paper() + b"\n99 0 obj\n(" + SECRET.encode() + b")\nendobj\n")
    assert SECRET.encode() not in kept


def test_the_frames_of_a_recording_are_all_that_stays():
    assert cleaned("a.mp3", mp3(frames=5)) == FRAME * 5


@pytest.mark.parametrize("kind", ["vorbis", "opus"])
def test_a_recording_in_ogg_loses_its_comments_and_no_packet(kind):
    kept = cleaned("a.ogg", ogg(kind))
    assert SECRET.encode() not in kept
    assert len(kept) == len(ogg(kind)) - len(SECRET)
    assert kept.endswith(b"sunet")


@pytest.mark.parametrize("file", ["a.jfif", "a.bin", "a"])
def test_a_photograph_of_any_name_loses_its_details(file):
    data = word(**{f"word/media/{file}": jpeg()})
    assert SECRET.encode() not in everything(cleaned("a.docx", data))


@pytest.mark.parametrize("target", ["docProps/Core.xml", "docProps/core%2Exml"])
def test_the_author_goes_however_the_part_is_called(target):
    data = replaced(word(), "_rels/.rels", b"docProps/core.xml", target.encode())
    assert SECRET.encode() not in everything(cleaned("a.docx", data))


def test_a_link_into_somebodys_folders_leads_nowhere():
    rels = "word/_rels/document.xml.rels"
    link = related(word(), rels, "hyperlink", f"file:///C:/Users/{SECRET}/a.docx", outside=True)
    kept = cleaned("a.docx", link)
    assert SECRET.encode() not in everything(kept)


def test_a_template_on_somebodys_disk_is_forgotten():
    rels = "word/_rels/document.xml.rels"
    path = f"file:///C:\\Users\\{SECRET}\\Normal.dotm"
    kept = cleaned("a.docx", related(word(), rels, "attachedTemplate", path, outside=True))
    assert SECRET.encode() not in everything(kept)


def test_links_to_the_web_stay():
    rels = "word/_rels/document.xml.rels"
    kept = cleaned("a.docx", related(word(), rels, "hyperlink", "https://a.ro/", outside=True))
    assert b"https://a.ro/" in everything(kept)


def test_the_data_of_a_document_server_and_a_preview_go():
    data = related(word(), "word/_rels/document.xml.rels", "customXml", "../customXml/item1.xml")
    data = related(data, "_rels/.rels", "thumbnail", "docProps/thumbnail.jpeg")
    parts = {"customXml/item1.xml": SECRET, "docProps/thumbnail.jpeg": SECRET}
    kept = everything(cleaned("a.docx", with_parts(data, parts)))
    assert not any(word in kept for word in (b"customXml", b"thumbnail", SECRET.encode()))


@pytest.mark.parametrize("kind", ["changesInfo", "revisionInfo", "documenttasks"])
def test_who_changed_what_goes(kind):
    part = f"<a><b name='{SECRET}' userId='{SECRET}'/></a>"
    data = related(slides(), "ppt/_rels/presentation.xml.rels", kind, "own/who.xml")
    kept = cleaned("a.pptx", with_parts(data, {"ppt/own/who.xml": part}))
    assert "ppt/own/who.xml" not in unzipped(kept)
    assert SECRET.encode() not in everything(kept)


def test_the_path_of_a_workbook_goes():
    path = f'<a:absPath xmlns:a="x" url="C:\\{SECRET}\\"/></workbook>'.encode()
    kept = cleaned("a.xlsx", replaced(sheet(), "xl/workbook.xml", b"</workbook>", path))
    assert SECRET.encode() not in everything(kept)
