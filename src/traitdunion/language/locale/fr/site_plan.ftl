# The plan page: budgets and rules, and what comes of them
site-plan = Plan
site-plan-lead = Dites combien de mises en relation vous pouvez faire et ce qui doit être respecté ; le plan choisit celles qui changent le plus le réseau. Tout ce que vous fixez se trouve dans l’adresse : transmettez-la, et d’autres voient le même plan.
site-plan-form = Budgets et règles
site-plan-introductions = Mises en relation, en tout
site-plan-per-organization = Au plus par organisation
site-plan-per-cluster = Au plus par cluster
site-plan-partners = Partenaires examinés par organisation
site-plan-randomize = Tirées au sort, en %
site-plan-consent = Qui peut être proposé
site-plan-everyone = tout le monde
site-plan-consented = seulement ceux qui y consentent
site-plan-at-least = Au moins
site-plan-and-at-least = et au moins
site-plan-at-most = Au plus
site-plan-and-at-most = et au plus
site-plan-one = Ajouter une mise en relation de
site-plan-other = avec
site-plan-make = Établir le plan
site-plan-wait = La première fois, un plan demande quelques secondes (de trois à six pour deux cents organisations, davantage pour des milliers) ; ensuite le même plan s’affiche aussitôt.

# How quotas are written
site-plan-quotas = Comment écrire « au moins » et « au plus »
site-plan-quotas-how = Un par champ : le groupe, un signe égal, puis un nombre de mises en relation ou une part de celles-ci. `region:Wallonia=20` veut dire vingt mises en relation d’organisations de Wallonie, `size:under-50=50%` la moitié pour celles de moins de cinquante personnes, `cluster:*=2` deux pour chaque cluster. Voici les groupes qui existent :
site-plan-of-region = Région
site-plan-of-province = Province
site-plan-of-language = Langue du lieu
site-plan-of-size = Taille
site-plan-of-sector = Secteur
site-plan-of-kind = Type d’organisation
site-plan-of-cluster = Cluster
site-plan-of-purpose = But de la mise en relation
site-plan-each-cluster = chaque cluster
site-plan-under-50 = moins de 50 personnes

# Lines the reader decides on
site-plan-yours = Les lignes que vous avez décidées vous-même
site-plan-pinned = Gardée : { $pair }
site-plan-added = Ajoutée : { $pair }
site-plan-dropped = Écartée : { $pair }
site-plan-all-back = Revenir sur tout cela
site-plan-move = Gardez une ligne ou écartez-la, et voyez ce que cela change.
site-plan-keep = garder
site-plan-leave-out = écarter
site-plan-take-back = revenir dessus
site-plan-pair = { $one } et { $other }

# What comes of it
site-plan-worth = Ce que vaut le plan
site-plan-none-next = Relevez les limites, examinez plus de partenaires ou retirez une règle.
site-plan-what-if = Ce que changent vos lignes
site-plan-if-caption = Le plan sans vos lignes, et avec elles
site-plan-figure = Chiffre
site-plan-draws = Pour apprendre ce que font vraiment les mises en relation, on peut en tirer quelques-unes au sort parmi d’autres de valeur presque égale, qui attendent le tour suivant. Voici ce que cela coûterait.
site-plan-command = Conserver ce plan
site-plan-command-keeps = Regarder ne conserve rien. Cette commande établit le même plan et le conserve dans l’espace de travail ; avec `--export` et un dossier, elle l’écrit aussi en pages et en listes.
site-plan-again = La même chose en ligne de commande
site-plan-command-what-if = Regarder ne conserve rien. Cette commande montre les deux mêmes plans côte à côte et conserve dans l’espace de travail celui qui contient vos lignes ; avec `--export` et un dossier, elle l’écrit aussi en pages et en listes.
