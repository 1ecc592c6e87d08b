"""What a library's script or style sheet does that an approver should know: whether it turns text
into code, and which hosts it names. Found by looking, not by running: a script that hides it is
stopped by the player's policy."""

import re

# Each begins with a fixed word, which is looked for ten times as fast as a choice of words; what
# stands before the word is asked afterwards. `parser.eval(` is a method of something else.
TEXT_AS_CODE = (
    re.compile(rb"eval(?<![\w.$]eval)\s{0,20}\((?!\))"),
    re.compile(rb"Function(?<=new Function)\s{0,20}\("),
    re.compile(rb"Function(?<![\w.$]Function)\s{0,20}\(\s{0,20}[\"'](?!return this[\"'])"),
    re.compile(rb"setTimeout(?<![\w$]setTimeout)\s{0,20}\(\s{0,20}[\"']"),
    re.compile(rb"setInterval(?<![\w$]setInterval)\s{0,20}\(\s{0,20}[\"']"),
)
HOST = re.compile(
    rb"//(?:(?<=https://)|(?<=http://)|(?<=[\"'(]//))"
    rb"((?:[a-zA-Z0-9\-]{1,63}\.){1,8}[a-zA-Z]{2,24})(?![\w.\-])"
)
# Names of vocabularies, never fetched.
NAMESPACES = frozenset({"www.w3.org", "purl.org", "ns.adobe.com", "adlnet.gov", "id.tincanapi.com"})
MOST_HOSTS = 50
# As much of the end of one piece as a pattern could need with the beginning of the next.
OVERLAP = 700


class ScriptScan:
    """Looks through a file piece by piece."""

    def __init__(self) -> None:
        self.needs_eval = False
        self.hosts: set[str] = set()
        self._tail = b""

    def feed(self, piece: bytes) -> None:
        """Look at the next piece."""
        text = self._tail + piece
        self.needs_eval = self.needs_eval or any(one.search(text) for one in TEXT_AS_CODE)
        for match in HOST.finditer(text):
            if len(self.hosts) >= MOST_HOSTS:
                break
            host = match[1].decode("ascii").lower()
            if host not in NAMESPACES:
                self.hosts.add(host)
        self._tail = text[-OVERLAP:]
