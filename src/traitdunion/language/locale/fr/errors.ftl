# What was asked cannot be done. The remedy says how to mend it.
missing-extra = Il manque le paquet { $package }.
    .remedy = Installez-le avec `pip install "traitdunion[{ $extra }]"`.

organization-unknown = Aucune organisation ne s’appelle « { $organization } ».
    .remedy = Donnez son identifiant ou son nom exact ; la liste des organisations les montre tous.

organization-ambiguous = Plusieurs organisations s’appellent « { $organization } ».
    .remedy = Donnez un de ces identifiants : { $candidates }.

option-choice = « { $value } » ne convient pas pour { $option }.
    .remedy = Choisissez parmi { $known }.

day-not-a-date = « { $value } » n’est pas une date.
    .remedy = Écrivez l’année, le mois et le jour, comme `2026-06-30`.

budget-too-small = Le budget { $name } vaut { $value }.
    .remedy = Donnez au moins 1.

batch-unknown = Il n’y a pas de chargement numéro { $batch }.
    .remedy = `traitdunion batches` les énumère.

batch-undone = Le chargement { $batch } a déjà été annulé, le { $at }.
    .remedy = Chargez de nouveau les fichiers pour le remettre.

judge-itself = { $first } et { $second } désignent la même fiche ({ $record }).
    .remedy = Donnez deux fiches différentes ; `traitdunion review` montre les paires à juger.

judgment-unknown = Rien n’a été décidé sur { $first } et { $second }.
    .remedy = Vérifiez les deux identifiants ; il n’y a rien à retirer.

ecosystem-unknown = Il n’y a pas d’instantané { $key } dans cet espace de travail.
    .remedy = `traitdunion snapshot` en fait un.

ecosystem-damaged = L’instantané { $key } dans { $folder } est incomplet ou modifié.
    .remedy = Supprimez ce dossier et refaites `traitdunion snapshot` : rien n’est perdu.

workspace-folder = L’espace de travail { $folder } ne peut pas être ouvert ({ $detail }).
    .remedy = Choisissez avec `--workspace` un dossier où vous pouvez écrire.

workspace-database = La mémoire de l’espace de travail { $folder } ne s’ouvre pas ({ $detail }).
    .remedy = Fermez les autres programmes qui s’en servent, ou remettez une copie de sauvegarde.

database-address = « { $address } » n’est pas l’adresse d’une base de données connue.
    .remedy = Laissez le réglage `database` vide pour SQLite, ou écrivez `postgresql://...`.

settings-not-toml = Le fichier de réglages { $file } ne se lit pas ({ $detail }).
    .remedy = Corrigez-le : chaque ligne est `nom = "valeur"`, en TOML.

setting-unknown = Le réglage « { $name } » ({ $origin }) n’existe pas.
    .remedy = Les réglages sont { $known }.

setting-type = Le réglage « { $name } » ({ $origin }) ne peut pas valoir « { $value } ».
    .remedy = Corrigez la valeur, ou supprimez la ligne pour revenir au réglage d’origine.

port-taken = Le port { $port } est déjà pris sur cette machine.
    .remedy = Choisissez-en un autre, par exemple `--port 8123`.

file-unreadable = Le fichier { $file } ne peut pas être lu ({ $detail }).
    .remedy = Vérifiez son chemin et vos droits de lecture.

unknown-language = La langue « { $language } » n’est pas disponible.
    .remedy = Choisissez parmi { $languages }.

linkage-records-not-unique = La fiche { $record } apparaît deux fois.
    .remedy = Donnez à chaque fiche une référence qui lui est propre.

# Arrays handed to the methods
coordinates-differ-in-length = Les latitudes ({ $lat }) et les longitudes ({ $lon }) ne vont pas par paires.
    .remedy = Donnez une longitude pour chaque latitude.

