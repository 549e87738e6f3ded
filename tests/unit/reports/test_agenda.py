"""What editors should verify next: the topics, in their order, without the empty ones."""

from briefing.reports.agenda import plan_work
from tests.unit.reports.small_data import ACME, FILES, HERALD, disputed, edited, linked, with_file

BUSY = edited(HERALD, "form: report", "form: report\nreview: {state: machine-reviewed}", disputed())
BUSY["companies/semiconductor.yml"] = "name: {en: Acme Semiconductor}\ndescribes: One.\nbottom_line: It is good.\n"
BUSY["companies/semiconductors.yml"] = "name: {en: Acme Semiconductors}\ndescribes: Two.\n"
BUSY[ACME] += "last_verified: 2020-01-01\n"


def test_topics_come_in_one_order_each_with_its_tasks() -> None:
    topics = plan_work(linked(edited("briefing.yml", "2026-11-22", "2030-11-22", BUSY)))
    assert {topic.code: len(topic.tasks) for topic in topics} == {
        "overdue": 1,
        "stale-page": 1,
        "unverified-page": 4,
        "unreviewed-article": 1,
        "open-conflicts": 1,
        "unsourced": 2,
        "unsupported": 1,
        "near-duplicate": 1,
    }
    codes = [topic.code for topic in topics]
    assert codes[0] == "overdue"
    assert codes[-1] == "near-duplicate"


def test_where_nothing_waits_there_is_no_topic() -> None:
    files = {path: text for path, text in FILES.items() if path == "briefing.yml"}
    assert plan_work(linked(files)) == ()
    verified = with_file(ACME, FILES[ACME] + "last_verified: 2026-11-20\n")
    codes = [topic.code for topic in plan_work(linked(verified))]
    assert codes == ["unverified-page"]
