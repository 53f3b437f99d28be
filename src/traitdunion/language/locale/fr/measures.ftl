# The verbs
command-locate = voir où une activité se concentre vraiment
command-locate-help = Montre où une activité se concentre plus que l’ensemble des organisations : par arrondissement, par distance avec sa bande, et en agglomérations nommées d’après leurs lieux. Une activité est un domaine (life-sciences, digital, energy, manufacturing), un code NACE comme 28, ou un thème.
command-measure = mesurer qui relie, ce qui est apparenté, ce que ferait le hasard
command-measure-help = Mesure une chose sur tout le réseau : brokerage (qui se tient entre les groupes), constraint (qui a de l’espace libre autour de soi), contacts (les paires de clusters face à quatre modèles nuls), relatedness (quels thèmes vont ensemble, et ce que les clusters pourraient s’apporter). Chaque mesure dit quand ne pas y croire.
option-measure = que mesurer : brokerage, constraint, contacts ou relatedness
option-activity = un domaine, un code NACE ou un thème
option-groups = groupes entre lesquels se tenir : region, province, arrondissement, kind ou sector
option-of = que rapprocher : topics, activities ou themes (des projets)
option-draws = tirages du modèle nul
option-export = écrire aussi pages, listes (CSV, XLSX) et données de carte dans ce dossier
progress-locate = recherche des agglomérations
progress-measure = mesure en cours
export-done = Écrit dans { $folder }.
table-first = Les { $shown } premières lignes sur { $count }.

# The page of a measurement
measure-how = Comment le lire
measure-when-not = Quand ne pas y croire
measure-figures = En chiffres
measure-again = Pour le refaire
measure-line = { $label } : { $value }
measure-brokerage-title = Qui se tient entre les groupes
measure-brokerage-read = Une organisation fait l’intermédiaire quand elle est liée à deux autres qui ne sont pas liées entre elles. Le coordinateur relie deux organisations de son groupe, l’itinérant deux d’un même autre groupe, le portier ou représentant son groupe et un autre (un seul rôle, puisque ces liens n’ont pas de sens), l’agent de liaison deux groupes dont aucun n’est le sien. Chaque paire compte une fois. z compare à un réseau d’autant de liens tirés à l’aveugle : au-delà de 2, plus que le hasard.
measure-constraint-title = Qui a de l’espace libre autour de soi
measure-constraint-read = La contrainte dit à quel point les liens d’une organisation ramènent les uns aux autres : faible, elle signifie que ses partenaires ne se connaissent pas et qu’elle peut les réunir. La taille effective compte les partenaires moins ce qu’ils répètent. Un projet à nombreux partenaires compte peu pour chaque paire : un divisé par le nombre des autres.
measure-contacts-title = Les contacts entre clusters, face à ce que ferait le hasard
measure-contacts-read = Quatre modèles nuls, du plus simple au plus complet. Trois ne connaissent que le nombre de liens de chacun : par bouts de liens, par entropie maximale avec sa queue exacte, par échanges. Ils ignorent la distance, et la plupart des déficits qu’ils montrent viennent d’elle. Le modèle de gravité connaît la taille, la distance, les thèmes et la langue : lisez d’abord son rapport et l’intervalle, puis le rang, et q en dernier. Le rang ordonne les paires telles qu’on les voit ; au mieux et au pire disent quelles places leurs vrais rapports peuvent bien avoir. Sur deux mille paires, la première vue est rarement la vraie première : son rang peut donc tomber en dehors.
measure-relatedness-title = Ce qui va ensemble
measure-relatedness-read = La proximité est la plus petite de deux chances : que celui qui a l’un ait aussi l’autre. La force d’association divise ce qui se trouve ensemble par ce que donnerait la taille seule : au-delà de 1, plus que le hasard. Deux clusters se complètent quand l’un a ce qui manque à l’autre et dont celui-ci est proche ; la simple ressemblance ne recommanderait que des jumeaux.
measure-locate-title = Où cela se concentre : { $activity }
measure-locate-read = Tout est comparé à l’ensemble des organisations dont le lieu est connu : une ville n’est pas une concentration, mais plus d’une activité que la ville n’en laisse attendre en est une. Le quotient est la part ici divisée par la part partout, ramené vers 1 là où les nombres sont petits, avec son intervalle. La courbe dit à quelles distances les organisations de l’activité sont plus proches les unes des autres qu’autant d’organisations tirées à l’aveugle ; elle ne compte que là où elle sort de la bande.

# Figures for the whole
finding-organizations = Organisations
finding-tied-organizations = Organisations ayant un lien
finding-pairs-tied = Paires liées
finding-cut-points = Organisations sans lesquelles le réseau se défait
finding-bridges = Liens sans lesquels le réseau se défait
finding-components = Parties séparées
finding-ei = Indice E-I (−1 : tous les liens dans les groupes ; 1 : tous entre eux)
finding-ei-expected = Indice E-I si les liens tombaient à l’aveugle
finding-ei-p = p de l’indice E-I
finding-grouped = Organisations dont le groupe est connu et qui ont un lien
finding-cluster-pairs = Paires de clusters
finding-shared = Organisations partagées, toutes paires
finding-overdispersion-p = p que les contacts ne se dispersent pas plus que par hasard (gravité)
finding-below = Paires sûrement sous l’attendu (intervalle entier sous 1)
finding-mixed = Échanges : tirages effectifs
finding-subjects = Objets comparés
finding-carriers = Qui les porte
finding-pairs-together = Paires trouvées ensemble

