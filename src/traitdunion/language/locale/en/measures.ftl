# The verbs
command-locate = see where an activity really concentrates
command-locate-help = Shows where an activity concentrates more than all organizations taken together: by district, by distance with its band, and as agglomerations named after their places. An activity is a field (life-sciences, digital, energy, manufacturing), a NACE code such as 28, or a theme.
command-measure = measure who bridges, what is related, what chance would do
command-measure-help = Measures one thing on the whole network: brokerage (who stands between groups), constraint (who has open space around), contacts (pairs of clusters beside four null models), relatedness (which themes go together, and what clusters could bring each other). Each says when not to believe it.
option-measure = what to measure: brokerage, constraint, contacts or relatedness
option-activity = a field, a NACE code or a theme
option-groups = groups to stand between: region, province, arrondissement, kind or sector
option-of = what to relate: topics, activities or themes (of projects)
option-draws = draws of the null model
option-export = also write pages, lists (CSV, XLSX) and map data into this folder
progress-locate = looking for agglomerations
progress-measure = measuring
export-done = Written into { $folder }.
table-first = The first { $shown } of { $count } rows.

# The page of a measurement
measure-how = How to read it
measure-when-not = When not to believe it
measure-figures = In figures
measure-again = To make it again
measure-line = { $label }: { $value }
measure-brokerage-title = Who stands between the groups
measure-brokerage-read = An organization brokers when it is tied to two others that are not tied to each other. A coordinator joins two of its own group, an itinerant two of another group, a gatekeeper or representative its own group and another (one role, since these ties have no direction), a liaison two groups neither of which is its own. Each pair counts once. z compares with a network of as many ties drawn blindly: above 2, more than chance.
measure-constraint-title = Who has open space around
measure-constraint-read = Constraint says how far the ties of an organization lead back to each other: low means that its partners do not know each other, and that it can bring them together. Effective size counts the partners less what they repeat. Projects of many partners count little for each pair: one over the number of the others.
measure-contacts-title = Contacts between clusters, beside what chance would do
measure-contacts-read = Four null models, from the plainest to the fullest. Three know only how many ties each has: by tie ends, by maximum entropy with its exact tail, by swaps. They know nothing of distance, and most of the deficits they show are distance. The gravity model knows size, distance, themes and language: read its ratio with its interval first, the rank second, q last. The rank orders the pairs as they are seen; best and worst say which places their true ratios may well have. Of two thousand pairs the first seen is seldom truly the first, so its rank may lie outside.
measure-relatedness-title = What goes together
measure-relatedness-read = Proximity is the smaller of two chances: that who has one also has the other. Association strength divides what is found together by what size alone would give: above 1, more than by chance. Two clusters complement each other when one has what the other lacks and is close to; plain likeness would only recommend twins.
measure-locate-title = Where it concentrates: { $activity }
measure-locate-read = Everything is compared with all organizations whose place is known: a city is not a concentration, more of one activity than the city would lead one to expect is. The quotient is the share here over the share everywhere, drawn towards 1 where numbers are small, with its interval. The curve says at which distances organizations of the activity are nearer to each other than as many drawn blindly; it counts only where it leaves the band.

# Figures for the whole
finding-organizations = Organizations
finding-tied-organizations = Organizations with a tie
finding-pairs-tied = Pairs tied
finding-cut-points = Organizations without which the network falls apart
finding-bridges = Ties without which the network falls apart
finding-components = Separate parts
finding-ei = E-I index (−1: all ties within groups; 1: all between)
finding-ei-expected = E-I index if ties fell blindly
finding-ei-p = p of the E-I index
finding-grouped = Organizations with a known group and a tie
finding-cluster-pairs = Pairs of clusters
finding-shared = Organizations shared, over all pairs
finding-overdispersion-p = p that contacts scatter no more than by chance (gravity)
finding-below = Pairs surely below expectation (whole interval under 1)
finding-mixed = Swaps: effective draws
finding-subjects = Things compared
finding-carriers = Who carries them
finding-pairs-together = Pairs found together

# When not to believe it
caveat-rare-subjects = { $count } of { $all } things are carried by fewer than { $fewest }: a single organization more or less changes their figures.
caveat-siblings-by-classification = Two codes of one branch of the classification often stand together because it is practice to register both.
caveat-large-projects-relate = Large projects relate many themes at once: a link between two themes may rest on a few consortia.
caveat-together-is-not-linked = Found together does not mean that one needs the other.
caveat-ties-unseen = Only ties that a source shows are counted: who is written about seems to broker more.
caveat-z-follows-ties = z follows the number of ties: a large z tells of many partners more than of a role. Compare organizations with about as many.
caveat-hyperedges = The largest project has { $partners } partners. It is no web of friendships: each pair counts one over the number of the others.
caveat-heavy-ties = { $count } organizations have one tie that outweighs all their others together: their constraint is that of this one tie.
caveat-isolated = { $count } organizations have no tie in the sources: nothing is said of them here, and it is often them one looks for.
caveat-group-unknown = The group of { $count } organizations is not known; they are left out, with their ties.
caveat-sampled-betweenness = Betweenness is estimated from { $pivots } organizations drawn at random; its standard error is at most { $error }.
caveat-configuration-sees-distance = The three models without distance call far clusters under-connected: on data made with distance alone, four of five of their findings were false.
caveat-dispersed = Contacts scatter more than the model foresees: read ratios, intervals and ranks, not q.
caveat-few-contacts = On average { $mean } contacts are expected for a pair: most pairs cannot be told from chance, in either direction.
caveat-not-mixed = The swaps have not mixed well ({ $effective } effective draws of { $draws }): ask for more draws before using their p.

# Lists
listing-constraint = Open space around each organization
listing-brokerage = Brokers and their roles
listing-mixing = Ties within and between groups
listing-contacts-expected = Pairs of clusters beside four null models
listing-relatedness = Things found together
listing-complements = What clusters could bring each other

# Headings
label-contacts = Partners
label-constraint = Constraint
label-effective-size = Effective size
label-efficiency = Efficiency
label-hierarchy = Hierarchy
label-betweenness = Betweenness
label-core = Core
label-cut-point = Holds parts together
label-coordinator = Coordinator
label-itinerant = Itinerant
label-gatekeeper = Gatekeeper, representative
label-liaison = Liaison
label-brokered = Pairs brokered
label-z = z
label-participation = Spread over groups
label-internal = Ties within
label-external = Ties to others
label-ei = E-I index
label-ei-expected = E-I index expected
label-by-ends = Expected by tie ends
label-by-entropy = Expected by maximum entropy
label-by-swaps = Expected by swaps
label-p-entropy = p, maximum entropy
label-p-swaps = p, swaps
label-rank-low = Rank at best
label-rank-high = Rank at worst
label-subject-a = One
label-subject-b = Other
label-carriers-a = Have the one
label-carriers-b = Have the other
label-together = Have both
label-proximity = Proximity
label-association = Association strength
label-cosine = Cosine
label-jaccard = Jaccard
label-brings-a = A brings B
label-brings-b = B brings A

# Recommendations as a page
measure-recommend-title = Who should meet whom
measure-recommend-read = Each line is an introduction worth making, with the facts that speak for it, their source and their date. The score compares introductions within one list. The chance, where history tells it, is that the two begin something together within a year, introduced or not. You decide: rules (must meet, must not) and answers given before are obeyed.
finding-introductions = Introductions
finding-organizations-advised = Organizations advised
caveat-advice-is-not-destiny = Advice looks like the past: it finds partners like those found before. Who has few data is advised less well.
label-chance = Chance within a year
