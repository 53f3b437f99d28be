# The head of the page
report-title = Qui rencontre qui, et qui devrait se rencontrer
report-kicker = Audit des liens et plan de mises en relation
report-day = Situation au { $day }
report-skip = Aller au contenu
report-languages = Langues
report-contents = Sommaire
not-known = non connu

lead-members =
    { $members ->
        [one] Sur { $members } membre : { $tied } avec un lien connu, { $no_tie_known } sans lien connu, { $no_data } sans données.
       *[other] Sur { $members } membres, { $tied } ont un lien connu avec un cluster ; pour { $no_tie_known }, les sources consultées n’en montrent aucun ; sur { $no_data }, nous n’avons pas de données.
    }
lead-pairs =
    { $gaps ->
        [0] Entre les { $clusters } clusters cités, aucune des { $pairs } paires ne se rencontre nettement moins qu’attendu ; pour { $unsure } d’entre elles, les sources laissent attendre trop peu de contacts pour conclure.
        [one] Entre les { $clusters } clusters cités, { $gaps } des { $pairs } paires se rencontre nettement moins que ne le laissent attendre la taille, la distance et les thèmes.
       *[other] Entre les { $clusters } clusters cités, { $gaps } des { $pairs } paires se rencontrent nettement moins que ne le laissent attendre la taille, la distance et les thèmes.
    }
lead-plan =
    { $count ->
        [one] Le plan propose { $count } mise en relation.
       *[other] Le plan propose { $count } mises en relation.
    }
lead-plan-times =
    { $count ->
        [one] Le plan propose { $count } mise en relation, qui devrait apporter { $times } fois ce qu’apporterait un tirage au hasard.
       *[other] Le plan propose { $count } mises en relation ; ensemble, elles devraient apporter { $times } fois ce qu’apporterait un tirage au hasard.
    }

# Titles of the sections
section-overview = En bref
section-contacts = Les contacts entre clusters
section-plan = Le plan
section-profiles = Cluster par cluster
section-members = Les membres
section-map = La carte
section-bridges = Traits d’union et maillons fragiles
section-method = La méthode
section-lists = Listes à télécharger
section-sources = Sources et licences

# In brief
overview-tied =
    { $count ->
        [one] membre avec un lien connu
       *[other] membres avec un lien connu
    }
overview-no-tie-known =
    { $count ->
        [one] membre couvert par une source, sans lien connu
       *[other] membres couverts par une source, sans lien connu
    }
overview-no-data =
    { $count ->
        [one] membre sans données
       *[other] membres sans données
    }
overview-clusters = clusters, parmi { $organizations } organisations et { $ties } liens
overview-caveats = Avant de croire un chiffre

# What to know before believing a number
caveat-absence-is-not-proof = Un lien absent n’est « pas connu » ; cela ne prouve jamais qu’il n’existe pas.
caveat-award-winners-stand-in = Aucune liste publique des membres n’existe : les lauréats du prix Factory of the Future en tiennent lieu ici. Ce prix ne prouve pas l’affiliation.
caveat-sources-cover-unevenly = Les sources ne couvrent pas tout le monde de la même façon : les grandes organisations, la recherche et celles dont la presse parle sont surreprésentées.

caveat-inferred-facts = Certains lieux et activités sont déduits ou tirés de la connaissance générale, pas lus dans un registre ; la colonne « fondement » des listes le dit.
caveat-broker-left-out = Les contacts qui passent par la fédération ou son centre de recherche sont montrés à part et n’entrent dans aucun calcul.

# The members
members-intro = Trois réponses sont possibles : un lien connu, aucun lien connu alors qu’une source couvre le membre, ou pas de données du tout. Seules les deux premières disent quelque chose du membre ; la troisième parle de nos sources.
members-by-region = Couverture par région
members-by-size = Couverture par taille
members-by-sector = Couverture par secteur
members-bar = Répartition
members-each = Membre par membre

# The map
map-intro = Où se trouvent les clusters, et où sont les membres qui n’y ont pas de lien connu.
map-title = Carte des clusters et des membres
map-described = Carte de Belgique. Les clusters sont des carrés, les membres liés des disques pleins, les membres sans lien connu des cercles vides, les membres sans données des croix. Le tableau qui suit donne les mêmes chiffres par lieu.
map-cluster =
    { $count ->
        [one] { $count } cluster
       *[other] { $count } clusters
    }
