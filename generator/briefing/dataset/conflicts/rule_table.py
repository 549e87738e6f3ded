"""Every rule of the program, in the order in which findings are listed."""

from decimal import Decimal

from briefing.dataset.rule_base.rule import Rule, Scope
from briefing.dataset.rules.alias_shared import find_shared_aliases, names_told
from briefing.dataset.rules.article_unsourced import find_unsourced_articles
from briefing.dataset.rules.calendars_mixed import find_mixed_calendars
from briefing.dataset.rules.copied_support import find_copied_support
from briefing.dataset.rules.dates_disjoint import find_disjoint_dates
from briefing.dataset.rules.editor_differs import find_editor_differs
from briefing.dataset.rules.effect_over_money import find_effects_over_money
from briefing.dataset.rules.equal_figures import find_equal_figures
from briefing.dataset.rules.event_after_article import find_events_after_articles
from briefing.dataset.rules.forecast_without_period import find_figures_without_period, find_sums_without_period
from briefing.dataset.rules.hierarchy_circular import find_circular_hierarchies
from briefing.dataset.rules.kinds_mixed import find_mixed_kinds
from briefing.dataset.rules.magnitude_odd import find_odd_magnitudes
from briefing.dataset.rules.none_beside import find_none_beside_values
from briefing.dataset.rules.office_open import find_open_offices
from briefing.dataset.rules.original_withdrawn import find_withdrawn_originals
from briefing.dataset.rules.overlap_undeclared import find_undeclared_overlaps
from briefing.dataset.rules.parts_below_half import find_parts_below_half
from briefing.dataset.rules.parts_exceed_whole import find_parts_beyond_their_whole
from briefing.dataset.rules.payers_differ_across import find_payers_that_differ
from briefing.dataset.rules.plan_late import find_late_plans
from briefing.dataset.rules.plan_overdue import find_overdue_plans
from briefing.dataset.rules.qualifiers_differ import find_differing_qualifiers
from briefing.dataset.rules.rank_incomplete import find_other_incomplete_ranks, find_shown_incomplete_ranks
from briefing.dataset.rules.rate_misfit import find_rate_misfits
from briefing.dataset.rules.rates_disagree import find_disagreeing_rates
from briefing.dataset.rules.restatement_drift import find_drifts_of_fact, find_drifts_of_wording
from briefing.dataset.rules.second_hand import find_second_hand
from briefing.dataset.rules.share_over_whole import find_shares_over_whole
from briefing.dataset.rules.stage_dropped import find_dropped_stages
from briefing.dataset.rules.stage_progress import find_stage_progress
from briefing.dataset.rules.stale import find_never_verified, find_stale, verified_told
from briefing.dataset.rules.superlative_shared import find_shared_superlatives
from briefing.dataset.rules.terms_differ import find_differing_terms
from briefing.dataset.rules.two_causes import find_two_causes
from briefing.dataset.rules.values_differ import find_differing_values
from briefing.dataset.rules.wording_differs import find_differing_wordings

