# The plan
plan-intro =
    { $count ->
        [0] No introduction is proposed: the limits leave none.
        [one] One introduction, chosen for what it changes in the network.
       *[other] { $count } introductions, in the order in which they move the network forward. The gain of a line is what it adds to all those before it.
    }
plan-caption = Expected gain of the plan, chosen among { $candidates } possible introductions
plan-choice = Choice
plan-chart = Gain, drawn
plan-random = Drawn at random
plan-top = Best scores, in order
plan-random-mix = Drawn at random, as many of each purpose
plan-top-mix = Best scores, as many of each purpose
plan-list = Your own list
plan-ours = This plan
plan-bound = Maximum no plan can exceed
plan-next =
    { $count ->
        [one] The next line
       *[other] The next { $count } lines
    }

# How good it is
plan-best = Expected gain { $gain }: the best possible within the limits, and proved to be.
plan-best-share = Expected gain { $gain }: at least { $share } of the best possible within the limits.
plan-part-tied = Members expected to find a first known tie: { $amount } (gain { $gain })
plan-part-bridged = Missing contacts between clusters expected to come about: { $amount } (gain { $gain })
plan-part-reached = Organizations expected to come within two steps of a cluster: { $amount } (gain { $gain })
plan-part-spread = No cluster, region or sector left behind: gain { $gain }
plan-part-structural = A network that holds together better: gain { $gain }
plan-read = Brackets show where nine in ten simulated rounds end.
plan-same-limits = Drawing at random and taking the best scores keep to the same limits per organization and per cluster as this plan.
plan-span = { $middle } ({ $low } to { $high })

# What it rests on
plan-acceptance-stated = On average, { $mean } of these introductions are expected to be accepted. This is an assumption: there are no answers yet to learn from.
plan-acceptance-learned = On average, { $mean } of these introductions are expected to be accepted (from { $low } to { $high }). This is learned from { $answers ->
        [one] { $answers } answer
       *[other] { $answers } answers
    }, { $accepted } of them yes.
plan-foretold = Answers of organizations left out of the learning are foretold with a log loss of { $learned }; the starting assumption has { $stated }, one rate for all { $constant } (less is better).
plan-half-double = Lines that would stay if acceptance were half as high: { $half } of { $count }; if it were twice as high: { $double }.

# Its lines
line-meets = meets
line-join = A new tie with a cluster
line-bridge = A bridge between { $via } and { $partner }
line-partner = A new partner
line-clusters = Two clusters that meet
line-probability = Probability
line-gain = Gain
line-broker = Introduced by { $broker }
line-pinned = You asked for it
plan-line = { $purpose }; probability { $probability }, gain { $gain }
plan-line-by = { $purpose }; probability { $probability }, gain { $gain }; introduced by { $broker }

# The waiting list
plan-waiting = Waiting list
plan-lottery = Chance decided among introductions of nearly equal worth: { $now } now, { $later } next round. Drawing gives up { $cost } of the expected gain (from { $low } to { $high }).
plan-lottery-fewer = { $asked ->
        [one] { $asked } was
       *[other] { $asked } were
    } to be decided by lot; { $now ->
        [0] none could
       *[other] only { $now } could
    }, for want of others of nearly equal worth.
plan-waiting-why = Comparing those who met with those who wait will show what an introduction really does.
plan-waiting-line = { $pair }: had a chance of { $chance } to be introduced now

# Groups
plan-groups-title = Groups that meet monthly
plan-groups = { $count ->
        [one] { $count } group
       *[other] { $count } groups
    } of { $least } to { $most } organizations that meet monthly. Expected gain { $gain }, at least { $share } of the best possible; groups drawn at random: { $random }; groups formed by score: { $scores }.
plan-groups-fewer = { $asked ->
        [one] { $asked } group was
       *[other] { $asked } groups were
    } asked for; the limits leave no more than { $seated }.
plan-group = { $organizations } (gain { $gain }){ $languages ->
        [none] {""}
       *[other] ; common language: { $languages }
    }{ $distance ->
        [none] {""}
       *[other] ; nobody farther than { $distance } from the middle
    }

# The network as a whole
plan-accepted = If every introduction is accepted:
plan-structure = The ways between organizations become shorter and more numerous: their total resistance falls by { $share }.
plan-joined = { $count ->
        [one] { $count } pair of organizations that has no way to each other gets one.
       *[other] { $count } pairs of organizations that have no way to each other get one.
    }
plan-first-contacts = { $count ->
        [one] { $count } pair of clusters gets its first contact.
       *[other] { $count } pairs of clusters get their first contact.
    }
plan-weak = Of the pairs of clusters in contact today, those that hang on one organization go from { $before } to { $after }.

# What if
plan-if-before = Before
plan-if-after = After
plan-if-same = The same introductions as before.
plan-if-gone = { $count ->
        [one] { $count } introduction goes
       *[other] { $count } introductions go
    }
plan-if-come = { $count ->
        [one] { $count } introduction comes
       *[other] { $count } introductions come
    }
