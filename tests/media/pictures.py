"""Pictures as cameras and programs write them, with somebody's name in every place for one."""

import io
import struct
import zlib

from PIL import Image, PngImagePlugin

SECRET = "Popescu"
XMP = f'<x:xmpmeta xmlns:x="adobe:ns:meta/"><a>{SECRET}</a></x:xmpmeta>'.encode()
GPS, ARTIST, ORIENTATION, LATITUDE = 0x8825, 0x013B, 0x0112, 2


def drawn(size=(8, 4)) -> Image.Image:
    """Red on the left, blue on the right: one sees which way up it is."""
    image = Image.new("RGB", size, "blue")
    image.paste("red", (0, 0, size[0] // 2, size[1]))
    return image


def exif(turned=1) -> Image.Exif:
    """What a telephone writes: owner, place, which way it was held."""
    told = Image.Exif()
    told[ARTIST] = SECRET
    told[ORIENTATION] = turned
    told.get_ifd(GPS)[LATITUDE] = (45.0, 39.0, 27.0)
    return told


def written(image, kind, **options) -> bytes:
    file = io.BytesIO()
    image.save(file, kind, **options)
    return file.getvalue()


def jpeg(turned=1, size=(8, 4), profile=b"", progressive=False) -> bytes:
    """A photograph with Exif, XMP, IPTC, a comment, a small copy and a tail."""
    data = written(
        drawn(size),
        "JPEG",
        exif=exif(turned),
        xmp=XMP,
        comment=SECRET,
        icc_profile=profile or None,
        progressive=progressive,
        quality=95,
        subsampling=0,
    )
    more = segment(0xED, b"Photoshop 3.0\0" + SECRET.encode())
    more += segment(0xE0, b"JFXX\0\x10" + SECRET.encode()) + segment(0xEC, b"Ducky" + b"x")
    return data[:2] + more + data[2:] + jpeg_tail()


def jpeg_tail() -> bytes:
    """The smaller copies that lie behind a picture."""
    return written(drawn(), "JPEG", comment=SECRET)


def segment(marker, content) -> bytes:
    return bytes((0xFF, marker)) + (len(content) + 2).to_bytes(2) + content


def png(turned=1) -> bytes:
    info = PngImagePlugin.PngInfo()
    info.add_text("Author", SECRET)
    info.add_itxt("XML:com.adobe.xmp", XMP.decode())
    data = written(drawn(), "PNG", pnginfo=info, exif=exif(turned), icc_profile=b"farben")
    return data[:33] + chunk(b"prVt", SECRET.encode()) + data[33:] + SECRET.encode()


def chunk(kind, content) -> bytes:
    checked = zlib.crc32(kind + content)
    return struct.pack(">I", len(content)) + kind + content + struct.pack(">I", checked)


def webp(turned=1, lossless=False) -> bytes:
    data = written(drawn(), "WEBP", exif=exif(turned), xmp=XMP, lossless=lossless, quality=100)
    return data + SECRET.encode()


def gif(frames=1) -> bytes:
    images = [
        drawn((8, 4 + n % 3)).resize((8, 4)).point(lambda x, n=n: x - n) for n in range(frames)
    ]
    more = {"save_all": True, "append_images": images[1:], "loop": 0} if frames > 1 else {}
    data = written(images[0], "GIF", comment=SECRET.encode(), **more)
    own = b"\x21\xff\x0bXMP DataXMP" + bytes([len(XMP)]) + XMP + b"\0"
    return data[:-1] + own + b"\x3b" + SECRET.encode()


MAKERS = {"jpg": jpeg, "png": png, "webp": webp, "gif": gif}
