"""What a library's script or style sheet does that an approver should know: whether it turns text
into code, and which hosts it names. Found by looking, not by running: a script that hides it is
stopped by the player's policy."""

import re

# A name before the parenthesis is a method of something else: `parser.eval(`.
TEXT_AS_CODE = re.compile(
    rb"(?<![\w.$])eval\s{0,20}\((?!\))"
    rb"|(?<![\w.$])new\s{1,20}Function\s{0,20}\("
    rb"|(?<![\w.$])Function\s{0,20}\(\s{0,20}[\"'](?!return this[\"'])"
    rb"|(?<![\w.$])set(?:Timeout|Interval)\s{0,20}\(\s{0,20}[\"']"
)
HOST = re.compile(rb"(?:https?:|[\"'(])//((?:[a-z0-9\-]{1,63}\.){1,8}[a-z]{2,24})(?![\w.\-])", re.I)
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
        self.needs_eval = self.needs_eval or TEXT_AS_CODE.search(text) is not None
        for match in HOST.finditer(text):
            if len(self.hosts) >= MOST_HOSTS:
                break
            host = match[1].decode("ascii").lower()
            if host not in NAMESPACES:
                self.hosts.add(host)
        self._tail = text[-OVERLAP:]
