"""A chart of the tree as a chart of Word: drawn from a workbook in the file, which Word opens for editing."""

from __future__ import annotations

from xml.sax.saxutils import escape, quoteattr

from reportgen.layout.standards import Standard
from reportgen.tree import Element
from reportgen.writers.chart_sheet import SHEET, number_format
from reportgen.writers.word.units import half_points

SPACE = "http://schemas.openxmlformats.org/drawingml/2006/chart"
NAMESPACES = (
    f'xmlns:c="{SPACE}" xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
    'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
)
FILL = "7F7F7F"


def chart_part(chart: Element, standard: Standard) -> str:
    """The chart's part; `rId1` is the workbook."""
    points, columns = chart.elements, chart.get("kind") == "columns"
    last = len(points) + 1
    labels = "".join(f'<c:pt idx="{n}"><c:v>{escape(p.get("label"))}</c:v></c:pt>' for n, p in enumerate(points))
    values = "".join(f'<c:pt idx="{n}"><c:v>{p.get("value")}</c:v></c:pt>' for n, p in enumerate(points))
    code, count = escape(number_format(points)), f'<c:ptCount val="{len(points)}"/>'
    name = f"<c:f>{SHEET}!$B$1</c:f>"
    series = (
        '<c:ser><c:idx val="0"/><c:order val="0"/>'
        f'<c:tx><c:strRef>{name}<c:strCache><c:ptCount val="1"/><c:pt idx="0"><c:v>{escape(chart.get("unit") or " ")}'
        "</c:v></c:pt></c:strCache></c:strRef></c:tx>"
        f'<c:spPr><a:solidFill><a:srgbClr val="{FILL}"/></a:solidFill></c:spPr><c:invertIfNegative val="0"/>'
        f'<c:dLbls><c:numFmt formatCode="{code}" sourceLinked="0"/><c:spPr><a:noFill/><a:ln><a:noFill/></a:ln></c:spPr>'
        '<c:dLblPos val="outEnd"/><c:showLegendKey val="0"/><c:showVal val="1"/><c:showCatName val="0"/>'
        '<c:showSerName val="0"/><c:showPercent val="0"/><c:showBubbleSize val="0"/></c:dLbls>'
        f"<c:cat><c:strRef><c:f>{SHEET}!$A$2:$A${last}</c:f><c:strCache>{count}{labels}</c:strCache></c:strRef></c:cat>"
        f"<c:val><c:numRef><c:f>{SHEET}!$B$2:$B${last}</c:f><c:numCache><c:formatCode>{code}</c:formatCode>{count}"
        f"{values}</c:numCache></c:numRef></c:val></c:ser>"
    )
    return (
        f'<c:chartSpace {NAMESPACES}><c:date1904 val="0"/><c:lang val="vi-VN"/><c:roundedCorners val="0"/>'
        '<c:chart><c:autoTitleDeleted val="1"/><c:plotArea><c:layout/>'
        f'<c:barChart><c:barDir val="{"col" if columns else "bar"}"/><c:grouping val="clustered"/>'
        f'<c:varyColors val="0"/>{series}<c:gapWidth val="66"/><c:axId val="1"/><c:axId val="2"/></c:barChart>'
        f'{_axes(columns=columns)}</c:plotArea><c:plotVisOnly val="1"/><c:dispBlanksAs val="gap"/></c:chart>'
        f'<c:spPr><a:ln><a:noFill/></a:ln></c:spPr>{_letters(standard)}<c:externalData r:id="rId1">'
        '<c:autoUpdate val="0"/></c:externalData></c:chartSpace>'
    )


def _axes(*, columns: bool) -> str:
    """Names along the columns or bars, in the order of the table; numbers stand at the bars, so their axis is gone."""
    names, order = ("b", "minMax") if columns else ("l", "maxMin")
    return (
        f'<c:catAx><c:axId val="1"/><c:scaling><c:orientation val="{order}"/></c:scaling><c:delete val="0"/>'
        f'<c:axPos val="{names}"/><c:numFmt formatCode="General" sourceLinked="0"/><c:majorTickMark val="none"/>'
        '<c:minorTickMark val="none"/><c:tickLblPos val="low"/><c:spPr><a:ln w="6350"><a:solidFill>'
        '<a:srgbClr val="000000"/></a:solidFill></a:ln></c:spPr><c:crossAx val="2"/><c:crosses val="autoZero"/>'
        '<c:auto val="0"/><c:lblAlgn val="ctr"/><c:lblOffset val="100"/><c:noMultiLvlLbl val="1"/></c:catAx>'
        '<c:valAx><c:axId val="2"/><c:scaling><c:orientation val="minMax"/><c:min val="0"/></c:scaling>'
        f'<c:delete val="1"/><c:axPos val="{"l" if columns else "t"}"/><c:numFmt formatCode="General" '
        'sourceLinked="0"/><c:majorTickMark val="none"/><c:minorTickMark val="none"/><c:tickLblPos val="nextTo"/>'
        '<c:crossAx val="1"/><c:crosses val="autoZero"/><c:crossBetween val="between"/></c:valAx>'
    )


def _letters(standard: Standard) -> str:
    font, size = quoteattr(standard.font), half_points(standard.styles["chart"].size) * 50
    return (
        f'<c:txPr><a:bodyPr/><a:lstStyle/><a:p><a:pPr><a:defRPr sz="{size}" b="0"><a:solidFill>'
        f'<a:srgbClr val="000000"/></a:solidFill><a:latin typeface={font}/><a:cs typeface={font}/></a:defRPr></a:pPr>'
        '<a:endParaRPr lang="vi-VN"/></a:p></c:txPr>'
    )
