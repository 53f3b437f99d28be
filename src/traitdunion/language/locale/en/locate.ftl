# Fields of activity
field-life-sciences = life sciences
field-digital = digital
field-energy = energy
field-manufacturing = manufacturing

# The page of an activity
locate-map = Where it gathers
locate-map-described = { $agglomerations ->
    [0] No area has more of { $activity } than chance would give it.
    [one] One area has more of { $activity } than chance would give any. Dark dots are its organizations, light dots all the others.
   *[other] { $agglomerations } areas have more of { $activity } than chance would give any. Dark dots are its organizations, light dots all the others. The numbers are those of the list.
}
locate-curve = How near its organizations stand to each other
locate-curve-described = The line is the density of distances between organizations of { $activity }; the shaded band holds nineteen of twenty curves, as a whole, of as many organizations drawn blindly from all. Above the band: nearer to each other than chance.
locate-curve-across = Distance (km)
locate-curve-up = More pairs

# Figures
finding-activity-organizations = Organizations of the activity, with a place
finding-sites = All organizations compared
finding-agglomerations = Agglomerations beyond chance
finding-share-inside = Share of the activity inside them
finding-share-everyone = Share of all organizations inside them
finding-curve-p = p of the curve as a whole
finding-nearer-from = Nearer than chance from (km)
finding-nearer-until = Nearer than chance up to (km)
finding-rarer-from = Rarer than by chance from (km)
finding-rarer-until = Rarer than by chance up to (km)
finding-gini = Locational Gini over districts (0: as everything, 1: all in one)
finding-gamma = Ellison-Glaeser index (0: as by chance)
finding-gamma-p = p of the Ellison-Glaeser index

# When not to believe it
caveat-few-sites = { $count ->
    [one] Only one organization of this activity has a known place: nothing can be said of where it gathers.
   *[other] Only { $count } organizations of this activity have a known place: one more or less changes the picture.
}
caveat-one-town = { $share } of the activity stands in one town ({ $town }): what is said of the country is said of that town.
caveat-no-curve = There is no curve: it needs five organizations of the activity, some of another, and more than one place.
caveat-thin-areas = { $count } of { $all } districts hold fewer than five organizations in all: one firm is the district there.
caveat-coarse-places = { $share } of the places are known to the town only: distances below a few kilometres mean nothing.
caveat-places-gathered = For the search of agglomerations, places were gathered into squares of { $cell } km.
caveat-unplaced = { $count ->
    [one] One organization of this activity is left out because its place is not known.
   *[other] { $count } organizations of this activity are left out because their place is not known.
}
caveat-by-project-only = { $share } of the organizations of this activity are known by a project they took part in, and by nothing else: universities take part in everything.
caveat-each-counts-one = Each organization counts once, whatever its size: jobs by site are not known.
caveat-registered-place = The place is that of the registered address; a plant elsewhere is not seen, nor are neighbours across the border.
caveat-sample-not-register = The sites are those of the sources loaded, not a register: where sources looked more closely, more seems to be.

# Lists
listing-agglomerations = Agglomerations
listing-areas = Districts
listing-provinces = Provinces
listing-curve = Distances between organizations of the activity
listing-activity-organizations = Organizations of the activity

# Headings
label-number = No.
label-everyone = All organizations
label-radius-km = Radius (km)
label-lat = Latitude
label-lon = Longitude
label-found-by = Found by
label-area = District or province
label-location-quotient = Location quotient, raw
label-symmetric-quotient = Symmetric quotient (−1 to 1)
label-finding = Compared with chance
label-density = Pairs per km, of 1,000
label-density-low = Band, lower edge
label-density-high = Band, upper edge
label-agglomeration = Agglomeration
label-by-code = By NACE code
label-by-topic = By its own topics
label-by-project = By projects
term-density = density
term-scan = scan

# What was asked
parameter-activity = Activity
parameter-draws = Draws
parameter-search-draws = Draws of the search
parameter-level = Level
parameter-widest-km = Widest radius (km)
parameter-bandwidth = Bandwidth (km)
parameter-engine = Computed
parameter-by = Groups
parameter-of = Related
parameter-pivots = Pivots
term-by-region = region
term-by-province = province
term-by-arrondissement = district
term-by-kind = kind of organization
term-by-sector = sector
term-of-topics = topics
term-of-activities = NACE divisions by district
term-of-themes = themes of projects
term-engine-exact = pair by pair
term-engine-places = place by place
term-engine-grid = on a grid
