"""Tasks for editors as text for a terminal, and as JSON for programs."""

import json
from collections.abc import Iterable, Iterator

from briefing.reports.agenda import Topic


def agenda_text(topics: Iterable[Topic], prefix: str, most: int) -> str:
    """Return the tasks for a terminal, at most ``most`` of each topic; ``prefix`` stands before every path."""
    blocks = ["\n".join(_topic_lines(topic, prefix, most)) for topic in topics]
    if not blocks:
        return "nothing to verify\n"
    return "\n\n".join(blocks) + "\n"


def _topic_lines(topic: Topic, prefix: str, most: int) -> Iterator[str]:
    yield f"{topic.title} ({len(topic.tasks)})"
    for task in topic.tasks[:most]:
        yield f"  {prefix}{task.path}: {task.text}"
    if len(topic.tasks) > most:
        yield f"  … and {len(topic.tasks) - most} more"


def agenda_json(topics: Iterable[Topic], prefix: str) -> str:
    """Return all tasks for programs; ``prefix`` stands before every path."""
    document = {"version": 1, "topics": [_topic_row(topic, prefix) for topic in topics]}
    return json.dumps(document, ensure_ascii=False, indent=2) + "\n"


def _topic_row(topic: Topic, prefix: str) -> dict[str, object]:
    """Return a topic with all of its tasks: a program cuts for itself."""
    tasks = [{"path": prefix + task.path, "text": task.text} for task in topic.tasks]
    return {"code": topic.code, "title": topic.title, "tasks": tasks}
