"""Reports to attack, and an attacker: what somebody can compute who has everything public."""

from fractions import Fraction
from itertools import product

from hypothesis import strategies as st

FIELDS = ("sessions", "girls", "boys", "undisclosed", "pupils", "adults")
COUNTIES, LEVELS = ("AB", "B", "CJ", "TM"), ("primar", "gimnaziu", "liceu")
small = st.one_of(st.just(0), st.integers(1, 12), st.integers(10, 90))
# sessions, girls, boys, undisclosed, adults, repeats of one county and level
group = st.tuples(st.integers(1, 14), small, small, small, small, st.integers(0, 5))
worlds = st.dictionaries(
    st.tuples(st.sampled_from(COUNTIES), st.sampled_from(LEVELS)), group, min_size=1, max_size=12
)


def cell_of(groups):
    s, g, b, u, a = (sum(group[at] for group in groups) for at in range(5))
    return dict(zip(FIELDS, (s, g, b, u, g + b + u, a), strict=True))


def make_content(world, audiences=None):
    """A report of these groups: by county, by level and by both."""
    by_county = {c: cell_of([g for k, g in world.items() if k[0] == c]) for c in COUNTIES}
    by_level = {lv: cell_of([g for k, g in world.items() if k[1] == lv]) for lv in LEVELS}
    unique = {
        c: max(bool(cell["pupils"]), cell["pupils"] - sum(
            g[5] for k, g in world.items() if k[0] == c
        ))
        for c, cell in by_county.items()
    }  # fmt: skip
    table = {
        c: {lv: cell_of([world[c, lv]] if (c, lv) in world else [])["pupils"] for lv in LEVELS}
        for c in COUNTIES
    }
    return {
        "year": 2026,
        "as_of": "2027-02-01T00:00:00+00:00",
        "sessions": {
            "contacts": cell_of(world.values()),
            "by_county": by_county,
            "by_level": by_level,
            "by_county_level": table,
            "unique_pupils": {"pupils": sum(unique.values())},
            "unique_by_county": unique,
            "quarantined": ["S1"],
            "duplicates": [["S2", "S3"]],
        },
        "section4": {"repatriere": 9},
        "campaigns_by_org": {},
        "section8": {
            "persoane_instruite": 0,
            "participari": 0,
            "declared": 0,
            "by_audience": audiences or {},
        },
        "tables": {"T4": [[1, 2, 3]]},
    }


def _at(sessions, key):
    """What a public report said of an unknown; None when it said nothing."""
    names = {"unique": "unique_by_county", "table": "by_county_level"}
    found = sessions.get(names.get(key[0], key[0]), {})
    for part in key[1:]:
        found = found.get(part, {})
    return found or None


