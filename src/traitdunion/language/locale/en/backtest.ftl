# The verb
command-backtest = see how often earlier advice came true
command-backtest-help = Gives the advice of an earlier day, from what was known that day and nothing else, and sees what came true: new partners, first partners of newcomers, clusters joined; beside ten plain methods, with intervals. Also says whether the chances told can be believed and how evenly the advice falls. Without --to, everything after the first day judged counts.
option-until = last day known to the advice, such as 2017 or 2017-06-30
option-from = first day it is judged by, such as 2018
option-to = last day it is judged by (else all that follow)
option-country = whose organizations are advised and named, two letters (else BE, or the country with the most)
progress-backtest-partners = judging advice on partners
progress-backtest-newcomers = judging advice to newcomers
progress-backtest-clusters = judging advice on clusters
progress-describe = describing earlier pairs
progress-train = learning from earlier pairs

# On the terminal
backtest-legend = MRR: one over the place of the first true one, on average. Hits@k: share of those asking with a true one among the first k. Recall@k: share of the true ones that stand among the first k. AUC: share of comparisons won; half is chance.
backtest-task = { $task }: { $asked ->
        [one] one question
       *[other] { $asked } questions
    }, { $candidates ->
        [one] one candidate
       *[other] { $candidates } candidates
    }
backtest-nobody = { $task }: no question can be asked of these days.
backtest-interval = 95% interval
backtest-better = { $measure }: better than the best baseline ({ $baseline }): { $ratio } times, { $low } to { $high }
backtest-not-shown = { $measure }: not shown to be better than the best baseline ({ $baseline }): { $ratio } times, { $low } to { $high } (the interval includes 1)
backtest-worse = { $measure }: worse than the best baseline ({ $baseline }): { $ratio } times, { $low } to { $high }
backtest-chances = Of { $pairs } pairs advised (the first twenty of every list), { $foretold } were expected to begin something within { $years ->
        [one] a year
       *[other] { $years } years
    }, and { $came } did. Class by class, the chances are { $error } percentage points off on average.
backtest-no-chances = The history is too short to tell chances.

# As a page
measure-backtest-title = How often earlier advice came true
measure-backtest-read = The advice of an earlier day was given again, from what was known that day, and compared with what happened next. A ratio above 1 says how many times better the advice is than the best of ten plain methods on the same questions; where its interval includes 1, nothing is shown. The best baseline is chosen after the fact, which favours it. MRR is one over the place of the first true one, on average; hits the share of those asking with a true one among the first 10 (clusters: 3); recall the share of the true ones among the first 20 (clusters: 3); AUC the share of comparisons won against others with about as many partners, where one half is chance. Ingredients are parts of the advice, each alone.
measure-backtest-bars-mrr = New partners: how early the first true one stands (MRR)
measure-backtest-bars-recall20 = New partners: how many stand among the first twenty (recall)
measure-backtest-bars-described = { $count ->
        [one] Asked for one organization that found a new partner.
       *[other] Asked for { $count } organizations that found a new partner.
    } The line on each bar is its 95% interval. The figures stand in the list of methods.
measure-backtest-reliability = Chances foretold and what came true
measure-backtest-reliability-described = Filled: the first twenty of every list; hollow: all pairs. The larger the circle, the more pairs. On the dashed line as many came true as foretold; below it the chances were too high, above it too low. Both axes are stretched near zero, where most chances lie. The figures stand in the list of chances.
measure-backtest-predicted = Chance foretold
measure-backtest-observed = Share that came true

# Figures for the whole
finding-backtest-asked = Organizations that found a new partner
finding-backtest-mrr = MRR, new partners
finding-backtest-recall = Recall among the first twenty, new partners
finding-backtest-times-recall = Recall, times the best baseline
finding-backtest-auc = AUC against others with as many partners
finding-backtest-clusters = MRR, clusters
finding-backtest-calibration = Mean error of the chances
finding-share-backtest-companies = Companies named to anyone

# When not to believe it
caveat-chance-too-high = Chances are told too high: of { $pairs } pairs advised, { $foretold } were expected to begin something and { $came } did.
caveat-chance-too-low = Chances are told too low: of { $pairs } pairs advised, { $foretold } were expected to begin something and { $came } did.
caveat-ratios-include-one = { $count ->
        [one] In one
       *[other] In { $count }
    } of { $all } comparisons the interval includes 1: better than the best plain method is not shown there.
