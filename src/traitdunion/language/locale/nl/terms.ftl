# Kinds of organizations
term-company = bedrijf
term-cluster = cluster
term-research-center = onderzoekscentrum
term-university = universiteit
term-school = school
term-federation = federatie
term-investor = investeerder
term-public-body = overheidsinstelling
term-association = vereniging
term-programme = programma
term-other = andere

# Kinds of clusters
term-hub = hub
term-science-park = wetenschapspark
term-spearhead-cluster = speerpuntcluster
term-competitiveness-pole = competitiviteitspool
term-network = netwerk
term-incubator = incubator

# Kinds of ties and contacts
term-resident = resident
term-member = lid
term-founding-partner = medeoprichter
term-shareholder = aandeelhouder
term-operator = beheerder
term-board-member = bestuurder
term-research-partner = onderzoekspartner
term-training-partner = opleidingspartner
term-joint-project = gezamenlijk project
term-joint-event = gezamenlijk evenement
term-agreement = overeenkomst
term-award = prijs
term-funder = financier
term-spin-off = spin-off
term-part-of = onderdeel
term-partner = partner
term-shared = gedeelde organisatie
term-project = project
term-event = evenement

# States of a tie
term-active = actief
term-ended = beëindigd
term-announced = aangekondigd
term-unknown = onbekend
term-status-unknown = niet nagegaan

# Coverage of a member
term-tied = band bekend
term-no-tie-known = geen band bekend
term-no-data = geen gegevens

# Contacts of a pair of clusters beside what would be expected
term-gap = onder verwachting
term-within = volgens verwachting
term-above = boven verwachting
term-unsure = onzeker

# Purposes of an introduction
term-purpose-join = aansluiten bij een cluster
term-purpose-bridge = twee clusters verbinden
term-purpose-partner = twee organisaties samenbrengen

# Regions
term-flanders = Vlaanderen
term-brussels = Brussel
term-wallonia = Wallonië
term-abroad = buitenland

# Size classes
term-micro = micro (minder dan 10)
term-small = klein (10 tot 49)
term-medium = middelgroot (50 tot 249)
term-large = groot (250 en meer)

# What a fact rests on
term-stated = vermeld in een bron
term-inferred = afgeleid
term-general-knowledge = algemene kennis
term-list = ledenlijst

# Groups of members
term-dimension-all = alle leden
term-dimension-region = regio
term-dimension-sector = sector
term-dimension-size = grootte

# Yes and no
term-true = ja
term-false = nee

# Languages by their own name
language-fr = Français
language-nl = Nederlands
language-en = English

# Lists
listing-members = Leden en hun banden
listing-member-ties = Banden van leden met clusters
listing-shares = Dekking per regio, sector en grootte
listing-pairs = Clusterparen
listing-contacts = Contacten tussen clusters
listing-bridges = Bruggenbouwers
listing-weak-spots = Zwakke schakels
listing-strengths = Sterktes van de clusters
listing-recommendations = Aanbevolen introducties
listing-plan = Introductieplan
listing-organizations = Organisaties
listing-clusters = Clusters
listing-ties = Banden
listing-sources = Bronnen
listing-doubts = Mogelijke dubbels

# Headings
heading-a = Cluster A
heading-activities = Activiteiten (NACE)
heading-activity = Activiteit (NACE)
heading-address = Adres
heading-agreements = Overeenkomsten
heading-aliases = Andere namen
heading-alone = Paren alleen gedragen
heading-as-of = Stand van zaken
heading-b = Cluster B
heading-basis = Grondslag
heading-broker = Bemiddelaar
heading-cluster = Cluster
heading-cluster-kind = Soort cluster
heading-clusters = Clusters
heading-complementarity = Complementariteit
heading-country = Land
heading-date = Datum
heading-description = Omschrijving
heading-dimension = Indeling
heading-distance-km = Afstand (km)
heading-employees = Werknemers
heading-events = Evenementen
heading-evidence = Aanwijzingen
heading-expected = Verwacht
heading-facts = Feiten
heading-gain = Winst
heading-group = Groep
heading-high = Bovengrens
heading-id = Kenmerk
heading-kind = Soort
heading-left = Eerste
heading-left-name = Eerste naam
heading-licence = Licentie
heading-low = Ondergrens
heading-member = Lid
heading-member-basis = Waarom lid
heading-members = Leden
heading-members-stated = Opgegeven leden
heading-missing = Ontbrekende contacten
heading-municipality = Gemeente
heading-name = Naam
heading-named = Genoemd
heading-no-data = Geen gegevens
heading-no-tie-known = Geen band bekend
heading-note = Opmerking
heading-observed = Gezien
heading-organization = Organisatie
heading-organizations = Organisaties
heading-other = Andere banden
heading-p = p
heading-pairs = Verbonden paren
heading-part-of = Maakt deel uit van
heading-partner = Te ontmoeten
heading-place = Plaats
heading-postcode = Postcode
heading-probability = Kans
heading-projects = Projecten
heading-province = Provincie
heading-purpose = Doel
heading-q = q
heading-quotient = Specialisatiequotiënt
heading-rank = Rang
heading-ratio = Gezien t.o.v. verwacht
heading-reasons = Redenen
heading-region = Regio
heading-right = Tweede
heading-right-name = Tweede naam
heading-score = Score
heading-sector = Sector
heading-share = Aandeel
heading-shared = Gedeelde organisaties
heading-since = Sinds
heading-size-class = Grootte
heading-source = Bron
heading-source-date = Datum van de bron
heading-source-url = Bron
heading-state = Vaststelling
heading-status = Status
heading-target = Doelorganisatie
heading-through = Via
heading-through-broker = Via de bemiddelaar
heading-tied = Band bekend
heading-topic = Thema
heading-topics = Thema’s
heading-until = Tot
heading-via = Via
heading-website = Website
heading-weight = Gewicht
heading-what = Wat
heading-year = Jaar