latitude-out-of-range = Une latitude vaut { $value } ; la limite est de { $limit } degrés.
    .remedy = Donnez des degrés décimaux (WGS 84), la latitude d’abord.

longitude-out-of-range = Une longitude vaut { $value } ; la limite est de { $limit } degrés.
    .remedy = Donnez des degrés décimaux (WGS 84), la latitude d’abord.

degrees-without-graph = Aucun réseau de { $nodes } nœuds n’a ces degrés (le plus grand est { $largest }).
    .remedy = Chaque degré doit être inférieur au nombre de nœuds, et leur somme paire.

gravity-shapes = Les { $pairs } paires, les covariables ({ $covariates }) et les { $names } noms ne correspondent pas.
    .remedy = Donnez une ligne par paire et un nom par colonne.

gravity-counts = Pour { $pairs } paires, le nombre de contacts est négatif ou absent.
    .remedy = Donnez des comptes à partir de zéro.

gravity-covariate = La covariable « { $name } » manque pour { $pairs } paires.
    .remedy = Complétez-la ou laissez ces paires de côté.

gravity-no-contacts = Aucune des { $pairs } paires de clusters n’a de contact connu.
    .remedy = Chargez des liens avec les clusters : sans contact, rien ne dit ce qu’il faut attendre.

gravity-no-convergence = Le modèle des contacts attendus n’a pas abouti en { $steps } pas.
    .remedy = Chargez plus de liens, ou retirez les clusters sans aucun lien.

gravity-too-few-pairs = { $pairs } paires ne suffisent pas pour estimer { $parameters } grandeurs.
    .remedy = Chargez davantage de clusters.

ratio-counts = Il y a { $counts } comptes pour { $expectations } valeurs attendues.
    .remedy = Donnez autant des uns que des autres.

ratio-impossible = { $pairs } paires ont des contacts là où aucun n’est possible.
    .remedy = Une valeur attendue nulle ne va qu’avec un compte nul.

p-value-range = { $count } valeurs p sont hors de l’intervalle de 0 à 1.
    .remedy = Donnez des probabilités.

plan-index = « { $name } » renvoie à un élément qui n’existe pas ; il y en a { $known }.
    .remedy = Donnez des numéros à partir de zéro, ou -1 pour aucun.

plan-range = « { $name } » contient une valeur négative ou trop grande.
    .remedy = Les probabilités vont de 0 à 1, les budgets et les valeurs à partir de 0.

plan-shapes = « { $name } » n’a pas la bonne taille ({ $shape }).
    .remedy = Donnez une valeur par candidat, ou par paire.

draws-too-few = { $draws } tirages ne suffisent pas : il en faut au moins { $least }.
    .remedy = Demandez plus de tirages.

seed-negative = La graine { $seed } est négative.
    .remedy = Donnez un nombre entier à partir de 0.

values-not-numbers = « { $name } » contient { $count } valeurs qui ne sont pas des nombres ou sont infinies.
    .remedy = Écartez ces lignes ou corrigez-les : une valeur inconnue n’est pas zéro.

values-negative = « { $name } » contient { $count } valeurs négatives.
    .remedy = Un poids, un effectif ou un nombre d’emplois vaut zéro ou plus.

lengths-differ = « { $name } » compte { $found } valeurs alors qu’il en faut { $expected }.
    .remedy = Donnez une valeur pour chacun, dans le même ordre.

group-empty = « { $name } » est vide : il n’y a rien à mesurer.
    .remedy = Élargissez la sélection.

matrix-not-square = « { $name } » compte { $rows } lignes et { $columns } colonnes ; il en faut autant des deux.
    .remedy = Donnez une ligne et une colonne pour chacun, dans le même ordre.

level-range = Le niveau { $level } n’est pas compris entre 0 et 1.
    .remedy = Donnez une part, par exemple 0,95.

matrix-not-symmetric = « { $name } » ne dit pas la même chose dans les deux sens.
    .remedy = Donnez à chaque paire une seule valeur, quel que soit le premier des deux.

