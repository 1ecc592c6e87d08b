"""Going through a page by keyboard alone."""


def tab_to(page, selector: str) -> None:
    """Press Tab until what matches has the focus."""
    for _ in range(120):
        page.keyboard.press("Tab")
        if page.evaluate("wanted => document.activeElement.matches(wanted)", selector):
            return
    raise AssertionError(f"Tab does not reach {selector}")