class Attack:
    """What somebody knows who has the public report: unknowns with a least value, and sums. Zeros
    are shown, except where an earlier version hid the figure: what was hidden stays so."""

    def __init__(self, truth, public, earlier=()):
        self.earlier = earlier
        self.low, self.high, self.true, self.sums = {}, {}, {}, []
        whole = truth["sessions"]["contacts"]
        for cut in ("by_county", "by_level"):
            self._cut(cut, truth["sessions"][cut], public["sessions"][cut], whole)
        self._unique(truth["sessions"], public["sessions"])
        self._table(truth["sessions"], public["sessions"])

    def _learn(self, key, true, shown, low):
        if shown == "c":
            low = 0 if any(_at(old["sessions"], key) == "c" for old in self.earlier) else low
            self.low[key], self.high[key], self.true[key] = low, 10**6, true
            return key
        assert shown == true
        return true

    def _sum(self, parts, total):
        """`parts` add up to `total`; numbers among them are known."""
        known = sum(part for part in parts if isinstance(part, int))
        unknown = [part for part in parts if not isinstance(part, int)]
        if isinstance(total, int):
            self.sums.append((dict.fromkeys(unknown, 1), total - known))
        else:
            self.sums.append((dict.fromkeys(unknown, 1) | {total: -1}, -known))

    def _cut(self, cut, truth, public, whole):
        columns = {}
        for name in FIELDS:
            shown = {part: cell[name] for part, cell in public.items()}
            everything = all(figure == "c" for figure in shown.values())
            least = 0 if everything or name in FIELDS[1:4] else 1
            columns[name] = {
                part: self._learn((cut, part, name), truth[part][name], figure, least)
                for part, figure in shown.items()
            }
            self._sum(columns[name].values(), whole[name])
        for part in public:
            self._sum([columns[name][part] for name in FIELDS[1:4]], columns["pupils"][part])
        setattr(self, cut, columns["pupils"])

    def _unique(self, truth, public):
        shown = public["unique_by_county"]
        least = 0 if all(figure == "c" for figure in shown.values()) else 1
        parts = [
            self._learn(("unique", part), truth["unique_by_county"][part], figure, least)
            for part, figure in shown.items()
        ]
        self._sum(parts, truth["unique_pupils"]["pupils"])

    def _table(self, truth, public):
        table = public["by_county_level"]
        if not table:
            return
        seen = {
            (c, lv): self._learn(
                ("table", c, lv),
                truth["by_county_level"][c][lv],
                figure,
                0 if "c" in (public["by_county"][c]["pupils"], public["by_level"][lv]["pupils"])
                else 1,
            )
            for c, line in table.items()
            for lv, figure in line.items()
        }  # fmt: skip
        for c in table:
            self._sum([seen[c, lv] for lv in LEVELS], self.by_county[c])
        for lv in LEVELS:
            self._sum([seen[c, lv] for c in table], self.by_level[lv])

    def pinned(self):
        """Non-zero hidden figures that intervals or linear algebra reduce to one value."""
        self._narrow()
        found = {key for key in self.low if self.low[key] == self.high[key]}
        found |= self._solved()
        return {key: self.true[key] for key in found if self.true[key]}

    def _narrow(self):
        for _round in range(60):
            before = dict(self.low), dict(self.high)
            for weights, total in self.sums:
                for key, weight in weights.items():
                    least = most = total
                    for other, factor in weights.items():
                        if other != key:
                            low, high = self.low[other] * factor, self.high[other] * factor
                            least, most = least - max(low, high), most - min(low, high)
                    least, most = sorted((least * weight, most * weight))
                    self.low[key] = max(self.low[key], least)
                    self.high[key] = min(self.high[key], most)
            if before == (self.low, self.high):
                return

    def _solved(self):
        """Unknowns that the equations alone determine, by elimination."""
        order = sorted(self.low, key=str)
        rows = [[Fraction(weights.get(key, 0)) for key in order] for weights, _total in self.sums]
        lead = 0
        for at in range(len(order)):
            pivot = next((r for r in range(lead, len(rows)) if rows[r][at]), None)
            if pivot is None:
                continue
            rows[lead], rows[pivot] = rows[pivot], rows[lead]
            rows[lead] = [value / rows[lead][at] for value in rows[lead]]
            for r in range(len(rows)):
                if r != lead and rows[r][at]:
                    factor = rows[r][at]
                    rows[r] = [a - factor * b for a, b in zip(rows[r], rows[lead], strict=True)]
            lead += 1
        return {
            order[next(at for at, value in enumerate(row) if value)]
            for row in rows
            if sum(1 for value in row if value) == 1
        }


def figures(node):
    """Every number of the broken-down parts of a public report."""
    if isinstance(node, dict):
        return [figure for value in node.values() for figure in figures(value)]
    return [node] if isinstance(node, int) else []


def broken_down(public):
    return {
        key: value
        for key, value in public["sessions"].items()
        if key.startswith("by_") or key == "unique_by_county"
    }


def differences(old, new):
    """How the figures that both versions show have moved."""
    if isinstance(old, dict):
        return [d for key in old.keys() & new.keys() for d in differences(old[key], new[key])]
    return [abs(new - old)] if isinstance(old, int) and isinstance(new, int) else []


def changes_of_the_hidden(old, new):
    """By how much all hidden parts of a column moved together, where a shown part moved, too."""
    whole = (old["sessions"]["contacts"], new["sessions"]["contacts"])
    for cut, name in product(("by_county", "by_level"), FIELDS):
        then, now = (
            {part: cell[name] for part, cell in one["sessions"][cut].items()} for one in (old, new)
        )
        if {"c"} in (set(then.values()), set(now.values())):
            continue
        shown = [part for part in now if "c" not in (then[part], now[part])]
        if any(then[part] != now[part] for part in shown):
            before, after = (
                total[name] - sum(one[part] for part in shown)
                for total, one in zip(whole, (then, now), strict=True)
            )
            yield abs(after - before)
