"""Reading a self-check page as a reader does: its links and its words."""

from bs4 import BeautifulSoup
from django.test import Client


def soup(response) -> BeautifulSoup:
    """The page; it must have been shown."""
    assert response.status_code == 200
    return BeautifulSoup(response.content, "html.parser")


def answer_links(page: BeautifulSoup) -> list[str]:
    """The addresses of the answers of a question, or of the ways in."""
    return [link["href"] for link in page.select("a.answer")]


def walk(client: Client, opening: str, *, way: int, answers: list[int]) -> list[str]:
    """Open a self-check and answer it; the addresses that were opened, in order."""
    visited = [opening]
    for choice in (way, *answers):
        visited.append(answer_links(soup(client.get(visited[-1])))[choice])
    client.get(visited[-1])
    return visited