groups-range = Impossible de former { $groups } groupes avec { $count } industries.
    .remedy = Demandez au moins un groupe et au plus autant de groupes que d’industries.

table-dimensions = « { $name } » a { $found } dimensions alors qu’il faut un tableau à deux dimensions.
    .remedy = Donnez une ligne par région et une colonne par industrie.

preset-unknown = Aucune règle ne s’appelle « { $name } ».
    .remedy = Choisissez parmi { $known }, ou donnez vos propres règles.

bands-impossible = Dans { $count } classes de taille, les établissements ne peuvent pas avoir les emplois indiqués.
    .remedy = Vérifiez les bornes des classes : le nombre d’établissements multiplié par chaque borne doit encadrer les emplois.

code-unknown = « { $name } » contient le code { $code }, mais il n’y en a que { $known }.
    .remedy = Numérotez à partir de 0, chaque code restant inférieur à leur nombre.
activity-unknown = Personne ici n’est connu pour faire « { $activity } ».
    .remedy = Prenez l’un de ceux-ci : { $known } ; ou un code NACE comme 28.
activity-nowhere = Aucune organisation de « { $activity } » n’a de lieu connu.
    .remedy = Chargez leurs adresses ou leurs villes, ou choisissez une autre activité.
audit-needed = Pour mesurer { $what }, il faut l’audit du même écosystème.
    .remedy = Faites-le avec td.audit(ecosystem) et donnez-le comme audit=.

group-codes = Les groupes contiennent { $count } valeurs qui ne sont pas des nombres entiers à partir de −1.
    .remedy = Numérotez les groupes à partir de 0 ; −1 signifie aucun groupe.

probability-range = { $count } probabilités dépassent 1.
    .remedy = Donnez chaque probabilité comme une part entre 0 et 1.

bipartite-degrees = Aucun tableau de { $rows } lignes et { $columns } colonnes n’a ces totaux.
    .remedy = Les totaux des lignes et ceux des colonnes doivent donner la même somme, et aucun ne peut dépasser la taille de l’autre côté.

cluster-size = { $size } points ne forment pas un groupe.
    .remedy = Demandez au moins 2 points par groupe et au moins 1 voisin.

radius-range = { $radius } n’est pas un rayon.
    .remedy = Donnez une longueur supérieure à zéro.

cases-impossible = En { $count } lieux, il y a plus de cas qu’il ne peut y en avoir.
    .remedy = Vérifiez que les cas et la population portent sur les mêmes lieux et le même moment.

counts-not-whole = « { $name } » contient { $count } valeurs qui ne sont pas des nombres entiers.
    .remedy = Donnez des effectifs entiers, ou choisissez le modèle de Poisson.

relation-unknown = Une relation demandée n’existe pas ({ $detail }).
    .remedy = Enregistrez d’abord la table, ou lisez le fichier, sous ce nom.

relation-unreadable = Une relation ne peut pas être lue ({ $detail }).
    .remedy = Vérifiez les colonnes qu’il lui faut et le type de chacune.

relation-column-missing = La relation { $relation } n’a pas de colonne « { $column } ».
    .remedy = Donnez-lui { $needed }.

region-without-total = La région { $region } a des établissements mais pas de total.
    .remedy = Donnez un total pour chaque région où il y a des établissements.

points-shape = Les points ont la forme { $shape } ; il faut deux colonnes.
    .remedy = Donnez x et y, ou latitude et longitude, un point par ligne.

points-coincide = Tous les points sont au même endroit : il n’y a aucune distance à mesurer.
    .remedy = Donnez à chaque site ses propres coordonnées, ou élargissez la sélection.

points-outside-window = { $count } points sont hors de la fenêtre, ou la fenêtre n’a pas de surface.
    .remedy = Donnez le plus petit et le plus grand x, puis le plus petit et le plus grand y, autour de tous les points.

