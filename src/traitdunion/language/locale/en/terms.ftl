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
heading-a = Cluster A
heading-activities = Activities (NACE)
heading-activity = Activity (NACE)
heading-address = Address
heading-agreements = Agreements
heading-aliases = Other names
heading-alone = Pairs held alone
heading-as-of = As of
heading-b = Cluster B
heading-basis = Basis
heading-broker = Broker
heading-cluster = Cluster
heading-cluster-kind = Kind of cluster
heading-clusters = Clusters
heading-complementarity = Complementarity
heading-country = Country
heading-date = Date
heading-description = Description
heading-dimension = Breakdown
heading-distance-km = Distance (km)
heading-employees = Employees
heading-events = Events
heading-evidence = Evidence
heading-expected = Expected
heading-facts = Facts
heading-gain = Gain
heading-group = Group
heading-high = Upper bound
heading-id = Identifier
heading-kind = Kind
heading-left = First
heading-left-name = First name
heading-licence = Licence
heading-low = Lower bound
heading-member = Member
heading-member-basis = Why a member
heading-members = Members
heading-members-stated = Members stated
heading-missing = Contacts missing
heading-municipality = Municipality
heading-name = Name
heading-named = Named
heading-no-data = No data
heading-no-tie-known = No tie known
heading-note = Note
heading-observed = Seen
heading-organization = Organization
heading-organizations = Organizations
heading-other = Other ties
heading-p = p
heading-pairs = Pairs linked
heading-part-of = Part of
heading-partner = To meet
heading-place = Place
heading-postcode = Postcode
heading-probability = Probability
heading-projects = Projects
heading-province = Province
heading-purpose = Purpose
heading-q = q
heading-quotient = Specialization quotient
heading-rank = Rank
heading-ratio = Seen over expected
heading-reasons = Reasons
heading-region = Region
heading-right = Second
heading-right-name = Second name
heading-score = Score
heading-sector = Sector
heading-share = Share
heading-shared = Shared organizations
heading-since = Since
heading-size-class = Size
heading-source = Source
heading-source-date = Date of the source
heading-source-url = Source
heading-state = Finding
heading-status = Status
heading-target = Target
heading-through = Through
heading-through-broker = Through the broker
heading-tied = Tie known
heading-topic = Theme
heading-topics = Themes
heading-until = Until
heading-via = Via
heading-website = Website
heading-weight = Weight
heading-what = What
heading-year = Year
