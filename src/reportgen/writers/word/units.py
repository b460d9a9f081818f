"""Lengths in the units of WordprocessingML."""

from __future__ import annotations

NAMESPACES = (
    'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" '
    'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" '
    'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" '
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
    'xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture"'
)


def twips(mm: float) -> int:
    """Millimetres in twentieths of a point."""
    return round(mm * 1440 / 25.4)


def points(pt: float) -> int:
    """Points in twentieths of a point."""
    return round(pt * 20)


def half_points(pt: float) -> int:
    """Points in half points, the unit of type sizes."""
    return round(pt * 2)


def eighths(pt: float) -> int:
    """Points in eighths, the unit of border weights; at least the thinnest that Word draws."""
    return max(2, round(pt * 8))


def emu(mm: float) -> int:
    """Millimetres in English metric units, the unit of drawings."""
    return round(mm * 36000)
