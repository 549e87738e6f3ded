"""The sample briefing, opened once for the tests of a module."""

import pytest

from briefing.views.base.context import Context, open_context
from tests.unit.views.sample import sample


@pytest.fixture(scope="module")
def context() -> Context:
    return open_context(sample())