sites-too-few = « { $name } » compte { $count } sites d’un poids quelconque ; il en faut au moins { $least }.
    .remedy = Élargissez la sélection.

groups-overlap = { $count } sites sont à la fois membres et voisins.
    .remedy = Comptez chaque site dans un seul des deux groupes.

distances-not-increasing = Les distances ne sont pas croissantes.
    .remedy = Donnez une seule liste de distances, de la plus petite à la plus grande, chacune une fois.

bandwidth-range = La largeur de bande { $value } ne convient pas à des distances allant jusqu’à { $longest }.
    .remedy = Donnez-en une supérieure à zéro, sans être des milliers de fois plus petite que la plus longue distance.

grid-too-large = La grille demanderait { $cells } cellules ; { $most } au plus tiennent en mémoire.
    .remedy = Choisissez une largeur de bande plus grande, des distances plus courtes ou le calcul exact.

extent-too-wide = { $count } lieux sont à un quart de globe ou plus du centre de la projection.
    .remedy = Traitez un continent à la fois, ou mesurez les distances sur la sphère.

population-too-large = Une population de { $population } est trop grande pour le modèle de Bernoulli.
    .remedy = Choisissez le modèle de Poisson.

share-range = « { $name } » vaut { $value } ; il faut un nombre entre 0 et 1.
    .remedy = Donnez une part, par exemple 0.15 pour quinze pour cent.

rows-outside = { $count } des lignes demandées n’existent pas : il y en a { $rows }.
    .remedy = Comptez les lignes à partir de 0.

top-negative = Une liste de { $k } candidats est impossible.
    .remedy = Demandez 0 candidat ou davantage.

ranks-from-one = « { $name } » contient { $value } ; les places d’un classement se comptent à partir de 1.
    .remedy = Donnez des longueurs de liste, par exemple 10 et 100.

outcomes-not-binary = « { $name } » contient { $count } valeurs qui ne sont ni 0 ni 1.
    .remedy = Donnez 1 là où la prévision s’est réalisée et 0 ailleurs.

edges-not-increasing = Les limites des classes ne croissent pas de 0 à 1.
    .remedy = Donnez-les de 0 à 1, chacune une seule fois, de la plus petite à la plus grande.

design-shape = « { $name } » a { $found } dimensions là où il faut des lignes et des colonnes.
    .remedy = Donnez une ligne par cas et une colonne par caractéristique.

lists-without-chosen = Dans { $count } listes, personne n’a été choisi.
    .remedy = Laissez ces listes de côté : elles ne disent pas qui est choisi.

values-not-positive = « { $name } » contient { $count } valeurs qui ne dépassent pas zéro.
    .remedy = Donnez des nombres supérieurs à zéro.

floor-above-cap = Personne ne peut figurer dans au moins { $floor } listes et dans { $cap } au plus.
    .remedy = Baissez le plancher ou relevez le plafond.

pair-itself = « { $organization } » serait des deux côtés : c’est une seule organisation.
    .remedy = Donnez deux organisations différentes.

wish-without-owner = Personne n’est donné comme celui qui décide.
    .remedy = Donnez un identifiant ou des initiales avec `--by`, ou dans une colonne « par ».

wish-names-person = « { $address } » est l’adresse d’une personne, qui n’a pas sa place ici.
    .remedy = Enlevez-la ; dites qui décide par un identifiant ou des initiales.

rule-without-reason = Une règle a besoin d’une raison.
    .remedy = Dites pourquoi avec `--reason` ; elle est montrée à côté des conseils.

rule-partner-missing = Il n’est pas dit qui { $organization } doit rencontrer ou non.
    .remedy = Nommez l’autre organisation.

rule-partner-unasked = Une règle sur une seule organisation n’en nomme pas d’autre ; « { $partner } » est de trop.
    .remedy = Laissez la deuxième de côté, ou choisissez `must` ou `must-not`.

