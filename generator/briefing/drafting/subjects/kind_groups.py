"""Kinds of subjects by the part that they play in a text: who acts, who employs, whose a thing is, what is measured."""

BODIES = ("company", "organization")
"""What people found, join and speak for; neither a person nor a country."""

STATES = ("organization", "place")
"""Who governs: a country or city by its own name, a government or a ministry as an organization."""

PARTIES = (*BODIES, "place")
"""Who makes deals, pays and competes. A country does so by its name; people act, but seldom pay or ally themselves."""

EMPLOYERS = (*BODIES, "place")
"""Who has offices to give. Ministers and governors hold theirs of a place."""

ACTORS = (*PARTIES, "person")
"""Who can be the subject of a verb such as "announced": things, topics and events only have something done to them."""

OWNERS = (*BODIES, "person")
"""Whose a thing may be by its name, as in "Acme's plant". A place in such a name says where the thing is."""

THINGS = ("project", "policy", "event")
"""What texts describe in words of their own rather than name."""

MAIN_SUBJECTS = (*PARTIES, "policy", "project")
"""Whom or what a whole article may be about. It names its speakers and topics often, too, but tells of others."""

MEASURED = (*MAIN_SUBJECTS, "topic")
"""What figures are about. A person or an event beside a figure tells whose words it is, or where it was said."""
