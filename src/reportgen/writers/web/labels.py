"""What a picture's file says of itself: caption and credit, in the two places where picture desks look.

In: a JPEG without metadata. Out: the same pixels with an XMP packet (ISO 16684-1: Dublin Core and Photoshop's
properties, as the IPTC Photo Metadata Standard names them) and the older IPTC-IIM records (IIM 4.2) in UTF-8.
"""

from __future__ import annotations

from xml.sax.saxutils import escape

MOST_BYTES = {"caption": 2000, "creator": 32, "credit": 32}
"""What IIM's fields hold (IIM 4.2, 6.2: 2:120, 2:80, 2:110); XMP has the whole."""
LONGEST = 2000
"""Letters of each field that go into the packet: a segment of a JPEG ends at 65,533 bytes."""
_SOI, _APP0, _APP1, _APP13 = b"\xff\xd8", b"\xff\xe0", b"\xff\xe1", b"\xff\xed"
_XMP = b"http://ns.adobe.com/xap/1.0/\x00"
_PHOTOSHOP = b"Photoshop 3.0\x00"
_UTF8 = b"\x1b%G"
_PACKET = """<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/"
 xmlns:photoshop="http://ns.adobe.com/photoshop/1.0/">{properties}</rdf:Description>
</rdf:RDF></x:xmpmeta>
<?xpacket end="r"?>"""


def labelled(jpeg: bytes, caption: str, creator: str, credit: str) -> bytes:
    """The file with its labels. `creator`: who took the picture, "" if unknown; `credit`: who is to be named."""
    assert jpeg[:2] == _SOI, "a JPEG begins with its start marker"
    head = 2 + 2 + int.from_bytes(jpeg[4:6], "big") if jpeg[2:4] == _APP0 else 2
    xmp = _XMP + _packet(caption[:LONGEST], creator[:LONGEST], credit[:LONGEST]).encode()
    iim = _PHOTOSHOP + _resource(_records(caption, creator, credit))
    return jpeg[:head] + _segment(_APP1, xmp) + _segment(_APP13, iim) + jpeg[head:]


def _segment(marker: bytes, content: bytes) -> bytes:
    return marker + (len(content) + 2).to_bytes(2, "big") + content


def _packet(caption: str, creator: str, credit: str) -> str:
    properties = f'<dc:description><rdf:Alt><rdf:li xml:lang="x-default">{escape(caption)}</rdf:li></rdf:Alt>'
    properties += "</dc:description>"
    if creator:
        properties += f"<dc:creator><rdf:Seq><rdf:li>{escape(creator)}</rdf:li></rdf:Seq></dc:creator>"
    if credit:
        properties += f"<photoshop:Credit>{escape(credit)}</photoshop:Credit>"
    return _PACKET.format(properties=properties)


def _records(caption: str, creator: str, credit: str) -> bytes:
    """IIM datasets: the character set, the record's version, then the fields by number."""
    fields = ((80, creator, "creator"), (110, credit, "credit"), (120, caption, "caption"))
    written = [_dataset(1, 90, _UTF8), _dataset(2, 0, b"\x00\x04")]
    written += [_dataset(2, number, _cut(words, MOST_BYTES[name])) for number, words, name in fields if words]
    return b"".join(written)


def _dataset(record: int, number: int, content: bytes) -> bytes:
    return bytes((0x1C, record, number)) + len(content).to_bytes(2, "big") + content


def _cut(words: str, most: int) -> bytes:
    """At most so many bytes of UTF-8, whole letters only."""
    return words.encode()[:most].decode(errors="ignore").encode()


def _resource(records: bytes) -> bytes:
    """Photoshop's image resource 0x0404, of even length."""
    padding = b"\x00" * (len(records) % 2)
    return b"8BIM\x04\x04\x00\x00" + len(records).to_bytes(4, "big") + records + padding
