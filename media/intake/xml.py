"""XML of unknown origin: read without entities, without the network, and written as it was."""

from collections.abc import Iterator

from lxml import etree

from media.intake.refusal import Reason, RefusedError


def parsed(data: bytes) -> etree._Element:
    """The root element. Raises RefusedError for XML that is broken or declares a document type."""
    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False, recover=False
    )
    try:
        root = etree.fromstring(data, parser)
    except etree.XMLSyntaxError as error:
        raise RefusedError(Reason.UNREADABLE) from error
    if root.getroottree().docinfo.doctype:
        raise RefusedError(Reason.UNREADABLE)
    return root


def written(root: etree._Element) -> bytes:
    """The document as bytes; the same twice."""
    return etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)


def elements(root: etree._Element) -> Iterator[tuple[str, etree._Element]]:
    """(name without namespace, element) of all elements."""
    for element in list(root.iter(etree.Element)):
        yield name_of(element), element


def name_of(element: etree._Element) -> str:
    """An element's name without its namespace."""
    return etree.QName(element).localname


def attributes(element: etree._Element) -> Iterator[tuple[str, str]]:
    """(name without namespace, whole name) of all attributes."""
    for name in list(element.attrib):
        yield etree.QName(str(name)).localname, str(name)


def value_of(element: etree._Element, attribute: str) -> str:
    """The value of an attribute in whatever namespace; empty when there is none."""
    return next(
        (element.get(whole, "") for name, whole in attributes(element) if name == attribute), ""
    )


def drop(element: etree._Element) -> None:
    """Take an element out and leave the text behind it."""
    parent = element.getparent()
    if parent is None:
        return
    if element.tail:
        before = element.getprevious()
        if before is None:
            parent.text = (parent.text or "") + element.tail
        else:
            before.tail = (before.tail or "") + element.tail
    parent.remove(element)
