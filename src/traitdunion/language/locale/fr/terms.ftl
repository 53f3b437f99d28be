# Kinds of organizations
term-company = entreprise
term-cluster = cluster
term-research-center = centre de recherche
term-university = université
term-school = école
term-federation = fédération
term-investor = investisseur
term-public-body = organisme public
term-association = association
term-programme = programme
term-other = autre

# Kinds of clusters
term-hub = hub
term-science-park = parc scientifique
term-spearhead-cluster = cluster de pointe (speerpuntcluster)
term-competitiveness-pole = pôle de compétitivité
term-network = réseau
term-incubator = incubateur

# Kinds of ties and contacts
term-resident = résident
term-member = membre
term-founding-partner = cofondateur
term-shareholder = actionnaire
term-operator = gestionnaire
term-board-member = administrateur
term-research-partner = partenaire de recherche
term-training-partner = partenaire de formation
term-joint-project = projet commun
term-joint-event = événement commun
term-agreement = accord
term-award = prix
term-funder = financeur
term-spin-off = spin-off
term-part-of = composante
term-partner = partenaire
term-shared = organisation commune
term-project = projet
term-event = événement

# States of a tie
term-active = actif
term-ended = terminé
term-announced = annoncé
term-unknown = inconnu
term-status-unknown = non vérifié

# Coverage of a member
term-tied = lien connu
term-no-tie-known = aucun lien connu
term-no-data = pas de données

# Contacts of a pair of clusters beside what would be expected
term-gap = sous l’attendu
term-within = conforme à l’attendu
term-above = au-dessus de l’attendu
term-unsure = incertain

# Purposes of an introduction
term-purpose-join = rejoindre un cluster
term-purpose-bridge = relier deux clusters
term-purpose-partner = rapprocher deux organisations

# Regions
term-flanders = Flandre
term-brussels = Bruxelles
term-wallonia = Wallonie
term-abroad = étranger

# Size classes
term-micro = micro (moins de 10)
term-small = petite (10 à 49)
term-medium = moyenne (50 à 249)
term-large = grande (250 et plus)

# What a fact rests on
term-stated = donné par une source
term-inferred = déduit
term-general-knowledge = connaissance générale
term-list = liste des membres

# Groups of members
term-dimension-all = tous les membres
term-dimension-region = région
term-dimension-sector = secteur
term-dimension-size = taille

# Yes and no
term-true = oui
term-false = non

# Languages by their own name
language-fr = Français
language-nl = Nederlands
language-en = English

# Lists
listing-members = Membres et leurs liens
listing-member-ties = Liens des membres avec les clusters
listing-shares = Couverture par région, secteur et taille
listing-pairs = Paires de clusters
listing-contacts = Contacts entre clusters
listing-bridges = Organisations traits d’union
listing-weak-spots = Maillons fragiles
listing-strengths = Points forts des clusters
listing-recommendations = Mises en relation conseillées
listing-plan = Plan des mises en relation
listing-organizations = Organisations
listing-clusters = Clusters
listing-ties = Liens
listing-sources = Sources
listing-doubts = Doublons possibles

# Headings
heading-a = Cluster A
heading-activities = Activités (NACE)
heading-activity = Activité (NACE)
heading-address = Adresse
heading-agreements = Accords
heading-aliases = Autres noms
heading-alone = Paires tenues seule
heading-as-of = Situation
heading-b = Cluster B
heading-basis = Fondement
heading-broker = Intermédiaire
heading-cluster = Cluster
heading-cluster-kind = Type de cluster
heading-clusters = Clusters
heading-complementarity = Complémentarité
heading-country = Pays
heading-date = Date
heading-description = Description
heading-dimension = Répartition
heading-distance-km = Distance (km)
heading-employees = Travailleurs
heading-events = Événements
heading-evidence = Indices
heading-expected = Attendus
heading-facts = Faits
heading-gain = Gain
heading-group = Groupe
heading-high = Borne haute
heading-id = Identifiant
heading-kind = Type
heading-left = Premier
heading-left-name = Premier nom
heading-licence = Licence
heading-low = Borne basse
heading-member = Membre
heading-member-basis = Pourquoi membre
heading-members = Membres
heading-members-stated = Membres annoncés
heading-missing = Contacts manquants
heading-municipality = Commune
heading-name = Nom
heading-named = Cité
heading-no-data = Pas de données
heading-no-tie-known = Aucun lien connu
heading-note = Remarque
heading-observed = Constatés
heading-organization = Organisation
heading-organizations = Organisations
heading-other = Autres liens
heading-p = p
heading-pairs = Paires reliées
heading-part-of = Fait partie de
heading-partner = À rencontrer
heading-place = Lieu
heading-postcode = Code postal
heading-probability = Probabilité
heading-projects = Projets
heading-province = Province
heading-purpose = But
heading-q = q
heading-quotient = Quotient de spécialisation
heading-rank = Rang
heading-ratio = Constaté sur attendu
heading-reasons = Raisons
heading-region = Région
heading-right = Second
heading-right-name = Second nom
heading-score = Score
heading-sector = Secteur
heading-share = Part
heading-shared = Organisations communes
heading-since = Depuis
heading-size-class = Taille
heading-source = Source
heading-source-date = Date de la source
heading-source-url = Source
heading-state = Constat
heading-status = État
heading-target = Cible
heading-through = Par
heading-through-broker = Par l’intermédiaire
heading-tied = Lien connu
heading-topic = Thème
heading-topics = Thèmes
heading-until = Jusqu’à
heading-via = Via
heading-website = Site web
heading-weight = Poids
heading-what = Quoi
heading-year = Année
