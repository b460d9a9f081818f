"""Slides (PPTX): native titles, lists, tables and charts on a master with the unit's name, notes for the speaker."""

from reportgen.writers.slides.writer import write_pptx

__all__ = ["write_pptx"]