rule-unknown = Aucune règle de cette sorte ({ $kind }) n’est en vigueur pour { $sides }.
    .remedy = `traitdunion rules` énumère les règles en vigueur.

answer-arguments = Il faut deux organisations et un résultat, ou bien un fichier.
    .remedy = Tapez `traitdunion answer ORG PARTNER OUTCOME --by WHO`, ou `traitdunion answer --file FILE`.

answer-unknown = Aucune réponse « { $outcome } » de { $organization } et { $partner } n’est notée.
    .remedy = `traitdunion answers` les énumère.

answer-reason-missing = Un refus a besoin de sa raison.
    .remedy = Choisissez parmi { $known }.

answer-reason-unasked = Une raison (« { $reason } ») va avec un refus ; le résultat est « { $outcome } ».
    .remedy = Enlevez la raison, ou écrivez-la comme remarque.

answer-in-the-future = Le jour { $day } est encore à venir.
    .remedy = Donnez le jour où la réponse est venue.

answer-columns-missing = Ce tableau ne contient pas de réponses : il y manque { $missing }. Ses colonnes sont { $columns }.
    .remedy = Nommez les colonnes « organisation », « partenaire », « résultat » et « date ».

answer-without-side = Cette réponse ne dit pas de qui elle parle.
    .remedy = Donnez l’identifiant ou le nom exact des deux organisations.

answer-without-day = Cette réponse n’a pas de jour.
    .remedy = Écrivez le jour où elle est venue, comme `2026-06-30`.

answer-repeated = La ligne { $first_row } dit autre chose de la même réponse.
    .remedy = Gardez une des deux lignes.

answer-not-given =
    { $count ->
        [one] Une ligne n’a pas de résultat ; elle a été passée.
       *[other] { $count } lignes n’ont pas de résultat ; elles ont été passées.
    }
    .remedy = Il n’y a rien à faire si la réponse doit encore venir.

cooldown-range = Un délai de { $days } jours n’est pas possible.
    .remedy = Donnez un nombre de jours de 0 à { $most }.

count-from-one = « { $name } » vaut { $value } ; ce nombre commence à 1.
    .remedy = Donnez 1 ou davantage.

recommend-one-way = Une organisation, --all et --pairs s’excluent.
    .remedy = Nommez une organisation, ou donnez une seule des deux options.

recommend-cap-for-all = --cap et --floor répartissent les conseils entre tous.
    .remedy = Utilisez-les avec --kind partner --all.

weigh-not-a-number = « { $value } » ne dit pas combien de fois compte une proximité.
    .remedy = Écrivez par exemple geographic=2 ou standing=0.

backtest-days = Un conseil ne peut pas tout savoir jusqu’à { $until } et être jugé à partir de { $start }.
    .remedy = Jugez-le sur des jours qui suivent ceux qu’il connaît, et ne terminez pas avant d’avoir commencé, comme dans `--until 2017 --from 2018`.

backtest-no-history = À partir de { $start }, rien de daté ne montre que deux organisations déjà connues ont commencé à travailler ensemble.
    .remedy = Chargez des liens, des événements ou des projets datés d’avant et d’après ce jour, ou choisissez d’autres jours.

country-without-organizations = Aucune organisation connue à cette date ne se trouve dans le pays « { $value } ».
    .remedy = Choisissez parmi { $known }, ou `all`.

organization-not-advised = « { $organization } » ne reçoit pas de conseils sur des partenaires : c’est un cluster, elle est à l’étranger, ou l’on ne sait rien de ce qu’elle fait.
    .remedy = Nommez une autre organisation, ou chargez ses projets, ses événements, ses liens ou ses thèmes.

not-a-cluster = « { $organization } » n’est pas un cluster.
    .remedy = Nommez deux clusters.

proximity-range = La proximité « { $name } » ne peut pas compter { $value } fois.
    .remedy = Donnez un nombre de { $least } à { $most } ; 1 correspond à ce qui a été appris.

