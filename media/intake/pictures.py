"""Pictures: of the kind that their name says, no larger than a page needs, the right way up, and
without place, time, owner or smaller copies."""

import io
import warnings
from pathlib import PurePosixPath

from PIL import Image, ImageOps

from media.h5p.photos import ORIENTATION, UPRIGHT, without_details
from media.intake import limits
from media.intake.refusal import Reason, RefusedError

FORMATS = {"jpg": "JPEG", "jpeg": "JPEG", "png": "PNG", "webp": "WEBP", "gif": "GIF"}
SVG_BEGINS = 1024


def cleaned(name: str, data: bytes) -> bytes:
    """The picture as it is kept. Raises RefusedError."""
    wanted = FORMATS.get(PurePosixPath(name).suffix[1:].lower())
    if name.lower().endswith((".svg", ".svgz")) or b"<svg" in data[:SVG_BEGINS]:
        raise RefusedError(Reason.SVG)
    if wanted is None:
        raise RefusedError(Reason.KIND, "JPEG, PNG, WebP, GIF")
    if len(data) > limits.PICTURE_BYTES:
        raise RefusedError(Reason.BYTES, limits.PICTURE_BYTES)
    try:
        upright = _upright(data, wanted)
        return without_details(upright)
    except RefusedError:
        raise
    except (Image.DecompressionBombError, Image.DecompressionBombWarning) as bomb:
        raise RefusedError(Reason.PIXELS, limits.PIXELS) from bomb
    except Exception as error:
        # Pillow's readers raise whatever their parsing stumbles over.
        raise RefusedError(Reason.NO_PICTURE) from error


def _upright(data: bytes, wanted: str) -> bytes:
    """The same bytes, or the picture turned as its Exif says, which is about to go. Every pixel of
    the first frame is read, so that no broken picture fails later, on a page."""
    with warnings.catch_warnings():
        warnings.simplefilter("error", Image.DecompressionBombWarning)
        image = Image.open(io.BytesIO(data), formats=sorted(set(FORMATS.values())))
    with image:
        if image.format != wanted:
            raise RefusedError(Reason.OTHER_KIND, image.format)
        _check_size(image)
        image.load()
        if image.getexif().get(ORIENTATION, UPRIGHT) not in range(2, 9) or wanted == "GIF":
            return data
        if getattr(image, "n_frames", 1) > 1:
            return data
        turned = ImageOps.exif_transpose(image)
        quality = {"quality": 92} if wanted == "JPEG" else {}
        lossless = {"lossless": True} if wanted == "WEBP" and b"VP8L" in data[:64] else {}
        written = io.BytesIO()
        turned.save(
            written,
            wanted,
            icc_profile=image.info.get("icc_profile"),
            exif=b"",
            **(quality | lossless),
        )
        return written.getvalue()


def _check_size(image: Image.Image) -> None:
    frames = getattr(image, "n_frames", 1)
    if max(image.size) > limits.SIDE:
        raise RefusedError(Reason.SIDES, limits.SIDE)
    if image.width * image.height > limits.PIXELS:
        raise RefusedError(Reason.PIXELS, limits.PIXELS)
    if frames > limits.FRAMES or image.width * image.height * frames > 2 * limits.PIXELS:
        raise RefusedError(Reason.FRAMES, limits.FRAMES)
