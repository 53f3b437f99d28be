# The verb
command-backtest = voir combien de fois les conseils d’hier se sont réalisés
command-backtest-help = Redonne les conseils d’un jour passé, avec ce que l’on savait ce jour-là et rien d’autre, et regarde ce qui s’est réalisé : nouveaux partenaires, premiers partenaires des nouveaux venus, clusters rejoints ; face à dix méthodes simples, avec des intervalles. Dit aussi si l’on peut croire les chances annoncées et si les conseils se répartissent équitablement. Sans --to, tout ce qui suit le premier jour jugé compte.
option-until = dernier jour connu des conseils, comme 2017 ou 2017-06-30
option-from = premier jour sur lequel ils sont jugés, comme 2018
option-to = dernier jour sur lequel ils sont jugés (sinon tous ceux qui suivent)
option-country = pays des organisations conseillées et nommées, en deux lettres (sinon BE, ou le pays qui en a le plus)
progress-backtest-partners = jugement des conseils de partenaires
progress-backtest-newcomers = jugement des conseils aux nouveaux venus
progress-backtest-clusters = jugement des conseils de clusters
progress-describe = description des paires passées
progress-train = apprentissage sur les paires passées

# On the terminal
backtest-legend = MRR : l’inverse du rang du premier vrai, en moyenne. Succès@k : part de ceux qui demandent dont un vrai figure parmi les k premiers. Rappel@k : part des vrais qui figurent parmi les k premiers. AUC : part des comparaisons gagnées ; la moitié, c’est le hasard.
backtest-task = { $task } : { $asked ->
        [one] { $asked } question
       *[other] { $asked } questions
    }, { $candidates ->
        [one] { $candidates } candidat
       *[other] { $candidates } candidats
    }
backtest-nobody = { $task } : ces jours ne permettent aucune question.
backtest-interval = intervalle à 95 %
backtest-better = { $measure } : mieux que la meilleure référence ({ $baseline }) : { $ratio } fois, de { $low } à { $high }
backtest-not-shown = { $measure } : pas mieux, pour autant qu’on puisse le montrer, que la meilleure référence ({ $baseline }) : { $ratio } fois, de { $low } à { $high } (l’intervalle contient 1)
backtest-worse = { $measure } : moins bien que la meilleure référence ({ $baseline }) : { $ratio } fois, de { $low } à { $high }
backtest-chances = Sur { $pairs } paires conseillées (les vingt premières de chaque liste), on s’attendait à ce que { $foretold } commencent quelque chose { $years ->
        [one] dans l’année
       *[other] en { $years } ans
    } ; { $came } l’ont fait. Classe par classe, l’écart moyen des chances est de { $error } (en points de pourcentage).
backtest-no-chances = Le passé connu est trop court pour annoncer des chances.

# As a page
measure-backtest-title = Combien de fois les conseils d’hier se sont réalisés
measure-backtest-read = Les conseils d’un jour passé ont été redonnés avec ce que l’on savait ce jour-là, puis comparés à ce qui a suivi. Un rapport au-dessus de 1 dit combien de fois les conseils font mieux que la meilleure de dix méthodes simples, sur les mêmes questions ; quand son intervalle contient 1, rien n’est montré. La meilleure référence est choisie après coup, ce qui l’avantage. Le MRR est l’inverse du rang du premier vrai, en moyenne ; les succès, la part de ceux qui demandent dont un vrai figure parmi les 10 premiers (clusters : 3) ; le rappel, la part des vrais qui figurent parmi les 20 premiers (clusters : 3) ; l’AUC, la part des comparaisons gagnées contre d’autres qui ont à peu près autant de partenaires, où la moitié revient au hasard. Les ingrédients sont des parties des conseils, chacune seule.
measure-backtest-bars-mrr = Nouveaux partenaires : à quel rang vient le premier vrai (MRR)
measure-backtest-bars-recall20 = Nouveaux partenaires : combien figurent parmi les vingt premiers (rappel)
measure-backtest-bars-described = { $count ->
        [one] Question posée pour { $count } organisation qui a trouvé un nouveau partenaire.
       *[other] Question posée pour { $count } organisations qui ont trouvé un nouveau partenaire.
    } Le trait sur chaque barre est son intervalle à 95 %. Les chiffres se trouvent dans la liste des méthodes.