plan-if-pairs = Contacts still missing, where that changes
plan-if-brokerage = Pairs held together (pro rata), where that changes

# As a page
measure-plan-title = Plan of introductions
measure-plan-read = Each line is one introduction to make. Its gain is what it adds to all those before it, given the probability that it is accepted. The gain of the plan adds up members who find a first known tie, missing contacts between clusters that come about, organizations that come within two steps of a cluster, a little for every cluster, region and sector that is served, and what holds the network together better. The maximum is computed: no plan within the limits gains more. The other choices are judged under the same acceptances, round by round; where the range of the difference includes 0, nothing is shown.
measure-plan-curve = What each budget gains
measure-plan-curve-across = Introductions
measure-plan-curve-up = Expected gain
measure-plan-curve-described = Solid line: expected gain of a plan of so many introductions. Dashed line: what no plan of that size exceeds. The dot on the upright line is the budget chosen. Where the solid line flattens, more introductions bring little more. The figures are in the list “What each budget gains”.
measure-plan-beside = This plan beside other choices
measure-plan-beside-described = Expected gain of each choice. The line on a bar is where nine in ten simulated rounds end. The figures are in the list “This plan beside other choices”.

# Figures for the whole
finding-plan-gain = Expected gain
finding-plan-bound = Maximum no plan can exceed
finding-share-plan-best = Of the best possible, at least
finding-plan-tied = Members expected to find a first known tie
finding-plan-filled = Missing contacts between clusters expected to come about
finding-plan-reached = Organizations expected to come within two steps of a cluster
finding-plan-weak = Pairs of clusters in contact today that hang on one organization, if all are accepted

# When not to believe it
caveat-acceptance-is-a-prior = The chances of acceptance are a starting assumption: they will rest on answers only once there are some.
caveat-plan-acceptance-learned = Probabilities of acceptance rest on { $answers ->
        [one] { $answers } answer
       *[other] { $answers } answers
    }: the true average for this plan may lie anywhere from { $low } to { $high } in a hundred. Who answers now may answer otherwise later.
caveat-plan-missing-is-modelled = How many contacts are missing between two clusters comes from a model of their size, distance, themes and language, with wide intervals. Ask both clusters whether a gap is real before acting on it.
caveat-plan-no-promise = The expected gain is no promise. If the probabilities are right, nine in ten rounds end with { $low } to { $high } of { $count ->
        [one] the { $count } introduction
       *[other] the { $count } introductions
    } accepted, and the gain moves with them.
caveat-plan-groups-meet-less = In a group, two organizations may have less to do with each other than when they are introduced one to one: the gain of groups is on the high side.
caveat-plan-waiting = Gain, lines and effects count only the introductions made now. Those that wait are not in them.

# Lists
listing-introductions = Introductions
listing-waiting-list = Now or next round, by lot
listing-plan-curve = What each budget gains
listing-plan-beside = This plan beside other choices
listing-plan-acceptance = If acceptance were other than assumed
listing-plan-pairs = Pairs of clusters the plan touches
listing-plan-brokerage = Who holds pairs of clusters together, if all are accepted
listing-plan-groups = Groups that meet monthly
listing-group-introductions = Introductions within the groups

# Headings
label-introduced-by = Introduced by
label-block = Drawn among (number)
label-drawn = When
label-propensity = Chance of now
label-introductions = Introductions
label-bound = Maximum
label-choice = Choice
label-difference = This plan more by
label-difference-low = More by, low
label-difference-high = More by, high
label-rounds-won = Rounds in which this plan is worth more
label-assumed = Acceptance
label-best-then = Gain of a plan made for it
label-kept = Gain of this plan
label-same = Lines in common
label-expected-contacts = Contacts expected
label-still-missing = Still missing
label-pairs-after = Pairs linked, after
label-alone-after = Held alone, after
label-share-after = Pro rata, after
label-group-number = Number
label-languages = Common languages

# Words
term-purpose-clusters = let two clusters meet
term-choice-ours = { plan-ours }
term-choice-random = { plan-random }
term-choice-top = { plan-top }
term-choice-random-mix = { plan-random-mix }
term-choice-top-mix = { plan-top-mix }
term-choice-list = { plan-list }
term-beside-better = better
term-beside-worse = worse
term-beside-not-shown = not shown to be better
term-drawn-now = now
term-drawn-next = next round
term-assumed-half = half of what is assumed
term-assumed-double = double of what is assumed
term-languages-fr = French
term-languages-nl = Dutch
term-languages-de = German
term-languages-en = English
parameter-introductions = Introductions at most
parameter-per-organization = For each organization at most
parameter-per-cluster = For each cluster at most

# What drawing would cost
plan-draw-cost = To learn what introductions do, { $now } of these could be drawn by lot against as many of nearly equal worth that wait for the next round (--randomize): that would give up { $cost } of the expected gain.
listing-plan-draws = What a waiting list would cost
label-draw-share = Share drawn
label-draw-asked = Introductions that is
label-draw-possible = Can be drawn
label-given-up = Gain given up
label-given-up-low = Given up, low
label-given-up-high = Given up, high
