"""Vega-Lite, drawn without a browser by vl-convert; colours are handed over as variables of a style sheet."""

from typing import Any

import vl_convert

from benchmarks.picture_libraries.job import WIDTH, Job, span_days
from briefing.views.pictures.charts import Bars, Spans

_TEXT = "var(--picture-text)"
_LINE = "var(--picture-line)"
_CONFIG = {
    "background": None,
    "axis": {"labelColor": _TEXT, "titleColor": _TEXT, "domainColor": _LINE, "gridColor": _LINE, "tickColor": _LINE,
             "labelLimit": WIDTH},
    "legend": {"labelColor": _TEXT, "titleColor": _TEXT},
    "text": {"color": _TEXT},
    "title": {"color": _TEXT},
    "view": {"stroke": None},
}  # fmt: skip


def draw(job: Job) -> str:
    """Return a picture as SVG."""
    body = _bars(job.chart) if isinstance(job.chart, Bars) else _spans(job.chart)
    specification = {
        "$schema": "https://vega.github.io/schema/vega-lite/v5.json",
        "title": job.title,
        "description": job.alternative,
        "width": WIDTH / 2,
        "config": _CONFIG,
        **body,
    }
    svg: str = vl_convert.vegalite_to_svg(specification)
    return svg


def _bars(chart: Bars) -> dict[str, Any]:
    words = dict(chart.legend)
    rows = [
        {"label": bar.label, "amount": float(bar.amount or 0), "value": bar.value, "mark": words[bar.weight]}
        for bar in chart.panels[0].bars
    ]
    across = {"field": "amount", "type": "quantitative", "title": None}
    return {
        "data": {"values": rows},
        "encoding": {"y": _rows_axis(), "x": across},
        "layer": [
            {"mark": "bar", "encoding": {"color": _colours(chart)}},
            {"mark": {"type": "text", "align": "left", "dx": 4}, "encoding": {"text": {"field": "value"}}},
        ],
    }


def _spans(chart: Spans) -> dict[str, Any]:
    words = dict(chart.legend)
    rows = []
    for span in chart.spans:
        first, last = span_days(span)
        label = f"{span.label} ({span.when})"
        rows.append({"label": label, "first": first.isoformat(), "last": last.isoformat(), "mark": words[span.state]})
    across = {"field": "first", "type": "temporal", "title": None}
    return {
        "layer": [
            {
                "data": {"values": rows},
                "mark": "bar",
                "encoding": {"y": _rows_axis(), "x": across, "x2": {"field": "last"}, "color": _colours(chart)},
            },
            {
                "data": {"values": [{"today": chart.today.isoformat()}]},
                "mark": {"type": "rule", "color": _LINE},
                "encoding": {"x": {"field": "today", "type": "temporal"}},
            },
        ],
    }


def _rows_axis() -> dict[str, Any]:
    return {"field": "label", "type": "nominal", "sort": None, "title": None}


def _colours(chart: Bars | Spans) -> dict[str, Any]:
    words = [word for _, word in chart.legend]
    scale = {"domain": words, "range": [f"var(--picture-{mark})" for mark, _ in chart.legend]}
    return {"field": "mark", "title": None, "scale": scale, "legend": {"orient": "bottom", "labelLimit": WIDTH}}
