# Le plan
plan-intro =
    { $count ->
        [0] Aucune mise en relation n’est proposée : les contraintes n’en laissent aucune.
        [one] Une mise en relation, choisie pour ce qu’elle change au réseau.
       *[other] { $count } mises en relation, dans l’ordre où elles font avancer le réseau. Le gain d’une ligne est ce qu’elle ajoute à toutes celles qui la précèdent.
    }
plan-caption = Gain attendu du plan, choisi parmi { $candidates } mises en relation possibles
plan-choice = Choix
plan-chart = Gain, dessiné
plan-random = Tirage au hasard
plan-top = Meilleurs scores, dans l’ordre
plan-random-mix = Tirage au hasard, autant de chaque but
plan-top-mix = Meilleurs scores, autant de chaque but
plan-list = Votre propre liste
plan-ours = Ce plan
plan-bound = Maximum qu’aucun plan ne dépasse
plan-next =
    { $count ->
        [one] La ligne suivante
       *[other] Les { $count } lignes suivantes
    }

# Ce qu’il vaut
plan-best = Gain attendu { $gain } : le meilleur possible dans ces limites, et c’est démontré.
plan-best-share = Gain attendu { $gain } : au moins { $share } du meilleur possible dans ces limites.
plan-part-tied = Membres qui devraient trouver un premier lien connu : { $amount } (gain { $gain })
plan-part-bridged = Contacts manquants entre clusters qui devraient naître : { $amount } (gain { $gain })
plan-part-reached = Organisations qui devraient arriver à deux pas d’un cluster : { $amount } (gain { $gain })
plan-part-spread = Aucun cluster, aucune région, aucun secteur laissé de côté : gain { $gain }
plan-part-structural = Un réseau qui se tient mieux : gain { $gain }
plan-read = Les parenthèses disent entre quelles valeurs finissent neuf tours simulés sur dix.
plan-same-limits = Le tirage au hasard et les meilleurs scores respectent les mêmes limites par organisation et par cluster que ce plan.
plan-span = { $middle } ({ $low } à { $high })

# Ce sur quoi il repose
plan-acceptance-stated = En moyenne, { $mean } de ces mises en relation devraient être acceptées. C’est une hypothèse : il n’y a pas encore de réponses dont apprendre.
plan-acceptance-learned = En moyenne, { $mean } de ces mises en relation devraient être acceptées (de { $low } à { $high }). Ce taux s’appuie sur { $answers ->
        [one] { $answers } réponse
       *[other] { $answers } réponses
    }, dont { $accepted } positives.
plan-foretold = Des réponses d’organisations laissées de côté sont prédites avec une perte logarithmique de { $learned } ; l’hypothèse de départ fait { $stated }, un taux unique { $constant } (moins, c’est mieux).
plan-half-double = Lignes qui resteraient si l’on acceptait moitié moins : { $half } sur { $count } ; si l’on acceptait deux fois plus : { $double }.

# Ses lignes
line-meets = rencontre
line-join = Un nouveau lien avec un cluster
line-bridge = Un trait d’union entre { $via } et { $partner }
line-partner = Un nouveau partenaire
line-clusters = Deux clusters qui se rencontrent
line-probability = Probabilité
line-gain = Gain
line-broker = Mise en relation par { $broker }
line-pinned = À votre demande
plan-line = { $purpose } ; probabilité { $probability }, gain { $gain }
plan-line-by = { $purpose } ; probabilité { $probability }, gain { $gain } ; par { $broker }

# La liste d’attente
plan-waiting = Liste d’attente
plan-lottery = Le sort a décidé entre des mises en relation de valeur presque égale : { $now } maintenant, { $later } au tour suivant. Ce tirage coûte { $cost } du gain attendu (de { $low } à { $high }).
plan-lottery-fewer = Le sort devait en désigner { $asked } ; { $now ->
        [0] il n’en a désigné aucune
       *[other] il n’en a désigné que { $now }
    }, faute d’autres de valeur presque égale.
plan-waiting-why = Comparer ceux qui se sont rencontrés à ceux qui attendent montrera ce que change vraiment une mise en relation.
plan-waiting-line = { $pair } : avait { $chance } de chances de passer maintenant

