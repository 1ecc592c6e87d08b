"""How large a file may be. A page needs no more, and a worker must be able to hold it."""

PICTURE_BYTES = 10_000_000
DOCUMENT_BYTES = 15_000_000
# 40 megapixels are 120 MB while a size is made; telephones take 12 to 24.
PIXELS = 40_000_000
SIDE = 12_000
FRAMES = 200
UNPACKED_BYTES = 100_000_000
ENTRIES = 3_000
PDF_OBJECTS = 300_000
TEXT_BYTES = 2_000_000
