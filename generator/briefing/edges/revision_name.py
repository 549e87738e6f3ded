"""The name of a revision as people write it, with or without a folder."""


def split_name(name: str) -> tuple[str, str | None]:
    """Return the revision and the folder of `REVISION:FOLDER`, or None for the folder where none is named.

    A colon in braces belongs to the revision (`main@{10:00}`, `HEAD^{/fix: a bug}`), and so does the first letter.
    """
    depth = 0
    for position, letter in enumerate(name):
        if letter == "{":
            depth += 1
        elif letter == "}":
            depth -= 1
        elif letter == ":" and depth == 0 and position > 0:
            return name[:position], name[position + 1 :]
    return name, None
