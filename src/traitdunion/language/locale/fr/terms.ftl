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
label-a = Cluster A
label-activities = Activités (NACE)
label-activity = Activité (NACE)
label-address = Adresse
label-agreements = Accords
label-aliases = Autres noms
label-alone = Paires tenues seule
label-as-of = Situation
label-b = Cluster B
label-basis = Fondement
label-broker = Intermédiaire
label-cluster = Cluster
label-cluster-kind = Type de cluster
label-clusters = Clusters
label-complementarity = Complémentarité
label-country = Pays
label-date = Date
label-description = Description
label-dimension = Répartition
label-distance-km = Distance (km)
label-employees = Travailleurs
label-events = Événements
label-evidence = Indices
label-expected = Attendus
label-facts = Faits
label-gain = Gain
label-group = Groupe
label-high = Borne haute
label-id = Identifiant
label-kind = Type
label-left = Premier
label-left-name = Premier nom
label-licence = Licence
label-low = Borne basse
label-member = Membre
label-member-basis = Pourquoi membre
label-members = Membres
label-members-stated = Membres annoncés
label-missing = Contacts manquants
label-municipality = Commune
label-name = Nom
label-named = Cité
label-no-data = Pas de données
label-no-tie-known = Aucun lien connu
label-note = Remarque
label-observed = Constatés
label-organization = Organisation
label-organizations = Organisations
label-other = Autres liens
label-p = p
label-pairs = Paires reliées
label-part-of = Fait partie de
label-partner = À rencontrer
label-place = Lieu
label-postcode = Code postal
label-probability = Probabilité
label-projects = Projets
label-province = Province
label-purpose = But
label-q = q
label-quotient = Quotient de spécialisation
label-rank = Rang
label-ratio = Constaté sur attendu
label-reasons = Raisons
label-region = Région
label-right = Second
label-right-name = Second nom
label-score = Score
label-sector = Secteur
label-share = Paires, au prorata
label-shared = Organisations communes
label-since = Depuis
label-size-class = Taille
label-source = Source
label-source-date = Date de la source
label-source-url = Source
label-state = Constat
label-status = État
label-target = Cible
label-through = Par
label-through-broker = Par l’intermédiaire
label-tied = Lien connu
label-topic = Thème
label-topics = Thèmes
label-until = Jusqu’à
label-via = Via
label-website = Site web
label-weight = Poids
label-what = Quoi
label-year = Année

# Headings of the terminal
label-batch = Chargement
label-loaded-at = Chargé le
label-files = Fichiers
label-rows-read = Lignes
label-undone-at = Annulé le
label-file = Fichier
label-row = Ligne
label-ref = Référence

# Rules and answers
term-rule-must = doivent se rencontrer
term-rule-must-not = ne doivent pas se rencontrer
term-rule-no-rivals = pas de rivaux
term-rule-may-be-proposed = peut être proposée
term-rule-not-proposed = à ne pas proposer
term-outcome-proposed = proposée
term-outcome-silent = sans réponse
term-outcome-accepted = acceptée
term-outcome-declined = refusée
term-outcome-met = rencontre tenue
term-outcome-partnered = devenus partenaires
term-declined-competitor = concurrent
term-declined-no-time = pas le temps
term-declined-no-need = pas de besoin
term-declined-known-already = déjà connu
term-declined-not-relevant = pas pertinent
term-declined-other = autre raison
term-standing-open = peut être proposée
term-standing-cooling = pas encore à nouveau
term-standing-refused = refusée
term-standing-done = partenaires
label-answer = Réponse
label-by = Par
label-other-side = Autre partie
label-outcome = Résultat
label-reason = Raison
label-rule = Règle
label-standing = Situation

# What an organization offers and what it needs
label-offers = Offre
label-needs = Recherche