caveat-few-asking = { $count ->
        [one] One of { $all } tasks rests
       *[other] { $count } of { $all } tasks rest
    } on fewer than { $fewest } questions: read the interval there, not the figure.
caveat-undated-facts = Names, kinds and places carry no date: the advice of that day knew those of today.
caveat-kinder-figures = Figures on data the model was developed on are kinder than on new data.
caveat-spread-by-chance = Lists with a cap or a floor are dealt by chance of success, the others by score: their inequality differs for that reason too.
caveat-judged-days = Only what a source dates within the days judged counts as come true. A partner found later, or never written about, counts as wrong, for every method alike.

# Lists
listing-backtest-verdicts = This advice against the best baseline
listing-backtest = Every method on every task
listing-reliability = Chances, class by class
listing-spread = How evenly lists of ten fall

# Headings
label-task = Task
label-measure = Measure
label-n = Questions
label-model = This advice
label-baseline = Best baseline
label-best = Its figure
label-times = Times the best
label-verdict = Shown
label-method = Method
label-part = Role
label-candidates = Candidates
label-mrr = MRR
label-mrr-low = MRR, low
label-mrr-high = MRR, high
label-hits = Hits
label-hits-low = Hits, low
label-hits-high = Hits, high
label-recall = Recall
label-recall-low = Recall, low
label-recall-high = Recall, high
label-auc = AUC
label-auc-low = AUC, low
label-auc-high = AUC, high
label-covers = Pairs
label-chance-foretold = Chance
label-chance-from = Chance from
label-chance-to = Chance to
label-pairs-foretold = Number of pairs
label-predicted = Foretold
label-came-true = Came true
label-gini = Inequality (Gini)
label-companies-named = Companies named
label-cost = Success given up

# What was asked
parameter-until = Known until
parameter-from = Judged from
parameter-to = Judged to
parameter-country = Country
term-country-all = all

# Tasks
term-task-partners = New partners
term-task-partners-no-hubs = New partners, the best-connected 1% left out
term-task-small = New partners of companies
term-task-strangers = New partners never seen together before
term-task-degree-matched = A new partner told from others with as many partners
term-task-newcomers = First partners of newcomers
term-task-clusters = Clusters, each membership held out in turn
term-task-clusters-by-year = Clusters joined later

# Measures
term-measure-mrr = MRR
term-measure-hits10 = Hits@10
term-measure-hits3 = Hits@3
term-measure-recall20 = Recall@20
term-measure-recall3 = Recall@3
term-measure-auc = AUC

# Methods
term-method-model = this advice
term-method-popularity = popularity
term-method-common-neighbours = common neighbours
term-method-adamic-adar = Adamic-Adar
term-method-resource-allocation = resource allocation
term-method-salton = Salton
term-method-katz = Katz
term-method-personalized-pagerank = personalized PageRank
term-method-distance = distance
term-method-topic-cosine = topic cosine
term-method-random = random
term-method-capped = with a cap
term-method-floored = with a floor
term-baseline-popularity = { term-method-popularity }
term-baseline-common-neighbours = { term-method-common-neighbours }
term-baseline-adamic-adar = { term-method-adamic-adar }
term-baseline-resource-allocation = { term-method-resource-allocation }
term-baseline-salton = { term-method-salton }
term-baseline-katz = { term-method-katz }
term-baseline-personalized-pagerank = { term-method-personalized-pagerank }
term-baseline-distance = { term-method-distance }
term-baseline-topic-cosine = { term-method-topic-cosine }
term-baseline-random = { term-method-random }

# Ingredients of the advice
term-method-adamic-adar-every = Adamic-Adar, with undated ties
term-method-walk = walk from partner to partner
term-method-wide-walk = walk through partners and themes
term-method-themes = themes of common interest
term-method-text = words in common
term-method-profile = stated profiles in common
term-method-degree = number of partners
term-method-theme-activity = activity in the themes of the call
term-method-theme-by-degree = activity in the themes, by number of partners
term-method-call-walk = walk from the call
term-method-nearness = nearness
term-method-region = region
term-method-shared-topics = shared themes
term-method-complementary = complementary themes
term-method-partners-in-common = partners in common
term-method-peers = peers
term-method-need-met = need met by an offer
term-method-same-region = same region
term-method-same-group = same group
term-method-standing = standing

# Roles
term-part-model = advice
term-part-baseline = baseline
term-part-ingredient = ingredient
term-verdict-better = better
term-verdict-worse = worse
term-verdict-not-shown = not shown
term-covers-advice = first twenty of every list
term-covers-all = all pairs
