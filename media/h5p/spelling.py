"""How far a word is from another, as H5P counts it for "accept minor spelling errors"."""


def distance(one: str, other: str, most: int = 2) -> int:
    """Insertions, deletions, changes and swaps of neighbours between two words; anything above
    `most` comes back as most + 1."""
    if abs(len(one) - len(other)) > most:
        return most + 1
    before: list[int] = []
    row = list(range(len(other) + 1))
    for i, left in enumerate(one, 1):
        earlier, before, row = before, row, [i]
        for j, right in enumerate(other, 1):
            best = min(before[j] + 1, row[j - 1] + 1, before[j - 1] + (left != right))
            if i > 1 and j > 1 and left == other[j - 2] and one[i - 2] == right:
                best = min(best, earlier[j - 2] + 1)
            row.append(best)
    return min(row[-1], most + 1)


def close_enough(answered: str, answer: str) -> bool:
    """Two errors in words of ten letters or more, one in those of four or more."""
    # JavaScript counts a letter outside the basic plane as two.
    length = len(answer.encode("utf-16-le", "surrogatepass")) // 2
    allowed = 2 if length > 9 else 1 if length > 3 else 0
    return allowed > 0 and distance(answered, answer, allowed) <= allowed
