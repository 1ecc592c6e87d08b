"""PDF files with whatever a PDF may carry."""

import io

from pypdf import PdfWriter
from pypdf.generic import (
    ArrayObject,
    DictionaryObject,
    FloatObject,
    NameObject,
    StreamObject,
    TextStringObject,
)

from tests.media.pictures import SECRET, jpeg


def name(value):
    return NameObject(value)


def dictionary(**values) -> DictionaryObject:
    return DictionaryObject({name(f"/{key}"): value for key, value in values.items()})


def stream(data, **values) -> StreamObject:
    made = StreamObject()
    made._data = data
    made.update(dictionary(**values))
    return made


def paper(change=None, title="Fișa", **metadata) -> bytes:
    """A page with an author, XMP, an editor's history, a comment and a photograph."""
    writer = PdfWriter()
    sheet = writer.add_blank_page(100, 100)
    author = {"/Title": title, "/Author": SECRET, "/Creator": SECRET, **metadata}
    writer.add_metadata(author)
    xmp = stream(SECRET.encode(), Type=name("/Metadata"), Subtype=name("/XML"))
    writer.root_object[name("/Metadata")] = writer._add_object(xmp)
    sheet[name("/PieceInfo")] = dictionary(Who=TextStringObject(SECRET))
    corners = ArrayObject(FloatObject(n) for n in (1, 1, 9, 9))
    note = dictionary(
        Type=name("/Annot"),
        Subtype=name("/Text"),
        Rect=corners,
        T=TextStringObject(SECRET),
        Contents=TextStringObject("De văzut"),
    )
    sheet[name("/Annots")] = ArrayObject([writer._add_object(note)])
    picture = stream(
        jpeg(), Type=name("/XObject"), Subtype=name("/Image"), Filter=name("/DCTDecode")
    )
    shown = dictionary(Bild=writer._add_object(picture))
    sheet[name("/Resources")] = dictionary(XObject=shown)
    if change:
        change(writer, sheet)
    file = io.BytesIO()
    writer.write(file)
    return file.getvalue()


def action(kind, **values):
    """A change that lets something happen when the file is opened."""

    def change(writer, sheet):
        writer.root_object[name("/OpenAction")] = dictionary(S=name(kind), **values)

    return change


def attached(writer, sheet):
    writer.add_attachment("a.exe", b"MZ")


def form(writer, sheet):
    writer.root_object[name("/AcroForm")] = dictionary(XFA=TextStringObject("x"))


def signed(writer, sheet):
    value = dictionary(Type=name("/Sig"), Name=TextStringObject(SECRET))
    field = dictionary(FT=name("/Sig"), T=TextStringObject("s"), V=writer._add_object(value))
    fields = ArrayObject([writer._add_object(field)])
    writer.root_object[name("/AcroForm")] = dictionary(Fields=fields)


def locked(data=None) -> bytes:
    writer = PdfWriter()
    writer.add_blank_page(10, 10)
    writer.encrypt("parola", algorithm="RC4-128")
    file = io.BytesIO()
    writer.write(file)
    return file.getvalue()