# When not to believe it
caveat-rare-subjects = { $count } objets sur { $all } sont portés par moins de { $fewest } : une seule organisation de plus ou de moins change leurs chiffres.
caveat-siblings-by-classification = Deux codes d’une même branche de la nomenclature vont souvent de pair parce qu’il est d’usage d’inscrire les deux.
caveat-large-projects-relate = Les grands projets rapprochent beaucoup de thèmes d’un coup : le lien entre deux thèmes peut tenir à quelques consortiums.
caveat-together-is-not-linked = Se trouver ensemble ne veut pas dire que l’un a besoin de l’autre.
caveat-ties-unseen = Seuls comptent les liens qu’une source montre : ceux dont on parle semblent relier davantage.
caveat-z-follows-ties = z suit le nombre de liens : un grand z dit beaucoup de partenaires plutôt qu’un rôle. Comparez des organisations qui en ont à peu près autant.
caveat-hyperedges = Le plus grand projet compte { $partners } partenaires. Ce n’est pas un tissu d’amitiés : chaque paire y compte un divisé par le nombre des autres.
caveat-heavy-ties = { $count } organisations ont un lien qui pèse plus que tous leurs autres réunis : leur contrainte est celle de ce seul lien.
caveat-isolated = { $count } organisations n’ont aucun lien dans les sources : rien n’est dit d’elles ici, et ce sont souvent celles que l’on cherche.
caveat-group-unknown = Le groupe de { $count } organisations n’est pas connu ; elles sont laissées de côté, avec leurs liens.
caveat-sampled-betweenness = L’intermédiarité est estimée à partir de { $pivots } organisations tirées au sort ; son erreur type est d’au plus { $error }.
caveat-configuration-sees-distance = Les trois modèles sans distance disent mal reliés les clusters éloignés : sur des données faites de distance seule, quatre de leurs constats sur cinq étaient faux.
caveat-dispersed = Les contacts se dispersent plus que le modèle ne le prévoit : lisez rapports, intervalles et rangs, pas q.
caveat-few-contacts = On attend en moyenne { $mean } contacts par paire : la plupart ne se distinguent pas du hasard, dans un sens ou dans l’autre.
caveat-not-mixed = Les échanges sont mal mélangés ({ $effective } tirages effectifs sur { $draws }) : demandez plus de tirages avant d’utiliser leur p.

# Lists
listing-constraint = Espace libre autour de chaque organisation
listing-brokerage = Intermédiaires et leurs rôles
listing-mixing = Liens dans les groupes et entre eux
listing-contacts-expected = Paires de clusters face à quatre modèles nuls
listing-relatedness = Ce qui se trouve ensemble
listing-complements = Ce que les clusters pourraient s’apporter

# Headings
label-contacts = Partenaires
label-constraint = Contrainte
label-effective-size = Taille effective
label-efficiency = Efficacité
label-hierarchy = Hiérarchie
label-betweenness = Intermédiarité
label-core = Cœur
label-cut-point = Tient des parties ensemble
label-coordinator = Coordinateur
label-itinerant = Itinérant
label-gatekeeper = Portier, représentant
label-liaison = Agent de liaison
label-brokered = Paires reliées par elle
label-z = z
label-participation = Répartition entre groupes
label-internal = Liens internes
label-external = Liens vers d’autres
label-ei = Indice E-I
label-ei-expected = Indice E-I attendu
label-by-ends = Attendus par bouts de liens
label-by-entropy = Attendus par entropie maximale
label-by-swaps = Attendus par échanges
label-p-entropy = p, entropie maximale
label-p-swaps = p, échanges
label-rank-low = Rang au mieux
label-rank-high = Rang au pire
label-subject-a = L’un
label-subject-b = L’autre
label-carriers-a = Ont l’un
label-carriers-b = Ont l’autre
label-together = Ont les deux
label-proximity = Proximité
label-association = Force d’association
label-cosine = Cosinus
label-jaccard = Jaccard
label-brings-a = A apporte à B
label-brings-b = B apporte à A

# Recommendations as a page
measure-recommend-title = Qui devrait rencontrer qui
measure-recommend-read = Chaque ligne est une mise en relation utile, avec les faits qui parlent pour elle, leur source et leur date. Le score compare les mises en relation d’une même liste. La chance, quand le passé permet de la dire, est celle que les deux commencent quelque chose ensemble dans l’année, présentés ou non. C’est vous qui décidez : les règles (doivent se rencontrer, ne doivent pas) et les réponses déjà reçues sont respectées.
finding-introductions = Mises en relation
finding-organizations-advised = Organisations conseillées
caveat-advice-is-not-destiny = Un conseil ressemble au passé : il trouve des partenaires comme ceux qui ont été trouvés avant. Qui a peu de données est moins bien conseillé.
label-chance = Chance dans l’année