measure-backtest-reliability = Chances annoncées et ce qui s’est réalisé
measure-backtest-reliability-described = Pleins : les vingt premières de chaque liste ; vides : toutes les paires. Plus le cercle est grand, plus il y a de paires. Sur la ligne en tirets, il s’en est réalisé autant qu’annoncé ; en dessous, les chances étaient trop hautes, au-dessus trop basses. Les deux axes sont étirés près de zéro, où se trouvent la plupart des chances. Les chiffres se trouvent dans la liste des chances.
measure-backtest-predicted = Chance annoncée
measure-backtest-observed = Part réalisée

# Figures for the whole
finding-backtest-asked = Organisations qui ont trouvé un nouveau partenaire
finding-backtest-mrr = MRR, nouveaux partenaires
finding-backtest-recall = Rappel parmi les vingt premiers, nouveaux partenaires
finding-backtest-times-recall = Rappel, rapporté à la meilleure référence
finding-backtest-auc = AUC face à d’autres qui ont autant de partenaires
finding-backtest-clusters = MRR, clusters
finding-backtest-calibration = Erreur moyenne des chances
finding-share-backtest-companies = Entreprises nommées à quelqu’un

# When not to believe it
caveat-chance-too-high = Les chances annoncées sont trop hautes : sur { $pairs } paires conseillées, on s’attendait à { $foretold } débuts et il y en a eu { $came }.
caveat-chance-too-low = Les chances annoncées sont trop basses : sur { $pairs } paires conseillées, on s’attendait à { $foretold } débuts et il y en a eu { $came }.
caveat-ratios-include-one = { $count ->
        [one] Dans { $count } comparaison
       *[other] Dans { $count } comparaisons
    } sur { $all }, l’intervalle contient 1 : rien n’y montre que les conseils fassent mieux que la meilleure méthode simple.
caveat-few-asking = { $count ->
        [one] { $count } tâche sur { $all } repose
       *[other] { $count } tâches sur { $all } reposent
    } sur moins de { $fewest } questions : lisez-y l’intervalle, pas le chiffre.
caveat-undated-facts = Les noms, les types et les lieux ne portent pas de date : les conseils de ce jour-là connaissaient ceux d’aujourd’hui.
caveat-kinder-figures = Les chiffres sont plus flatteurs sur les données qui ont servi à mettre le modèle au point que sur des données nouvelles.
caveat-spread-by-chance = Les listes avec plafond ou plancher sont distribuées selon la chance de succès, les autres selon le score : leur inégalité en diffère aussi pour cette raison.
caveat-judged-days = Seul compte comme réalisé ce qu’une source date dans les jours jugés. Un partenaire trouvé plus tard, ou dont personne n’a parlé, compte comme une erreur, pour toutes les méthodes de la même façon.

# Lists
listing-backtest-verdicts = Ces conseils face à la meilleure référence
listing-backtest = Chaque méthode, tâche par tâche
listing-reliability = Les chances, classe par classe
listing-spread = Comment se répartissent les listes de dix

