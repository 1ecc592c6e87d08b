"""Requests per second, CPU per request and memory: ours, the bare page and the plain view."""

from statistics import median

from tests.bench.load import Load, load
from tests.bench.places import (
    BARE_PORT,
    CACHED_PORT,
    MEASURED,
    UNCACHED_PORT,
    bare_environment,
    our_environment,
)
from tests.bench.report import Figure, at_least, at_most, only
from tests.bench.servers import Server

PLAN = "/lectii/social-media-v-viii/"
CATALOGUE = "/lectii/"
STEP = "/module/prieteni-pe-net/doi-veri/"
SEARCH = "/cautare/?q=poze"
OURS = ["/", CATALOGUE, PLAN, SEARCH]
BARE_PAGE = "/pagina-100/"
BARE_SEARCH = "/search/?query=poze"
PLAIN = "/plain/"


def bare_server() -> Server:
    """The bare site; the plain view is one of its addresses."""
    return Server("bare_site.wsgi:application", BARE_PORT, bare_environment())


def our_server(*, cached: bool = True, pinned: bool = True) -> Server:
    """Our site on the copy that may be changed."""
    port = CACHED_PORT if cached else UNCACHED_PORT
    return Server(
        "lms.wsgi:application", port, our_environment(MEASURED, cached=cached), pinned=pinned
    )


def memory() -> list[Figure]:
    """Two workers of each, one site at a time, after a walk over its pages."""
    with bare_server() as bare:
        bare.warm(["/", BARE_PAGE, BARE_SEARCH, "/admin/login/"])
        theirs = bare.memory()
    with our_server() as ours:
        ours.warm([*OURS, "/cont/login/"])
        mine = ours.memory()
    return [
        only("Memory of two workers, bare site (PSS)", theirs, "MB"),
        only("Memory of two workers, ours (PSS)", mine, "MB"),
        at_most("Memory, ours : bare", mine / theirs, 1.3, "×"),
    ]


def requests(rounds: int, seconds: int) -> list[Figure]:
    """All addresses in turns, `rounds` times; medians."""
    with bare_server() as bare, our_server() as cached, our_server(cached=False) as uncached:
        bare.warm([BARE_PAGE, PLAIN])
        cached.warm([PLAN])
        uncached.warm(OURS)
        turns = {
            "bare": (bare, BARE_PAGE),
            "plain": (bare, PLAIN),
            "cached": (cached, PLAN),
            "plan": (uncached, PLAN),
            "catalogue": (uncached, CATALOGUE),
            "search": (uncached, SEARCH),
        }
        runs: dict[str, list[Load]] = {name: [] for name in turns}
        for _ in range(rounds):
            for name, (server, path) in turns.items():
                runs[name].append(load(server, path, seconds))
    rate = {name: median(run.per_second for run in seen) for name, seen in runs.items()}
    cost = {name: median(run.cpu_ms for run in seen) for name, seen in runs.items()}

    def both(name: str) -> str:
        return f"{cost[name]:.2f} ms CPU"

    return [
        only("Bare Wagtail page", rate["bare"], "requests/s", both("bare")),
        only("Plain Django view, 20 kB", rate["plain"], "requests/s", both("plain")),
        only("Our plan page, cached", rate["cached"], "requests/s", both("cached")),
        at_least("Cached plan : bare page", rate["cached"] / rate["bare"], 20, "×"),
        at_least("Cached plan : plain view", rate["cached"] / rate["plain"], 1, "×"),
        only("Our plan page, made afresh", rate["plan"], "requests/s", both("plan")),
        at_most("Fresh plan : bare page, CPU", cost["plan"] / cost["bare"], 1.5, "×"),
        only("Our catalogue, made afresh", rate["catalogue"], "requests/s", both("catalogue")),
        only("Our search, made afresh", rate["search"], "requests/s", both("search")),
    ]
