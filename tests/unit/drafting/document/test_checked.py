import pytest

from briefing.diagnostics.diagnostic import Diagnostic, Related, Severity, Span
from briefing.drafting.document.checked import broken_proposals
from briefing.drafting.document.claim_rows import Row

PATH, OTHER = "articles/herald-new.yml", "articles/other.yml"
# A line separator in a quotation is no end of a line of YAML.
CONTENT = "title: La\u2028mps\nclaims:\n  - {id: c1, par: 1}\n  - {id: c2, par: 2}\n".encode()
ROWS = (Row("c1", "", (0, 2), ""), Row("c2", "", (1,), ""))


def finding(severity: Severity, path: str, line: int, *related: Related) -> Diagnostic:
    return Diagnostic("unknown-id", severity, Span(path, line), "a finding", related=related)


@pytest.mark.parametrize(
    ("findings", "broken"),
    [
        ([finding(Severity.ERROR, PATH, 3)], {0, 2}),
        ([finding(Severity.ERROR, PATH, 4)], {1}),
        ([finding(Severity.ERROR, OTHER, 4, Related(Span(PATH, 4), "here"))], {1}),
        ([finding(Severity.WARNING, PATH, 4)], set()),
        ([finding(Severity.ERROR, OTHER, 4)], set()),
        ([finding(Severity.ERROR, PATH, 1)], set()),
        ([], set()),
    ],
)
def test_errors_point_at_the_proposals_of_their_line(findings: list[Diagnostic], broken: set[int]) -> None:
    assert broken_proposals(PATH, CONTENT, ROWS, findings) == broken
