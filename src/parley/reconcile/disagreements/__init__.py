"""Where reports or parties disagree, and where they only seem to.

Only values that cannot all be true of one thing at one time are a conflict; what a later report knows better is an
update; what is not said is nothing. In doubt there is silence: a false alarm costs a reader more than a gap.
"""

from __future__ import annotations

from parley.reconcile.disagreements.attributes import find_attributes
from parley.reconcile.disagreements.blame import find_blame
from parley.reconcile.disagreements.conversions import find_conversions
from parley.reconcile.disagreements.counts import find_counts
from parley.reconcile.disagreements.dates import find_dates
from parley.reconcile.disagreements.denials import find_denials
from parley.reconcile.disagreements.hours import find_hours
from parley.reconcile.disagreements.numbers import find_numbers
from parley.reconcile.disagreements.places import find_places
from parley.reconcile.disagreements.raised import Raised, settle
from parley.reconcile.disagreements.rebuttals import find_rebuttals
from parley.reconcile.disagreements.rivals import find_rivals
from parley.reconcile.disagreements.slips import find_slips
from parley.reconcile.disagreements.slots import find_slots
from parley.reconcile.disagreements.statuses import find_statuses
from parley.reconcile.disagreements.targets import find_targets
from parley.reconcile.disagreements.wordings import find_wordings
from parley.reconcile.draft import Draft

PLAIN = (
    find_places,
    find_targets,
    find_denials,
    find_blame,
    find_counts,
    find_conversions,
    find_slips,
    find_statuses,
    find_wordings,
    find_attributes,
    find_hours,
    find_dates,
)
WITH_OTHERS = (find_rebuttals, find_rivals, find_slots, find_numbers)
"""What looks for what the others, and those before it, have not raised."""


def find(draft: Draft) -> None:
    """Fill `draft.disagreements`."""
    raised: list[Raised] = []
    for look in PLAIN:
        raised += look(draft)
    for look_on in WITH_OTHERS:
        raised += look_on(draft, raised)
    draft.disagreements.extend(settle(draft, raised))
