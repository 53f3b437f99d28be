# The head of the page
report-title = Who meets whom, and who should
report-kicker = Audit of ties and plan of introductions
report-day = Situation on { $day }
report-skip = Skip to the content
report-languages = Languages
report-contents = Contents
not-known = not known

lead-members =
    { $members ->
        [one] Of { $members } member: { $tied } with a known tie, { $no_tie_known } with none known, { $no_data } without data.
       *[other] Of { $members } members, { $tied } have a known tie with a cluster; for { $no_tie_known } the sources consulted show none; on { $no_data } we have no data.
    }
lead-pairs =
    { $gaps ->
        [0] Among the { $clusters } named clusters, none of the { $pairs } pairs meets clearly less than expected; for { $unsure } of them the sources lead one to expect too few contacts to tell.
        [one] Among the { $clusters } named clusters, { $gaps } of the { $pairs } pairs meets clearly less than size, distance and themes would lead one to expect.
       *[other] Among the { $clusters } named clusters, { $gaps } of the { $pairs } pairs meet clearly less than size, distance and themes would lead one to expect.
    }
lead-plan =
    { $count ->
        [one] The plan proposes { $count } introduction.
       *[other] The plan proposes { $count } introductions.
    }
lead-plan-times =
    { $count ->
        [one] The plan proposes { $count } introduction, which should bring { $times } times what a random choice would.
       *[other] The plan proposes { $count } introductions; together they should bring { $times } times what a random choice would.
    }

# Titles of the sections
section-overview = In brief
section-contacts = Contacts between clusters
section-plan = The plan
section-profiles = Cluster by cluster
section-members = The members
section-map = The map
section-bridges = Bridges and weak spots
section-method = The method
section-lists = Lists to download
section-sources = Sources and licences

# In brief
overview-tied =
    { $count ->
        [one] member with a known tie
       *[other] members with a known tie
    }
overview-no-tie-known =
    { $count ->
        [one] member the sources cover, with no tie known
       *[other] members the sources cover, with no tie known
    }
overview-no-data =
    { $count ->
        [one] member without data
       *[other] members without data
    }
overview-clusters = clusters, among { $organizations } organizations and { $ties } ties
overview-caveats = Before you believe a number

# What to know before believing a number
caveat-absence-is-not-proof = A missing tie is “not known”; that is never proof that there is none.
caveat-award-winners-stand-in = No public list of members exists: the winners of the Factory of the Future award stand in for it here. The award does not prove membership.
caveat-sources-cover-unevenly = Sources do not cover everyone alike: large organizations, research and those the press writes about are over-represented.

caveat-inferred-facts = Some places and activities are inferred or come from general knowledge, not from a register; the column “basis” in the lists says so.
caveat-broker-left-out = Contacts through the federation or its research centre are shown apart and enter no calculation.

# The members
members-intro = There are three answers: a tie is known, none is known although a source covers the member, or there are no data at all. Only the first two say something about the member; the third is about our sources.
members-by-region = Coverage by region
members-by-size = Coverage by size
members-by-sector = Coverage by sector
members-bar = Breakdown
members-each = Member by member

# The map
map-intro = Where the clusters are, and where the members without a known tie are.
map-title = Map of clusters and members
map-described = Map of Belgium. Clusters are squares, members with a tie are full discs, members with no tie known are open circles, members without data are crosses. The table that follows gives the same figures by place.
map-cluster =
    { $count ->
        [one] { $count } cluster
       *[other] { $count } clusters
    }
map-tied =
    { $count ->
        [one] { $count } member with a known tie
       *[other] { $count } members with a known tie
    }
map-no-tie-known =
    { $count ->
        [one] { $count } member with no tie known
       *[other] { $count } members with no tie known
    }
map-no-data =
    { $count ->
        [one] { $count } member without data
       *[other] { $count } members without data
    }
map-other =
    { $count ->
        [one] { $count } other organization
       *[other] { $count } other organizations
    }
map-spread = Organizations in one place are spread around its centre so that each can be seen: the position is that of the place, not of the building.
map-left-out =
    { $count ->
        [one] { $count } organization lies outside the frame.
       *[other] { $count } organizations lie outside the frame.
    }
map-table = The map as a table, place by place
map-table-caption = Organizations on the map, by place
map-column-cluster = Clusters
map-column-tied = Members with a tie
map-column-no-tie-known = Members with no tie known
map-column-no-data = Members without data
map-column-other = Others
map-clusters = All clusters

# Contacts between clusters
contacts-intro = Two clusters are in contact when an organization is tied to both, or when they share an agreement, a project or an event. We compare what the sources show with what size, distance, themes and language would lead one to expect.
contacts-aside = Contacts through { $brokers } are counted apart: meeting everybody is their trade.
contacts-named = The named clusters, two by two
matrix-caption = Contacts seen between the named clusters
matrix-expected = expected { $expected }
matrix-through = +{ $count } apart
matrix-gap = below expectation: the whole interval of the ratio lies below 1
matrix-within = as expected: at least one contact expected, and the interval holds 1
matrix-above = above expectation: the whole interval lies above 1
matrix-unsure = not certain: fewer than one contact expected, too few to tell
pairs-caption = Each pair of named clusters, gaps first ({ $level } interval)
pairs-pair = Pair
pairs-of-two = { $a } and { $b }
pairs-chart = Seen over expected, drawn
pairs-read = A ratio of 1 means as many as expected, 0.5 half as many. The line shows the interval, the dotted line the ratio of 1.
contacts-all = All pairs
contacts-all-intro =
    { $count ->
        [one] { $count } pair of clusters was examined.
       *[other] { $count } pairs of clusters were examined. Those furthest below expectation come first.
    }