# Les groupes
plan-groups-title = Groupes qui se réunissent chaque mois
plan-groups = { $count ->
        [one] { $count } groupe
       *[other] { $count } groupes
    } de { $least } à { $most } organisations, qui se réunissent chaque mois. Gain attendu { $gain }, au moins { $share } du meilleur possible ; groupes tirés au hasard : { $random } ; groupes formés d’après les scores : { $scores }.
plan-groups-fewer = { $asked ->
        [one] { $asked } groupe était demandé
       *[other] { $asked } groupes étaient demandés
    } ; les limites n’en permettent pas plus de { $seated }.
plan-group = { $organizations } (gain { $gain }){ $languages ->
        [none] {""}
       *[other] {"\u00A0"}; langue commune : { $languages }
    }{ $distance ->
        [none] {""}
       *[other] {"\u00A0"}; personne à plus de { $distance } du centre
    }

# Le réseau dans son ensemble
plan-accepted = Si toutes les mises en relation sont acceptées :
plan-structure = Les chemins entre organisations deviennent plus courts et plus nombreux : leur résistance totale baisse de { $share }.
plan-joined = { $count ->
        [one] { $count } paire d’organisations sans aucun chemin entre elles en trouve un.
       *[other] { $count } paires d’organisations sans aucun chemin entre elles en trouvent un.
    }
plan-first-contacts = { $count ->
        [one] { $count } paire de clusters trouve son premier contact.
       *[other] { $count } paires de clusters trouvent leur premier contact.
    }
plan-weak = Parmi les paires de clusters en contact aujourd’hui, le nombre de celles qui ne tiennent que par une organisation passe de { $before } à { $after }.

# Et si
plan-if-before = Avant
plan-if-after = Après
plan-if-same = Les mêmes mises en relation qu’avant.
plan-if-gone = { $count ->
        [one] { $count } mise en relation s’en va
       *[other] { $count } mises en relation s’en vont
    }
plan-if-come = { $count ->
        [one] { $count } mise en relation arrive
       *[other] { $count } mises en relation arrivent
    }
plan-if-pairs = Contacts qui manquent encore, là où cela change
plan-if-brokerage = Paires tenues ensemble (au prorata), là où cela change

# En page
measure-plan-title = Plan des mises en relation
measure-plan-read = Chaque ligne est une mise en relation à faire. Son gain est ce qu’elle ajoute à toutes celles qui la précèdent, compte tenu de la probabilité qu’elle soit acceptée. Le gain du plan additionne les membres qui trouvent un premier lien connu, les contacts manquants qui naissent entre clusters, les organisations qui arrivent à deux pas d’un cluster, un peu pour chaque cluster, région et secteur servi, et ce qui fait mieux tenir le réseau. Le maximum est calculé : aucun plan dans ces limites n’apporte davantage. Les autres choix sont jugés avec les mêmes acceptations, tour par tour ; quand la fourchette de l’écart contient 0, rien n’est montré.
measure-plan-curve = Ce qu’apporte chaque budget
measure-plan-curve-across = Mises en relation
measure-plan-curve-up = Gain attendu
measure-plan-curve-described = Trait plein : gain attendu d’un plan d’autant de mises en relation. Tirets : ce qu’aucun plan de cette taille ne dépasse. Le point sur le trait vertical est le budget choisi. Là où le trait plein s’aplatit, davantage de mises en relation n’apporte plus grand-chose. Les chiffres se trouvent dans la liste « Ce qu’apporte chaque budget ».
measure-plan-beside = Ce plan face à d’autres choix
measure-plan-beside-described = Gain attendu de chaque choix. Le trait sur une barre dit entre quelles valeurs finissent neuf tours simulés sur dix. Les chiffres se trouvent dans la liste « Ce plan face à d’autres choix ».

# Chiffres d’ensemble
finding-plan-gain = Gain attendu
finding-plan-bound = Maximum qu’aucun plan ne dépasse
finding-share-plan-best = Du meilleur possible, au moins
finding-plan-tied = Membres qui devraient trouver un premier lien connu
finding-plan-filled = Contacts manquants entre clusters qui devraient naître
finding-plan-reached = Organisations qui devraient arriver à deux pas d’un cluster
finding-plan-weak = Paires de clusters déjà en contact, tenues par une seule organisation, si tout est accepté

