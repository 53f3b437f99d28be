# Kinds of organizations
term-company = company
term-cluster = cluster
term-research-center = research centre
term-university = university
term-school = school
term-federation = federation
term-investor = investor
term-public-body = public body
term-association = association
term-programme = programme
term-other = other

# Kinds of clusters
term-hub = hub
term-science-park = science park
term-spearhead-cluster = spearhead cluster
term-competitiveness-pole = competitiveness pole
term-network = network
term-incubator = incubator

# Kinds of ties and contacts
term-resident = resident
term-member = member
term-founding-partner = founding partner
term-shareholder = shareholder
term-operator = operator
term-board-member = board member
term-research-partner = research partner
term-training-partner = training partner
term-joint-project = joint project
term-joint-event = joint event
term-agreement = agreement
term-award = award
term-funder = funder
term-spin-off = spin-off
term-part-of = part of it
term-partner = partner
term-shared = shared organization
term-project = project
term-event = event

# States of a tie
term-active = active
term-ended = ended
term-announced = announced
term-unknown = not known
term-status-unknown = not checked

# Coverage of a member
term-tied = tie known
term-no-tie-known = no tie known
term-no-data = no data

# Contacts of a pair of clusters beside what would be expected
term-gap = below expectation
term-within = as expected
term-above = above expectation
term-unsure = not certain

# Purposes of an introduction
term-purpose-join = join a cluster
term-purpose-bridge = bridge two clusters
term-purpose-partner = bring two organizations together

# Regions
term-flanders = Flanders
term-brussels = Brussels
term-wallonia = Wallonia
term-abroad = abroad

# Size classes
term-micro = micro (fewer than 10)
term-small = small (10 to 49)
term-medium = medium (50 to 249)
term-large = large (250 and more)

# What a fact rests on
term-stated = stated by a source
term-inferred = inferred
term-general-knowledge = general knowledge
term-list = list of members

# Groups of members
term-dimension-all = all members
term-dimension-region = region
term-dimension-sector = sector
term-dimension-size = size

# Yes and no
term-true = yes
term-false = no

# Languages by their own name
language-fr = Français
language-nl = Nederlands
language-en = English

# Lists
listing-members = Members and their ties
listing-member-ties = Ties of members with clusters
listing-shares = Coverage by region, sector and size
listing-pairs = Pairs of clusters
listing-contacts = Contacts between clusters
listing-bridges = Organizations that bridge
listing-weak-spots = Weak spots
listing-strengths = Strengths of the clusters
listing-recommendations = Recommended introductions
listing-plan = Plan of introductions
listing-organizations = Organizations
listing-clusters = Clusters
listing-ties = Ties
listing-sources = Sources
listing-doubts = Possible duplicates

# Headings
label-a = Cluster A
label-activities = Activities (NACE)
label-activity = Activity (NACE)
label-address = Address
label-agreements = Agreements
label-aliases = Other names
label-alone = Pairs held alone
label-as-of = As of
label-b = Cluster B
label-basis = Basis
label-broker = Broker
label-cluster = Cluster
label-cluster-kind = Kind of cluster
label-clusters = Clusters
label-complementarity = Complementarity
label-country = Country
label-date = Date
label-description = Description
label-dimension = Breakdown
label-distance-km = Distance (km)
label-employees = Employees
label-events = Events
label-evidence = Evidence
label-expected = Expected
label-facts = Facts
label-gain = Gain
label-group = Group
label-high = Upper bound
label-id = Identifier
label-kind = Kind
label-left = First
label-left-name = First name
label-licence = Licence
label-low = Lower bound
label-member = Member
label-member-basis = Why a member
label-members = Members
label-members-stated = Members stated
label-missing = Contacts missing
label-municipality = Municipality
label-name = Name
label-named = Named
label-no-data = No data
label-no-tie-known = No tie known
label-note = Note
label-observed = Seen
label-organization = Organization
label-organizations = Organizations
label-other = Other ties
label-p = p
label-pairs = Pairs linked
label-part-of = Part of
label-partner = To meet
label-place = Place
label-postcode = Postcode
label-probability = Probability
label-projects = Projects
label-province = Province
label-purpose = Purpose
label-q = q
label-quotient = Specialization quotient
label-rank = Rank
label-ratio = Seen over expected
label-reasons = Reasons
label-region = Region
label-right = Second
label-right-name = Second name
label-score = Score
label-sector = Sector
label-share = Pairs, pro rata
label-shared = Shared organizations
label-since = Since
label-size-class = Size
label-source = Source
label-source-date = Date of the source
label-source-url = Source
label-state = Finding
label-status = Status
label-target = Target
label-through = Through
label-through-broker = Through the broker
label-tied = Tie known
label-topic = Theme
label-topics = Themes
label-until = Until
label-via = Via
label-website = Website
label-weight = Weight
label-what = What
label-year = Year

# Headings of the terminal
label-batch = Load
label-loaded-at = Loaded at
label-files = Files
label-rows-read = Rows
label-undone-at = Undone at
label-file = File
label-row = Row
label-ref = Reference

# Rules and answers
term-rule-must = must meet
term-rule-must-not = must not meet
term-rule-no-rivals = no rivals
term-rule-may-be-proposed = may be proposed
term-rule-not-proposed = not to be proposed
term-outcome-proposed = proposed
term-outcome-silent = no answer
term-outcome-accepted = accepted
term-outcome-declined = declined
term-outcome-met = met
term-outcome-partnered = became partners
term-declined-competitor = competitor
term-declined-no-time = no time
term-declined-no-need = no need
term-declined-known-already = known already
term-declined-not-relevant = not relevant
term-declined-other = other reason
term-standing-open = may be proposed
term-standing-cooling = not yet again
term-standing-refused = refused
term-standing-done = partners
label-answer = Answer
label-by = By
label-other-side = Other side
label-outcome = Outcome
label-reason = Reason
label-rule = Rule
label-standing = Standing

# What an organization offers and what it needs
label-offers = Offers
label-needs = Needs
