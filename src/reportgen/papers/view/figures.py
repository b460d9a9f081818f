"""What a template is told of the figures: the indicators, their tables and charts."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import cached_property
from typing import Any

from reportgen.figures.charts import charts
from reportgen.figures.ledger import Ledger, Line
from reportgen.figures.parts import part
from reportgen.figures.side_by_side import units_table, years_table
from reportgen.figures.stated import counted_name
from reportgen.figures.table import IndicatorTable, indicator_table
from reportgen.papers.view.writing import Writing
from reportgen.press.news import by_news
from reportgen.prose.mentions import mentioned


class FiguresView:
    """The indicators of one conference."""

    def __init__(self, ledger: Ledger, writing: Writing) -> None:
        self.ledger = ledger
        self.writing = writing

    def facts(self) -> Mapping[str, Any]:
        """What templates see."""
        return {"ledger": self.ledger}

    def questions(self) -> Mapping[str, Callable[..., Any]]:
        """What templates may ask."""
        return {
            "table": self.table,
            "years_table": lambda: years_table(self.ledger),
            "charts": lambda: charts(self.ledger),
            "units_table": lambda: units_table(self.ledger),
            "unmentioned": self.unmentioned,
            "with_target": self.with_target,
            "missed_names": lambda: [counted_name(line) for line in self.ledger.missed],
            "by_news": lambda: by_news(self.ledger),
        }

    def table(self, names: Sequence[str] = ()) -> IndicatorTable:
        """The table of the named indicators, of all without names."""
        chosen = [self.ledger.lines[name] for name in names if name in self.ledger.lines]
        return indicator_table(self.ledger, chosen or None)

    @cached_property
    def _mentioned(self) -> frozenset[str]:
        return mentioned(self.ledger.conference, self.ledger)

    def unmentioned(self) -> tuple[Line, ...]:
        """Indicators with a result that no prose speaks of and that are no part of another."""
        parts = {name for line in self.ledger for name in line.indicator.parts}
        return tuple(
            line
            for line in self.ledger
            if line.result is not None and line.key not in self._mentioned and line.key not in parts
        )

    def with_target(self) -> tuple[Line, ...]:
        """Indicators with a target for next year."""
        return tuple(line for line in self.ledger if part(line, "năm sau"))