contacts-all-caption = Pairs of clusters, furthest below expectation first

# Bridges and weak spots
bridges-intro = Some organizations are tied to several clusters and make them meet: they are the bridges of the network. Where one alone holds a pair, its departure undoes the pair; where three hold it, each counts for a third, pro rata.
bridges-caption = Organizations that hold pairs of clusters together
weak-title = Weak spots
weak-intro =
    { $count ->
        [one] { $count } pair of clusters hangs on one organization.
       *[other] { $count } pairs of clusters hang on one organization.
    }
weak-caption = Pairs of clusters linked by one organization alone
weak-none = No pair hangs on one organization alone.

# Cluster by cluster
profiles-intro = For each named cluster, for the federation and for its research centre: who is tied to it, what it is strong in, which clusters it meets, and which members to introduce.
profile-ties = Who is tied to { $name }
profile-ties-caption =
    { $count ->
        [one] { $count } known tie with { $name }
       *[other] { $count } known ties with { $name }
    }
profile-sources = Known from { $sources }.
place-general-knowledge = The place is from general knowledge.
profile-no-ties = No tie is known.
profile-strengths = What { $name } is strong in
profile-strengths-caption = Share of the theme here over its share everywhere ({ $level } interval)
profile-meets = Clusters it meets
profile-meets-caption = Contacts of { $name } with other clusters
profile-should-meet = Clusters it should meet more
profile-should-meet-caption = Clusters { $name } meets less than expected
profile-fitting = Members to introduce to { $name }
profile-planned = Line { $rank } of the plan

# The method, in plain words
method-ties-term = What counts as a tie
method-ties = A tie is a fact that a source shows: having rooms on a park, being a member, founding, running a project, signing an agreement. Each tie keeps the address of its source and its date. Receiving an award or a subsidy is not a tie.
method-coverage-term = Not known is not none
method-coverage = Where no source covers a member, we say so instead of counting it among the members without a tie.
method-expected-term = Expected contacts
method-expected = As two towns exchange more the larger and the nearer they are, two clusters meet more the larger and nearer they are, the more themes they share, and when they speak one language. This gravity model is fitted to { $pairs } pairs and { $contacts } contacts; it gives what to expect of each pair.
method-ratio-term = Seen over expected
method-ratio = No contact where 0.3 were expected proves nothing; none where eight were expected says a lot. So the ratio is drawn towards the mean, the more so the fewer were expected (an empirical-Bayes ratio), and comes with an interval of { $level }.
method-discovery-term = Many pairs, few false alarms
method-discovery = Whoever looks at two thousand pairs always finds some that stand out by chance alone. The q value tells what share of false alarms one accepts by keeping a pair and all those before it.
method-broker-term = The broker apart
method-broker = The federation and its research centre meet everybody. Counting them would hide the gaps one is looking for, so their contacts are shown beside the others.
method-sources-term = Uneven sources
method-sources = A cluster the press writes about shows more ties than a quiet one. Size enters the model as the sources show it, which corrects part of this, not all. Before acting on a gap, ask both clusters whether it is real.
method-strengths-term = Strengths
method-strengths = A theme is a strength when its share among the organizations tied to the cluster exceeds its share everywhere. Small numbers are drawn towards 1, and the { $level } interval tells how far to trust it.
method-plan-term = Choosing the introductions
method-plan = The lines are chosen together so that they gain most, within what an organization or a cluster can take on, and stand in the order in which each adds most to those before it. The plan stands beside random draws, the best scores and a computed maximum. Probabilities are estimates of the model, not promises.
method-repeat-term = Repeating the calculation
method-repeat = The same data, the same seed ({ $seed }) and the same version give the same report, byte for byte.
model-more = The numbers of the model
model-caption = Gravity model of the expected contacts
model-what = Quantity
model-value = Value
model-error = Standard error
term-model-intercept = constant
term-model-size = size of both clusters (log)
term-model-distance = distance (log)
term-model-relatedness = shared themes
term-model-language = common language
term-model-dispersion = dispersion
term-model-overdispersion-p = overdispersion, p value
term-model-prior-shape = prior, shape
term-model-prior-mean = prior, mean

source-audit = this audit

# Tables, lists, sources, the foot
table-next =
    { $count ->
        [one] The next row
       *[other] The next { $count } rows
    }
table-whole = { $shown } of { $count } rows are shown here.
table-download = Download the whole list
lists-intro = Each list opens in a spreadsheet, with the same figures as this page.
lists-workbook = All lists in one workbook (XLSX)
lists-caption = The lists
lists-list = List
lists-rows = Rows
lists-file = File
sources-intro = The facts come from public pages and registers; their address is given wherever they serve. The texts remain with their authors.
sources-caption = What was used, and under which licence
fact-data-date = Data up to
fact-as-of = Situation on
fact-ecosystem = Ecosystem
fact-seed = Seed
fact-version = Version
