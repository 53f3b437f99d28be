# The plan page: budgets and rules, and what comes of them
site-plan = Plan
site-plan-lead = Say how many introductions you can make and what must hold; the plan chooses those that change the network most. Everything you set stands in the address: send it on, and others see the same plan.
site-plan-form = Budgets and rules
site-plan-introductions = Introductions, in all
site-plan-per-organization = At most per organization
site-plan-per-cluster = At most per cluster
site-plan-partners = Partners weighed per organization
site-plan-randomize = Decided by lot, in %
site-plan-consent = Who may be proposed
site-plan-everyone = everyone
site-plan-consented = only those who consent
site-plan-at-least = At least
site-plan-and-at-least = and at least
site-plan-at-most = At most
site-plan-and-at-most = and at most
site-plan-one = Add an introduction of
site-plan-other = to
site-plan-make = Make the plan
site-plan-wait = The first time, a plan takes a few seconds (three to six for two hundred organizations, longer for thousands); after that the same plan is there at once.

# How quotas are written
site-plan-quotas = How to write “at least” and “at most”
site-plan-quotas-how = One to a field: the group, an equals sign, and a number of introductions or a share of them. `region:Wallonia=20` means twenty introductions of organizations in Wallonia, `size:under-50=50%` means half for those with fewer than fifty people, `cluster:*=2` means two for each cluster. These are the groups there are:
site-plan-of-region = Region
site-plan-of-province = Province
site-plan-of-language = Language of the place
site-plan-of-size = Size
site-plan-of-sector = Sector
site-plan-of-kind = Kind of organization
site-plan-of-cluster = Cluster
site-plan-of-purpose = Purpose of the introduction
site-plan-each-cluster = each cluster
site-plan-under-50 = fewer than 50 people

# Lines the reader decides on
site-plan-yours = Lines you decided on yourself
site-plan-pinned = Kept: { $pair }
site-plan-added = Added: { $pair }
site-plan-dropped = Left out: { $pair }
site-plan-all-back = Take all of this back
site-plan-move = Keep a line or leave it out, and see what that changes.
site-plan-keep = keep
site-plan-leave-out = leave out
site-plan-take-back = take back
site-plan-pair = { $one } and { $other }

# What comes of it
site-plan-worth = What the plan is worth
site-plan-none-next = Raise the limits, weigh more partners, or take a rule away.
site-plan-what-if = What your lines change
site-plan-if-caption = The plan without your lines, and with them
site-plan-figure = Figure
site-plan-draws = To learn what introductions really do, some can be decided by lot among others of nearly equal worth, which wait for the next round. This is what that would cost.
site-plan-command = Keep this plan
site-plan-command-keeps = Looking keeps nothing. This command makes the same plan and keeps it in the workspace; with `--export` and a folder it also writes the plan as pages and lists.
site-plan-again = The same on the command line
site-plan-command-what-if = Looking keeps nothing. This command shows the same two plans side by side and keeps the one with your lines in the workspace; with `--export` and a folder it also writes that one as pages and lists.
