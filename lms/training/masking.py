"""Names as a check page may show them: enough to recognise one's own, too little to learn one."""


def masked(name: str) -> str:
    """ "Ana-Maria Popescu" is "A*** P***": the first letter of each word, whatever its length; at
    most four words."""
    words = name.split()[:4]
    return " ".join(f"{word[0].upper()}***" for word in words)