map-tied =
    { $count ->
        [one] { $count } membre avec un lien connu
       *[other] { $count } membres avec un lien connu
    }
map-no-tie-known =
    { $count ->
        [one] { $count } membre sans lien connu
       *[other] { $count } membres sans lien connu
    }
map-no-data =
    { $count ->
        [one] { $count } membre sans données
       *[other] { $count } membres sans données
    }
map-other =
    { $count ->
        [one] { $count } autre organisation
       *[other] { $count } autres organisations
    }
map-spread = Les organisations d’un même lieu sont écartées autour de son centre pour rester visibles : la position est celle de la localité, pas celle du bâtiment.
map-left-out =
    { $count ->
        [one] { $count } organisation se trouve hors du cadre.
       *[other] { $count } organisations se trouvent hors du cadre.
    }
map-table = La carte en tableau, lieu par lieu
map-table-caption = Organisations situées sur la carte, par lieu
map-column-cluster = Clusters
map-column-tied = Membres liés
map-column-no-tie-known = Membres sans lien connu
map-column-no-data = Membres sans données
map-column-other = Autres
map-clusters = Tous les clusters

# Contacts between clusters
contacts-intro = Deux clusters ont un contact quand une organisation est liée aux deux, quand ils signent un accord, mènent un projet ou tiennent un événement ensemble. Nous comparons ce que montrent les sources à ce que laissent attendre leur taille, leur distance, leurs thèmes et leur langue.
contacts-aside = Les contacts qui passent par { $brokers } sont comptés à part : rencontrer tout le monde est leur métier.
contacts-named = Les clusters cités, deux à deux
matrix-caption = Contacts constatés entre les clusters cités
matrix-expected = attendus { $expected }
matrix-through = +{ $count } à part
matrix-gap = sous l’attendu : tout l’intervalle du rapport reste sous 1
matrix-within = conforme à l’attendu : au moins un contact attendu, et l’intervalle contient 1
matrix-above = au-dessus de l’attendu : tout l’intervalle reste au-dessus de 1
matrix-unsure = incertain : moins d’un contact attendu, trop peu pour conclure
pairs-caption = Chaque paire de clusters cités, les manques d’abord (intervalle à { $level })
pairs-pair = Paire
pairs-of-two = { $a } et { $b }
pairs-chart = Constaté sur attendu, dessiné
pairs-read = Un rapport de 1 veut dire autant qu’attendu, 0,5 moitié moins. Le trait montre l’intervalle, le pointillé le rapport 1.
contacts-all = Toutes les paires
contacts-all-intro =
    { $count ->
        [one] { $count } paire de clusters a été examinée.
       *[other] { $count } paires de clusters ont été examinées. Les plus éloignées de l’attendu viennent d’abord.
    }
contacts-all-caption = Paires de clusters, les plus éloignées de l’attendu d’abord

# Bridges and weak spots
bridges-intro = Certaines organisations sont liées à plusieurs clusters et les font se rencontrer : ce sont les traits d’union du réseau. Quand une seule tient une paire, son départ la défait ; quand trois la tiennent, chacune compte pour un tiers au prorata.
bridges-caption = Organisations qui tiennent des paires de clusters ensemble
weak-title = Maillons fragiles
weak-intro =
    { $count ->
        [one] { $count } paire de clusters ne tient que par une organisation.
       *[other] { $count } paires de clusters ne tiennent que par une organisation.
    }
weak-caption = Paires de clusters qu’une seule organisation relie
weak-none = Aucune paire ne tient par une seule organisation.

# Cluster by cluster
profiles-intro = Pour chaque cluster cité, pour la fédération et pour son centre de recherche : qui y est lié, ses points forts, les clusters qu’il rencontre, et les membres à lui présenter.
profile-ties = Qui est lié à { $name }
profile-ties-caption =
    { $count ->
        [one] { $count } lien connu avec { $name }
       *[other] { $count } liens connus avec { $name }
    }
profile-sources = D’après { $sources }.
place-general-knowledge = Le lieu relève de la connaissance générale.
profile-no-ties = Aucun lien n’est connu.
profile-strengths = Points forts de { $name }
profile-strengths-caption = Part du thème ici sur part partout (intervalle à { $level })
profile-meets = Clusters rencontrés
profile-meets-caption = Contacts de { $name } avec d’autres clusters
profile-should-meet = Clusters à rencontrer davantage
profile-should-meet-caption = Clusters que { $name } rencontre moins qu’attendu
profile-fitting = Membres à présenter à { $name }
profile-planned = Ligne { $rank } du plan

