"""How much a package may hold. The defaults leave ample room above the largest real packages:
1,694 entries, 10 MB, packed at most eleven to one."""

from dataclasses import dataclass

MEGABYTE = 1_000_000
# Of one text. What reads HTML takes the square of how deep it is nested: for a megabyte of "<div>"
# a minute, for five half an hour.
MOST_TAGS = 5_000


@dataclass(frozen=True, slots=True)
class Limits:
    """Upper limits, all inclusive. Sizes are bytes."""

    upload: int = 100 * MEGABYTE
    file: int = 64 * MEGABYTE
    # Images are read whole, to be verified and cleaned.
    image: int = 20 * MEGABYTE
    total: int = 300 * MEGABYTE
    entries: int = 8_000
    # zipfile reads the whole directory of an archive at once, so it is weighed before.
    directory: int = 4 * MEGABYTE
    ratio: int = 100
    name: int = 255
    content_json: int = 5 * MEGABYTE
    other_json: int = 1 * MEGABYTE
    json_depth: int = 64
    # Small texts can become large objects: five megabytes of "[]," would take 160.
    json_values: int = 250_000
    pixels: int = 50_000_000
    problems: int = 200
    core_api: tuple[int, int] = (1, 28)


DEFAULTS = Limits()
