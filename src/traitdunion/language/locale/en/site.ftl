# The frame of every page
site-nav = Pages
site-overview = Overview
site-report = Report
site-search = Search
site-search-hint = Name, number, place
site-search-what = Name, number, place or theme
site-search-button = Search
site-sources-link = See the sources.
site-licence = Traitdunion is free software under the Apache licence, version 2.0.
site-local = The site answers on this machine only: nobody else can open it, which is why it asks for no password.
site-to-overview = To the overview

# The overview
site-coverage = What we know of the members
site-no-members = No organization is marked as a member yet. Load a list with a column “member” to see how many have a tie.
site-see-them = See them
site-see-clusters = See the clusters
site-next = What to do next
site-next-none = Nothing stands out: every member is tied, and no pair of clusters meets less than expected.
site-next-load = Load clusters, ties and members: `traitdunion load`. Then this page says whom to introduce first.
site-next-untied =
    { $count ->
        [one] { $count } member is covered by our sources, yet no tie with a cluster is known.
       *[other] { $count } members are covered by our sources, yet no tie with a cluster is known.
    }
site-next-untied-link = See who, and where each would fit
site-next-gap =
    { $observed ->
        [0] { $a } and { $b }: no contact seen where { $expected } would be expected. It is the heaviest gap.
        [one] { $a } and { $b }: { $observed } contact seen where { $expected } would be expected. It is the heaviest gap.
       *[other] { $a } and { $b }: { $observed } contacts seen where { $expected } would be expected. It is the heaviest gap.
    }
site-next-gap-link = See the gaps, and who could close them
site-next-no-data =
    { $count ->
        [one] On { $count } member we have no data. A question to that member tells more than any model.
       *[other] On { $count } members we have no data. A question to them tells more than any model.
    }
site-next-no-data-link = See whom to ask
site-next-weak =
    { $count ->
        [one] { $count } pair of clusters hangs on one organization: a second contact would make it last.
       *[other] { $count } pairs of clusters hang on one organization each: a second contact would make them last.
    }
site-next-weak-link = See the weak spots
site-lists = The lists

# What each list is
listing-gaps = Gaps
site-about-clusters = Hubs, science parks, networks and poles, with what they work on.
site-about-organizations = Every organization known, with its kind, place, size and themes.
site-about-members = Each member of the federation, with the clusters it is tied to.
site-about-gaps = Pairs of clusters that meet less than their size, distance and themes would lead one to expect, the heaviest first.
site-about-recommendations = Who should meet whom, and the facts that speak for it.
site-about-bridges = Organizations tied to several clusters, which make those clusters meet.
site-about-weak-spots = Pairs of clusters that one organization alone holds together.
site-about-ties = Every tie known, with its source, its date and its state.
site-about-sources = The pages and files the facts were read from.

# A list
site-filter = Narrow the list down
site-all = all
site-containing = Containing
site-show = Show
site-chosen = What the list is narrowed down to
site-chip = { $column }: { $value }
site-chip-text = Containing “{ $text }”
site-chip-pair = Between { $a } and { $b }
site-without = Take away “{ $what }”
site-all-again = Show the whole list
site-tally =
    { $whole ->
        [one] { $first }–{ $last } of { $count }, of { $whole } row in all
       *[other] { $first }–{ $last } of { $count }, of { $whole } rows in all
    }
site-tally-all = { $first }–{ $last } of { $count }
site-download = Download these rows:
site-recommended = Introductions
site-recommendations =
    { $count ->
        [one] { $count } introduction
       *[other] { $count } introductions
    }
site-pages = Pages of the list
site-none-chosen = No row fits this choice. Take one of the filters away, or search for fewer words.
site-none-at-all = There is nothing in this list yet. It fills when data are loaded: `traitdunion load`.

# The search
site-search-title = Search
site-search-title-for = Search: { $text }
site-search-empty = Type a name in any language, an enterprise number, a town or a theme. One or two typing errors do not matter.
site-search-none = Nothing is called “{ $text }”, or anything near it.
site-search-none-next = Try a shorter word, the enterprise number or the town.
site-search-all = Or leaf through all organizations.
site-search-found =
    { $count ->
        [one] { $count } hit for “{ $text }”
       *[other] { $count } hits for “{ $text }”, the nearest first
    }
site-search-first = The { $count } nearest hits for “{ $text }”; a longer text finds fewer
site-search-matched =
    { $how ->
        [alias] Also called { $matched }
        [identifier] Number { $matched }
        [place] In { $matched }
       *[topic] Works on { $matched }
    }

# One organization, one cluster
site-about = About
site-website = Website
site-sites = Sites
site-member-of = Member of the federation
site-member-since = member since { $since }
site-confirmed = Last confirmed
site-known-from = Known from
site-part-of = Part of
site-parts = Parts
site-tied-to = Tied to
site-ties = Ties
site-ties-of =
    { $count ->
        [one] { $count } known tie
       *[other] { $count } known ties
    }
site-no-ties = No tie is known. That is never proof that there is none: ask, and load the answer with its source.
site-valid = holds
site-ended = ended
site-announced = announced
site-advice = Introductions worth making
site-no-advice = No introduction stands out today.
site-strengths-none = Too few organizations tied to it state a theme to tell what it is strong in.
site-weak = What hangs on one organization
site-id-number = Enterprise number
site-id-vat = VAT number
site-id-pic = Participant number of the European Commission (PIC)
site-id-lei = Legal entity identifier (LEI)
site-id-ror = Research organization registry (ROR)
site-confirmed-facts = its record: { $day }
site-confirmed-ties = its ties: { $day }
site-status-tied = A tie with a cluster is known.
site-status-no-tie-known = A source covers this member, and shows no tie with a cluster.
site-status-no-data = No source we have covers this member: we cannot say whether it has a tie.
site-ties-all = See them all
site-advice-all = See them all
