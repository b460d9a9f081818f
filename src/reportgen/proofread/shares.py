"""Percentages beside the counts that they are of: `96,2% (14.520/15.100 triệu đồng)`, and parts that share one whole.

Where three parts and more each have a share, and all but one are the shares of their sum, the one is wrong.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from reportgen.figures import intervals
from reportgen.figures.intervals import Interval
from reportgen.proofread.broken import Broken
from reportgen.proofread.finding import Kind
from reportgen.proofread.mentions import Mention, Part
from reportgen.proofread.reckoning import alike, amount, is_wrong, level_of, opened, result, slip, verdict, whole
from reportgen.quantity import Change, Quantity

_OPENS = re.compile(r"[^()\d;,]{0,40}\(\s*(?:đạt\s+)?")
SAID = frozenset({Part.LEVEL, Part.PLAN_RATIO, Part.SHARE, Part.GROWTH})


def behind(found: Sequence[Mention]) -> Iterator[Broken]:
    """A percentage with its n/m in brackets behind it."""
    for claim, pair in pairwise(found):
        fits = claim.part in SAID and claim.percent and claim.quantity.of is None and pair.quantity.of is not None
        if not fits or pair.depth <= claim.depth or _OPENS.fullmatch(pair.lead) is None:
            continue
        computed = _share(level_of(pair.quantity), grown=claim.quantity.change is not Change.NONE)
        if computed is not None and is_wrong(claim.quantity, computed):
            equation = f"{amount(pair.quantity)} = {result(computed, claim.quantity)}"
            yield Broken(Kind.RATIO, claim, equation, (pair,), slip(claim.quantity, computed))


def _share(quantity: Quantity, *, grown: bool) -> Interval | None:
    part, base = opened(replace(quantity, of=None)), opened(whole(quantity))
    if part is None or base is None:
        return None
    return intervals.growth(part, base) if grown else intervals.ratio(part, base)


FEWEST = 3


def among(found: Sequence[Mention]) -> Iterator[Broken]:
    """Parts with a share each, of which all but one are shares of what the parts make together."""
    pairs = [
        (part, claim)
        for part, claim in pairwise(found)
        if part.part is Part.LEVEL and claim.part is Part.SHARE and part.quantity.of is None and not part.percent
    ]
    if len(pairs) < FEWEST:
        return
    parts = [opened(part.quantity) for part, _ in pairs]
    known = [alike(one, pairs[0][0].quantity) for one in parts if one is not None]
    together = [one for one in known if one is not None]
    total = intervals.total(together) if len(together) == len(pairs) else None
    if total is None or total.low <= 0:
        return
    base = replace(together[0], value=sum((one.value for one in together), together[0].value * 0), number="")
    computed = [intervals.ratio(one, base) for one in together]
    wrong = [
        (pair, share)
        for pair, share in zip(pairs, computed, strict=True)
        if share is not None and is_wrong(pair[1].quantity, share)
    ]
    right = sum(verdict(claim.quantity, share) is not None for (_, claim), share in zip(pairs, computed, strict=True))
    if len(wrong) != 1 or right - 1 < FEWEST - 1:
        return
    (part, claim), share = wrong[0]
    assert share is not None, "it was held against the claim"
    equation = f"{amount(part.quantity)} / {result(total, part.quantity)} = {result(share, claim.quantity)}"
    yield Broken(Kind.RATIO, claim, equation, tuple(one for one, _ in pairs), slip(claim.quantity, share))