RULES: tuple[Rule, ...] = (
    Rule(
        code="values-differ",
        find=find_differing_values,
        thresholds={"rate": Decimal("0.02")},
        disputes=True,
        by_slot=True,
        scope=Scope.SLOT,
    ),
    Rule("values-differ", find_none_beside_values, disputes=True, by_slot=True, scope=Scope.SUBJECT),
    Rule("qualifiers-differ", find_differing_qualifiers, disputes=True, by_slot=True, scope=Scope.SLOT),
    # Money and figures.
    Rule(
        "terms-differ",
        find_differing_terms,
        thresholds={"rate": Decimal("0.02"), "near": Decimal(2)},
        by_slot=True,
        scope=Scope.SUBJECT,
    ),
    Rule(
        "rate-misfit",
        find_rate_misfits,
        thresholds={"rate": Decimal("0.02"), "slip": Decimal("0.10"), "far": Decimal("0.50")},
        scope=Scope.SLOT,
    ),
    Rule("stage-progress", find_stage_progress, thresholds={"rate": Decimal("0.02")}, asks=False, scope=Scope.SLOT),
    Rule("rates-disagree", find_disagreeing_rates),
    Rule(
        "equal-figures",
        find_equal_figures,
        thresholds={"common": Decimal(6), "few": Decimal(200)},
    ),
    Rule(
        "parts-exceed-whole",
        find_parts_beyond_their_whole,
        thresholds={"rate": Decimal("0.02")},
        disputes=True,
        by_slot=True,
        scope=Scope.SUBJECT,
    ),
    Rule(
        "parts-below-half",
        find_parts_below_half,
        audience="editor",
        thresholds={"rate": Decimal("0.02"), "share": Decimal("0.5")},
        scope=Scope.SUBJECT,
    ),
    Rule("overlap-undeclared", find_undeclared_overlaps, audience="editor"),
    Rule(
        "magnitude-odd",
        find_odd_magnitudes,
        thresholds={"usd": Decimal(10**14), "people": Decimal(10**10)},
        disputes=True,
        by_slot=True,
        scope=Scope.SLOT,
    ),
    Rule("effect-over-money", find_effects_over_money, thresholds={"times": Decimal(5)}, scope=Scope.SUBJECT),
    Rule("two-causes", find_two_causes, disputes=True, by_slot=True, scope=Scope.SUBJECT),
    Rule("share-over-whole", find_shares_over_whole, thresholds={"whole": Decimal(100)}),
    # Time, identity and sources. A code has two rows where readers are to see only a part of its hits.
    Rule("dates-disjoint", find_disjoint_dates, disputes=True, by_slot=True, scope=Scope.SLOT),
    Rule("stage-dropped", find_dropped_stages, disputes=True, by_slot=True, scope=Scope.SUBJECT),
    Rule("plan-overdue", find_overdue_plans, scope=Scope.SUBJECT),
    Rule("plan-late", find_late_plans, asks=False, scope=Scope.SLOT),
    Rule("calendars-mixed", find_mixed_calendars, by_slot=True, scope=Scope.SUBJECT),
    Rule("restatement-drift", find_drifts_of_fact, by_slot=True, scope=Scope.HOLDER),
    Rule("restatement-drift", find_drifts_of_wording, audience="editor", by_slot=True, scope=Scope.HOLDER),
    Rule("rank-incomplete", find_shown_incomplete_ranks, scope=Scope.SLOT),
    Rule("rank-incomplete", find_other_incomplete_ranks, audience="editor", scope=Scope.SLOT),
    Rule("superlative-shared", find_shared_superlatives, by_slot=True),
    Rule("alias-shared", find_shared_aliases, asks=False, scope=Scope.RECORDS, reads=names_told),
    Rule("kinds-mixed", find_mixed_kinds),
    Rule("hierarchy-circular", find_circular_hierarchies, disputes=True, by_slot=True),
    Rule("office-open", find_open_offices, audience="editor", thresholds={"days": Decimal(365)}, scope=Scope.SLOT),
    Rule("copied-support", find_copied_support, asks=False, scope=Scope.SLOT),
    Rule("original-withdrawn", find_withdrawn_originals, by_slot=True, scope=Scope.SLOT),
    Rule("event-after-article", find_events_after_articles, by_slot=True, scope=Scope.SLOT),
    Rule(
        "article-unsourced",
        find_unsourced_articles,
        audience="editor",
        thresholds={"share": Decimal("0.25"), "claims": Decimal(8)},
        scope=Scope.ARTICLE,
    ),
    Rule("stale", find_stale, audience="editor", thresholds={"days": Decimal(365)}, scope=Scope.SLOT),
    Rule("stale", find_never_verified, audience="editor", scope=Scope.RECORDS, reads=verified_told),
    Rule("second-hand", find_second_hand, audience="editor", scope=Scope.SLOT),
    Rule("forecast-without-period", find_sums_without_period, scope=Scope.SLOT),
    Rule("forecast-without-period", find_figures_without_period, audience="editor", scope=Scope.SLOT),
    Rule("wording-differs", find_differing_wordings, audience="editor", by_slot=True, scope=Scope.SLOT),
    Rule("payers-differ-across", find_payers_that_differ, by_slot=True, scope=Scope.SUBJECT),
    Rule("editor-differs", find_editor_differs),
)

THRESHOLDS = frozenset(
    {"fresh_days", "stale_days", *(f"{rule.code}.{name}" for rule in RULES for name in rule.thresholds)}
)
"""Every limit that a briefing may set: those of rules, and how long a page stays fresh."""
