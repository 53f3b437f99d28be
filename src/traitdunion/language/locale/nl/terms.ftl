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
label-a = Cluster A
label-activities = Activiteiten (NACE)
label-activity = Activiteit (NACE)
label-address = Adres
label-agreements = Overeenkomsten
label-aliases = Andere namen
label-alone = Paren alleen gedragen
label-as-of = Stand van zaken
label-b = Cluster B
label-basis = Grondslag
label-broker = Bemiddelaar
label-cluster = Cluster
label-cluster-kind = Soort cluster
label-clusters = Clusters
label-complementarity = Complementariteit
label-country = Land
label-date = Datum
label-description = Omschrijving
label-dimension = Indeling
label-distance-km = Afstand (km)
label-employees = Werknemers
label-events = Evenementen
label-evidence = Aanwijzingen
label-expected = Verwacht
label-facts = Feiten
label-gain = Winst
label-group = Groep
label-high = Bovengrens
label-id = Kenmerk
label-kind = Soort
label-left = Eerste
label-left-name = Eerste naam
label-licence = Licentie
label-low = Ondergrens
label-member = Lid
label-member-basis = Waarom lid
label-members = Leden
label-members-stated = Opgegeven leden
label-missing = Ontbrekende contacten
label-municipality = Gemeente
label-name = Naam
label-named = Genoemd
label-no-data = Geen gegevens
label-no-tie-known = Geen band bekend
label-note = Opmerking
label-observed = Gezien
label-organization = Organisatie
label-organizations = Organisaties
label-other = Andere banden
label-p = p
label-pairs = Verbonden paren
label-part-of = Maakt deel uit van
label-partner = Te ontmoeten
label-place = Plaats
label-postcode = Postcode
label-probability = Kans
label-projects = Projecten
label-province = Provincie
label-purpose = Doel
label-q = q
label-quotient = Specialisatiequotiënt
label-rank = Rang
label-ratio = Gezien t.o.v. verwacht
label-reasons = Redenen
label-region = Regio
label-right = Tweede
label-right-name = Tweede naam
label-score = Score
label-sector = Sector
label-share = Paren, naar rato
label-shared = Gedeelde organisaties
label-since = Sinds
label-size-class = Grootte
label-source = Bron
label-source-date = Datum van de bron
label-source-url = Bron
label-state = Vaststelling
label-status = Status
label-target = Doelorganisatie
label-through = Via
label-through-broker = Via de bemiddelaar
label-tied = Band bekend
label-topic = Thema
label-topics = Thema’s
label-until = Tot
label-via = Via
label-website = Website
label-weight = Gewicht
label-what = Wat
label-year = Jaar

# Headings of the terminal
label-batch = Lading
label-loaded-at = Geladen op
label-files = Bestanden
label-rows-read = Rijen
label-undone-at = Ongedaan op
label-file = Bestand
label-row = Rij
label-ref = Kenmerk

# Rules and answers
term-rule-must = moeten elkaar ontmoeten
term-rule-must-not = mogen elkaar niet ontmoeten
term-rule-no-rivals = geen rivalen
term-rule-may-be-proposed = mag voorgesteld worden
term-rule-not-proposed = niet voor te stellen
term-outcome-proposed = voorgesteld
term-outcome-silent = geen antwoord
term-outcome-accepted = aanvaard
term-outcome-declined = geweigerd
term-outcome-met = ontmoet
term-outcome-partnered = partners geworden
term-declined-competitor = concurrent
term-declined-no-time = geen tijd
term-declined-no-need = geen nood
term-declined-known-already = al bekend
term-declined-not-relevant = niet relevant
term-declined-other = andere reden
term-standing-open = mag voorgesteld worden
term-standing-cooling = nog niet opnieuw
term-standing-refused = geweigerd
term-standing-done = partners
label-answer = Antwoord
label-by = Door
label-other-side = Andere partij
label-outcome = Uitkomst
label-reason = Reden
label-rule = Regel
label-standing = Stand

# What an organization offers and what it needs
label-offers = Biedt
label-needs = Zoekt
