# Fields of activity
field-life-sciences = sciences de la vie
field-digital = numérique
field-energy = énergie
field-manufacturing = industrie manufacturière

# The page of an activity
locate-map = Où cela se rassemble
locate-map-described = { $agglomerations ->
    [0] Aucune zone n’a plus de « { $activity } » que le hasard ne lui en donnerait.
    [one] Une zone a plus de « { $activity } » que le hasard n’en donnerait à aucune. Les points foncés sont les organisations de l’activité, les points clairs toutes les autres.
   *[other] { $agglomerations } zones ont plus de « { $activity } » que le hasard n’en donnerait à aucune. Les points foncés sont les organisations de l’activité, les points clairs toutes les autres. Les numéros sont ceux de la liste.
}
locate-curve = À quelle distance ses organisations se tiennent les unes des autres
locate-curve-described = La ligne est la densité des distances entre organisations de « { $activity } » ; la bande ombrée contient, dans leur entier, dix-neuf courbes sur vingt d’autant d’organisations tirées à l’aveugle parmi toutes. Au-dessus de la bande : plus proches que par hasard.
locate-curve-across = Distance (km)
locate-curve-up = Plus de paires

# Figures
finding-activity-organizations = Organisations de l’activité, avec un lieu
finding-sites = Toutes les organisations comparées
finding-agglomerations = Agglomérations au-delà du hasard
finding-share-inside = Part de l’activité qui s’y trouve
finding-share-everyone = Part de toutes les organisations qui s’y trouve
finding-curve-p = p de la courbe entière
finding-nearer-from = Plus proches que par hasard à partir de (km)
finding-nearer-until = Plus proches que par hasard jusqu’à (km)
finding-rarer-from = Plus rares que par hasard à partir de (km)
finding-rarer-until = Plus rares que par hasard jusqu’à (km)
finding-gini = Gini de localisation sur les arrondissements (0 : comme tout ; 1 : tout en un seul)
finding-gamma = Indice d’Ellison et Glaeser (0 : comme au hasard)
finding-gamma-p = p de l’indice d’Ellison et Glaeser

# When not to believe it
caveat-few-sites = { $count ->
    [one] Une seule organisation de cette activité a un lieu connu : rien ne peut être dit de l’endroit où elle se rassemble.
   *[other] Seules { $count } organisations de cette activité ont un lieu connu : une de plus ou de moins change le tableau.
}
caveat-one-town = { $share } de l’activité se trouve dans une seule ville ({ $town }) : ce qui est dit du pays est dit de cette ville.
caveat-no-curve = Il n’y a pas de courbe : il faut cinq organisations de l’activité, d’autres qui n’en sont pas, et plus d’un lieu.
caveat-thin-areas = { $count } arrondissements sur { $all } comptent moins de cinq organisations en tout : une seule entreprise y est l’arrondissement.
caveat-coarse-places = { $share } des lieux ne sont connus qu’à la ville près : les distances de moins de quelques kilomètres ne veulent rien dire.
caveat-places-gathered = Pour la recherche des agglomérations, les lieux ont été rassemblés en carrés de { $cell } km.
caveat-unplaced = { $count ->
    [one] Une organisation de cette activité est laissée de côté parce que son lieu n’est pas connu.
   *[other] { $count } organisations de cette activité sont laissées de côté parce que leur lieu n’est pas connu.
}
caveat-by-project-only = { $share } des organisations de cette activité ne sont connues que par un projet auquel elles ont pris part : les universités prennent part à tout.
caveat-each-counts-one = Chaque organisation compte une fois, quelle que soit sa taille : les emplois par site ne sont pas connus.
caveat-registered-place = Le lieu est celui de l’adresse enregistrée ; une usine située ailleurs ne se voit pas, pas plus que les voisins d’au-delà de la frontière.
caveat-sample-not-register = Les sites sont ceux des sources chargées, non d’un registre : là où les sources ont mieux regardé, il semble y en avoir plus.

# Lists
listing-agglomerations = Agglomérations
listing-areas = Arrondissements
listing-provinces = Provinces
listing-curve = Distances entre organisations de l’activité
listing-activity-organizations = Organisations de l’activité

# Headings
label-number = N°
label-everyone = Toutes les organisations
label-radius-km = Rayon (km)
label-lat = Latitude
label-lon = Longitude
label-found-by = Trouvée par
label-area = Arrondissement ou province
label-location-quotient = Quotient de localisation brut
label-symmetric-quotient = Quotient symétrique (−1 à 1)
label-finding = Face au hasard
label-density = Paires par km, sur 1 000
label-density-low = Bande, bord inférieur
label-density-high = Bande, bord supérieur
label-agglomeration = Agglomération
label-by-code = Par code NACE
label-by-topic = Par ses propres thèmes
label-by-project = Par des projets
term-density = densité
term-scan = balayage

# What was asked
parameter-activity = Activité
parameter-draws = Tirages
parameter-search-draws = Tirages de la recherche
parameter-level = Seuil
parameter-widest-km = Rayon le plus large (km)
parameter-bandwidth = Largeur de bande (km)
parameter-engine = Calcul
parameter-by = Groupes
parameter-of = Rapproché
parameter-pivots = Pivots
term-by-region = région
term-by-province = province
term-by-arrondissement = arrondissement
term-by-kind = type d’organisation
term-by-sector = secteur
term-of-topics = thèmes
term-of-activities = divisions NACE par arrondissement
term-of-themes = thèmes des projets
term-engine-exact = paire par paire
term-engine-places = lieu par lieu
term-engine-grid = sur une grille
