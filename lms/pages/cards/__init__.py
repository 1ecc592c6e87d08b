"""Share cards: the picture that stands beside a link which somebody passes on."""