schedule-range = La valeur donnée pour « { $name } » de la journée de rencontres ne convient pas.
    .remedy = Donnez des nombres entiers à partir de 0, des poids au-dessus de 0, des parts de 0 à 1, et chaque souhait une seule fois, jamais envers soi-même.

resistance-no-convergence = Les potentiels du réseau ne se sont pas stabilisés en { $steps } étapes.
    .remedy = Les poids des liens diffèrent trop : rapprochez-les les uns des autres, ou prenez-en les racines carrées.

timetable-range = Une journée de rencontres demande au moins un créneau, des rencontres d’au moins une minute et des pauses qui ne soient pas négatives.
    .remedy = Donnez `--slots` et `--minutes` au-dessus de 0, et `--gap` à partir de 0.

timetable-too-long = { $slots } créneaux de { $minutes } minutes ne finissent pas avant minuit.
    .remedy = Donnez moins de créneaux, des créneaux plus courts, ou commencez plus tôt.

hour-not-a-time = « { $value } » n’est pas une heure.
    .remedy = Écrivez-la comme 09:00.

break-not-a-slot = Le créneau { $value } ne peut pas être une pause : la journée compte { $slots } créneaux.
    .remedy = Donnez le numéro d’un créneau, à partir de 1.

participant-not-known = « { $participant } » n’est pas dans la liste des participants.
    .remedy = Écrivez le nom comme dans la liste, ou ajoutez-le à la liste.

wishes-columns-missing = Il manque à ce tableau des colonnes nécessaires à une journée de rencontres : { $missing }. Il contient : { $columns }.
    .remedy = Renommez les colonnes, ou ajoutez-les.

wish-repeated = Ce souhait figure déjà à la ligne { $first_row }.
    .remedy = Supprimez une des deux lignes.

wish-without-side = Une cellule qui devrait nommer une organisation est vide.
    .remedy = Indiquez le nom de l’organisation ou le numéro de son badge.

wish-priority = « { $value } » n’est pas une priorité.
    .remedy = Écrivez 1 (le plus souhaité), 2 ou 3, ou haute, moyenne ou basse.

slots-unreadable = « { $value } » ne désigne pas des créneaux d’une journée qui en compte { $slots }.
    .remedy = Écrivez des numéros et des plages, comme 1-3, 5.

schedule-unreadable = { $file } n’est pas un programme écrit par `traitdunion schedule`.
    .remedy = Donnez le fichier `schedule.json` d’une exportation précédente.

chance-not-inside = { $count } probabilités ne sont pas comprises strictement entre 0 et 1.
    .remedy = Écartez ce qui est certain, ou notez 0,01 ou 0,99.

count-too-small = « { $name } » vaut { $count } ; il en faut au moins { $least }.
    .remedy = Donnez-en davantage, ou renoncez-y.

waiting-list-plan = Les { $budget } premières mises en relation ne respectent pas les limites de ce tour.
    .remedy = Donnez d’abord le plan de ce tour, chaque mise en relation une fois, puis les suivantes.

groups-size = Un groupe ne peut pas compter de { $least } à { $most } membres.
    .remedy = Donnez deux nombres entiers à partir de 2, le plus petit d’abord.

list-columns-missing = Il manque à ce tableau { $missing }. Ses colonnes sont { $columns }.
    .remedy = Renommez les colonnes, ou ajoutez-les.

introduction-without-side = Cette mise en relation ne dit pas de qui il s’agit.
    .remedy = Donnez l’identifiant ou le nom exact des deux organisations.

broker-missing = Cette ligne ne nomme pas d’intermédiaire.
    .remedy = Donnez un nom d’utilisateur ou des initiales, ou supprimez la ligne.

broker-repeated = Cet intermédiaire figure déjà à la ligne { $first_row }.
    .remedy = Donnez une seule ligne à chaque intermédiaire, ou d’autres initiales.

