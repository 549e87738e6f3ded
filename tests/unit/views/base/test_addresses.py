"""Where everything stands."""

from briefing.views.base.context import Context


def test_every_subject_and_finding_has_an_address(ctx: Context) -> None:
    assert set(ctx.addresses.layouts) == set(ctx.data.subjects)
    assert set(ctx.addresses.findings) == {conflict.key for conflict in ctx.data.conflicts}
    assert set(ctx.addresses.findings.values()) == {"conflicts/index.md"}
