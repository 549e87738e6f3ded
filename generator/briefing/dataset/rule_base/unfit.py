"""The error that what another package offers as a rule can not be one; it loads nothing, for the command line asks."""


class RuleUnfit(Exception):
    """What is offered as a rule is none, or bears a code that is taken."""