broker-without-introductions = Il n’est pas dit combien de mises en relation cet intermédiaire peut faire.
    .remedy = Écrivez un nombre entier, comme 10 ; 0 pour aucune.

quota-range = Le quota « { $quota } » est impossible : son minimum dépasse son maximum, ou 100 %.
    .remedy = Donnez un nombre de mises en relation, ou une part d’au plus 100 %.

quota-not-read = « { $value } » ne se lit pas comme un quota.
    .remedy = Écrivez `dimension:groupe=nombre`, comme `region:Wallonia=20`, `cluster:*=5` ou `size:under-50=50%`.

quota-group-unknown = Aucune organisation n’appartient au groupe du quota « { $quota } ».
    .remedy = Choisissez parmi : { $known }.

brokers-too-many = { $count } courtiers, c’est plus que { $most }.
    .remedy = Réunissez sur une ligne les courtiers de mêmes langues et de mêmes régions.

pin-not-a-candidate = Aucune mise en relation entre { $organization } et { $partner } ne figure parmi les candidates.
    .remedy = Vérifiez les deux noms ; avec --add, toute paire peut être ajoutée.

pin-barred = { $organization } et { $partner } sont épinglées, mais une règle, une réponse ou l’absence de consentement l’interdit.
    .remedy = Retirez l’épingle, ou la règle.

pair-not-read = « { $value } » ne se lit pas comme une paire d’organisations.
    .remedy = Écrivez les deux côtés séparés par un signe égal : ORG=ORG.

partner-advice-missing = { $organization } et { $partner } ne sont pas des clusters ; pour peser une telle paire, il faut les conseils sur les partenaires.
    .remedy = Transmettez `advice`, fait par `td.partner_advice`.

plan-impossible = Aucun plan ne respecte toutes ces règles à la fois : { $rules }.
    .remedy = Le plus petit changement qui les rend compatibles : { $changes }.

group-size-not-read = « { $value } » ne se lit pas comme une taille de groupe.
    .remedy = Écrivez le minimum et le maximum, comme 5-10 ; au moins 2.

weight-unknown = Le gain n’a pas de partie « { $name } ».
    .remedy = Choisissez parmi : { $known }.

page-unknown = Il n’y a pas de page à cette adresse.
    .remedy = Cherchez ce que vous vouliez voir, ou partez de la vue d’ensemble.

page-number = « { $value } » n’est pas le numéro d’une page.
    .remedy = Prenez un numéro au bas de la liste, par exemple 2.

page-read-only = Les pages du site ne se prêtent qu’à la lecture.
    .remedy = Ouvrez l’adresse dans le navigateur ; les changements se font avec `traitdunion` en ligne de commande.

workspace-empty = Rien n’est chargé dans l’espace de travail { $folder }.
    .remedy = Chargez vos fichiers avec `traitdunion load`, ou voyez l’exemple avec `traitdunion demo`.

page-failed = Le site n’a pas pu faire cette page.
    .remedy = Réessayez ; si cela recommence, signalez l’adresse et ce que vous faisiez.

report-missing = Il n’y a pas encore de rapport dans cet espace de travail.
    .remedy = Faites `traitdunion report`, puis rechargez cette page.

page-unreadable = Cette demande ne se laisse pas lire.
    .remedy = Ouvrez le site à l’adresse qu’il a donnée au démarrage, et suivez ses liens.

plan-number = « { $value } » ne convient pas au champ « { $field } ».
    .remedy = Donnez un nombre entier de { $least } à { $most }.

plan-many = { $count } valeurs de « { $name } », c’est plus que n’en accepte une page du plan.
    .remedy = Donnez-en au plus { $most } ; la ligne de commande en accepte autant que l’on veut.

plan-pair-half = « { $value } » n’est qu’un côté d’une mise en relation ; l’autre manque.
    .remedy = Remplissez les deux côtés, ou aucun.
