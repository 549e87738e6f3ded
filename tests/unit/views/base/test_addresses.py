"""Where everything stands."""

from briefing.views.base.context import Context


def test_every_subject_and_finding_has_an_address(context: Context) -> None:
    assert set(context.addresses.layouts) == set(context.data.subjects)
    assert set(context.addresses.findings) == {conflict.key for conflict in context.data.conflicts}
    assert set(context.addresses.findings.values()) == {"conflicts/index.md"}