# Quand ne pas y croire
caveat-acceptance-is-a-prior = Les probabilités d’acceptation sont une hypothèse de départ : elles ne s’appuieront sur des réponses que lorsqu’il y en aura.
caveat-plan-acceptance-learned = Les probabilités d’acceptation s’appuient sur { $answers ->
        [one] { $answers } réponse
       *[other] { $answers } réponses
    } : la vraie moyenne de ce plan peut se trouver n’importe où entre { $low } et { $high } sur cent. Ceux qui répondent aujourd’hui répondront peut-être autrement demain.
caveat-plan-missing-is-modelled = Le nombre de contacts qui manquent entre deux clusters vient d’un modèle de leur taille, de leur distance, de leurs thèmes et de leur langue, avec de larges intervalles. Avant d’agir sur un manque, demandez aux deux clusters s’il est réel.
caveat-plan-no-promise = Le gain attendu n’est pas une promesse. Si les probabilités sont justes, neuf tours sur dix finissent avec { $low } à { $high } acceptations pour { $count ->
        [one] { $count } mise en relation
       *[other] { $count } mises en relation
    }, et le gain varie avec elles.
caveat-plan-groups-meet-less = Dans un groupe, deux organisations peuvent avoir moins affaire l’une à l’autre que si on les présente en tête-à-tête : le gain des groupes est plutôt surestimé.
caveat-plan-waiting = Le gain, les lignes et les effets ne comptent que les mises en relation faites maintenant. Celles qui attendent n’y sont pas.

# Listes
listing-introductions = Mises en relation
listing-waiting-list = Maintenant ou au tour suivant, par tirage
listing-plan-curve = Ce qu’apporte chaque budget
listing-plan-beside = Ce plan face à d’autres choix
listing-plan-acceptance = Si l’acceptation était autre que supposé
listing-plan-pairs = Paires de clusters que touche le plan
listing-plan-brokerage = Qui tient les paires de clusters, si tout est accepté
listing-plan-groups = Groupes qui se réunissent chaque mois
listing-group-introductions = Mises en relation dans les groupes

# En-têtes
label-introduced-by = Présentés par
label-block = Tirée parmi (numéro)
label-drawn = Quand
label-propensity = Chance de passer maintenant
label-introductions = Mises en relation
label-bound = Maximum
label-choice = Choix
label-difference = Écart en faveur de ce plan
label-difference-low = Écart, bas
label-difference-high = Écart, haut
label-rounds-won = Tours où ce plan vaut davantage
label-assumed = Acceptation
label-best-then = Gain d’un plan fait pour elle
label-kept = Gain de ce plan
label-same = Lignes communes
label-expected-contacts = Contacts attendus
label-still-missing = Manquent encore
label-pairs-after = Paires reliées, après
label-alone-after = Tenues seule, après
label-share-after = Au prorata, après
label-group-number = Numéro
label-languages = Langues communes

# Mots
term-purpose-clusters = faire se rencontrer deux clusters
term-choice-ours = { plan-ours }
term-choice-random = { plan-random }
term-choice-top = { plan-top }
term-choice-random-mix = { plan-random-mix }
term-choice-top-mix = { plan-top-mix }
term-choice-list = { plan-list }
term-beside-better = mieux
term-beside-worse = moins bien
term-beside-not-shown = rien ne montre que ce soit mieux
term-drawn-now = maintenant
term-drawn-next = au tour suivant
term-assumed-half = la moitié de ce qui est supposé
term-assumed-double = le double de ce qui est supposé
term-languages-fr = français
term-languages-nl = néerlandais
term-languages-de = allemand
term-languages-en = anglais
parameter-introductions = Mises en relation, au plus
parameter-per-organization = Par organisation, au plus
parameter-per-cluster = Par cluster, au plus

# What drawing would cost
plan-draw-cost = Pour apprendre ce que font les mises en relation, { $now } d’entre elles pourraient être tirées au sort contre autant d’autres, de valeur presque égale, qui attendent le tour suivant (--randomize) : cela coûterait { $cost } du gain attendu.
listing-plan-draws = Ce que coûterait une liste d’attente
label-draw-share = Part tirée au sort
label-draw-asked = Soit, en mises en relation
label-draw-possible = Peuvent être tirées
label-given-up = Gain abandonné
label-given-up-low = Abandonné, bas
label-given-up-high = Abandonné, haut