# Headings
label-task = Tâche
label-measure = Mesure
label-n = Questions
label-model = Ces conseils
label-baseline = Meilleure référence
label-best = Son chiffre
label-times = Fois la meilleure
label-verdict = Montré
label-method = Méthode
label-part = Rôle
label-candidates = Candidats
label-mrr = MRR
label-mrr-low = MRR, bas
label-mrr-high = MRR, haut
label-hits = Succès
label-hits-low = Succès, bas
label-hits-high = Succès, haut
label-recall = Rappel
label-recall-low = Rappel, bas
label-recall-high = Rappel, haut
label-auc = AUC
label-auc-low = AUC, bas
label-auc-high = AUC, haut
label-covers = Paires
label-chance-foretold = Chance
label-chance-from = Chance à partir de
label-chance-to = Chance jusqu’à
label-pairs-foretold = Nombre de paires
label-predicted = Annoncé
label-came-true = Réalisé
label-gini = Inégalité (Gini)
label-companies-named = Entreprises nommées
label-cost = Succès sacrifiés

# What was asked
parameter-until = Connu jusqu’à
parameter-from = Jugé à partir de
parameter-to = Jugé jusqu’à
parameter-country = Pays
term-country-all = tous

# Tasks
term-task-partners = Nouveaux partenaires
term-task-partners-no-hubs = Nouveaux partenaires, sans le 1 % le mieux relié
term-task-small = Nouveaux partenaires des entreprises
term-task-strangers = Nouveaux partenaires jamais vus ensemble auparavant
term-task-degree-matched = Un nouveau partenaire parmi d’autres qui en ont autant
term-task-newcomers = Premiers partenaires des nouveaux venus
term-task-clusters = Clusters, chaque appartenance cachée à son tour
term-task-clusters-by-year = Clusters rejoints plus tard

# Measures
term-measure-mrr = MRR
term-measure-hits10 = Succès@10
term-measure-hits3 = Succès@3
term-measure-recall20 = Rappel@20
term-measure-recall3 = Rappel@3
term-measure-auc = AUC

# Methods
term-method-model = ces conseils
term-method-popularity = popularité
term-method-common-neighbours = voisins communs
term-method-adamic-adar = Adamic-Adar
term-method-resource-allocation = allocation de ressources
term-method-salton = Salton
term-method-katz = Katz
term-method-personalized-pagerank = PageRank personnalisé
term-method-distance = distance
term-method-topic-cosine = cosinus des thèmes
term-method-random = hasard
term-method-capped = avec plafond
term-method-floored = avec plancher
term-baseline-popularity = { term-method-popularity }
term-baseline-common-neighbours = { term-method-common-neighbours }
term-baseline-adamic-adar = { term-method-adamic-adar }
term-baseline-resource-allocation = { term-method-resource-allocation }
term-baseline-salton = { term-method-salton }
term-baseline-katz = { term-method-katz }
term-baseline-personalized-pagerank = { term-method-personalized-pagerank }
term-baseline-distance = { term-method-distance }
term-baseline-topic-cosine = { term-method-topic-cosine }
term-baseline-random = { term-method-random }

# Ingredients of the advice
term-method-adamic-adar-every = Adamic-Adar, liens sans date compris
term-method-walk = marche de partenaire en partenaire
term-method-wide-walk = marche par partenaires et thèmes
term-method-themes = thèmes d’intérêt commun
term-method-text = mots communs
term-method-profile = profils déclarés communs
term-method-degree = nombre de partenaires
term-method-theme-activity = activité dans les thèmes de l’appel
term-method-theme-by-degree = activité dans les thèmes, selon le nombre de partenaires
term-method-call-walk = marche à partir de l’appel
term-method-nearness = proximité
term-method-region = région
term-method-shared-topics = thèmes partagés
term-method-complementary = thèmes complémentaires
term-method-partners-in-common = partenaires communs
term-method-peers = pairs
term-method-need-met = besoin comblé par une offre
term-method-same-region = même région
term-method-same-group = même groupe
term-method-standing = position

# Roles
term-part-model = conseils
term-part-baseline = référence
term-part-ingredient = ingrédient
term-verdict-better = mieux
term-verdict-worse = moins bien
term-verdict-not-shown = rien de montré
term-covers-advice = vingt premières de chaque liste
term-covers-all = toutes les paires
