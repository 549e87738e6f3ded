"""Pictures drawn: charts in, shapes with coordinates out, and shapes as SVG."""
