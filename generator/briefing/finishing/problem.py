"""What the crawl finds: one value per defect of a built site."""

from dataclasses import dataclass

# What data may rightly contain (a text about templates, a word in Japanese) or leave open (a subject
# that nothing names, a source on the site's own host) must not keep a site from being published; the tests of
# the real site want none of it.
_ADVICE = ("address-broken", "leftover-", "lang-unmarked", "page-orphaned", "subject-far", "budget-")


@dataclass(frozen=True, slots=True, order=True)
class Problem:
    """A defect of the file ``path`` of a built site; ``code`` names its kind."""

    path: str
    code: str
    message: str

    @property
    def is_fatal(self) -> bool:
        """True where a site with this defect may not be published."""
        return not self.code.startswith(_ADVICE)
