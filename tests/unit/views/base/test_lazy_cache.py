"""Values worked out once."""

from briefing.views.base.lazy_cache import LazyCache


def test_a_value_is_worked_out_when_it_is_first_asked_for() -> None:
    asked: list[str] = []
    cache: LazyCache[str, int] = LazyCache()

    def work_out() -> int:
        asked.append("once")
        return len(asked)

    assert asked == []
    assert [cache.get("a", work_out), cache.get("a", work_out), cache.get("b", work_out)] == [1, 1, 2]