# The method, in plain words
method-ties-term = Ce qui compte comme lien
method-ties = Un lien est un fait qu’une source montre : résider dans un parc, être membre, fonder, mener un projet, signer un accord. Chaque lien garde l’adresse de sa source et sa date. Recevoir un prix ou un subside n’est pas un lien.
method-coverage-term = Pas connu n’est pas inexistant
method-coverage = Quand aucune source ne couvre un membre, nous le disons, au lieu de le compter parmi les membres sans lien.
method-expected-term = Les contacts attendus
method-expected = Comme deux villes échangent d’autant plus qu’elles sont grandes et proches, deux clusters se rencontrent d’autant plus qu’ils sont grands, proches, occupés des mêmes thèmes et de même langue. Ce modèle de gravité est ajusté sur { $pairs } paires et { $contacts } contacts ; il donne pour chaque paire ce qu’on attendrait d’elle.
method-ratio-term = Constaté sur attendu
method-ratio = Zéro contact pour 0,3 attendu ne prouve rien ; zéro pour huit en dit long. Le rapport est donc ramené vers la moyenne d’autant plus que l’attendu est petit (rapport bayésien empirique), et il est donné avec un intervalle à { $level }.
method-discovery-term = Beaucoup de paires, peu de fausses alertes
method-discovery = Qui examine deux mille paires en trouve toujours quelques-unes d’étonnantes par pur hasard. La valeur q dit quelle part de fausses alertes on accepte en retenant une paire et toutes celles qui la devancent.
method-broker-term = L’intermédiaire à part
method-broker = La fédération et son centre de recherche rencontrent tout le monde. Les compter cacherait les manques que l’on cherche ; leurs contacts sont donc montrés à côté.
method-sources-term = Des sources inégales
method-sources = Un cluster dont la presse parle montre plus de liens qu’un cluster discret. La taille entre dans le modèle telle que les sources la montrent, ce qui corrige une part de ce défaut, pas tout. Avant d’agir sur un manque, demandez aux deux clusters s’il est réel.
method-strengths-term = Les points forts
method-strengths = Un thème est un point fort quand sa part parmi les organisations liées au cluster dépasse sa part partout. Les petits nombres sont ramenés vers 1, et l’intervalle à { $level } dit combien s’y fier.
method-plan-term = Le choix des mises en relation
method-plan = Les lignes sont choisies ensemble pour apporter le plus, sans dépasser ce qu’une organisation ou un cluster peut recevoir, puis rangées de façon que chacune ajoute le plus à celles qui la précèdent. Le plan est comparé à des tirages au hasard, aux meilleurs scores et à un maximum calculé. Les probabilités sont des estimations du modèle, pas des promesses.
method-repeat-term = Refaire le calcul
method-repeat = Les mêmes données, la même graine ({ $seed }) et la même version donnent le même rapport, à l’octet près.
model-more = Les nombres du modèle
model-caption = Modèle de gravité des contacts attendus
model-what = Grandeur
model-value = Valeur
model-error = Erreur type
term-model-intercept = constante
term-model-size = taille des deux clusters (log)
term-model-distance = distance (log)
term-model-relatedness = thèmes partagés
term-model-language = langue commune
term-model-dispersion = dispersion
term-model-overdispersion-p = surdispersion, valeur p
term-model-prior-shape = loi a priori, forme
term-model-prior-mean = loi a priori, moyenne

source-audit = cet audit

# Tables, lists, sources, the foot
table-next =
    { $count ->
        [one] La ligne suivante
       *[other] Les { $count } lignes suivantes
    }
table-whole = { $shown } lignes sur { $count } sont montrées ici.
table-download = Télécharger la liste complète
lists-intro = Chaque liste s’ouvre dans un tableur, avec les mêmes chiffres que cette page.
lists-workbook = Toutes les listes dans un seul classeur (XLSX)
lists-caption = Les listes
lists-list = Liste
lists-rows = Lignes
lists-file = Fichier
sources-intro = Les faits viennent de pages et de registres publics ; leur adresse est donnée partout où ils servent. Les textes restent à leurs auteurs.
sources-caption = Ce qui a servi, et sous quelle licence
fact-data-date = Données jusqu’au
fact-as-of = Situation au
fact-ecosystem = Écosystème
fact-seed = Graine
fact-version = Version
