# The help of the program: it reads like a book
help-introduction = Traitdunion relie les points d’un écosystème industriel : il montre qui est lié à quel cluster, quels clusters se rencontrent trop peu, et quelles mises en relation y changent le plus. Les verbes ci-dessous se suivent dans l’ordre du chemin.
help-example = Pour commencer : `traitdunion demo`. Avec vos propres fichiers : `traitdunion load members.xlsx clusters.csv ties.csv`, puis `traitdunion report`.

command-load = lire des fichiers dans l’espace de travail
command-load-help = Lit des organisations, des clusters et des liens (CSV, TSV, XLSX, ODS, Parquet, CORDIS) dans l’espace de travail. Un chargement est entier ou n’est pas : toutes les fautes sont montrées ensemble, et il peut être annulé.
command-batches = énumérer les chargements
command-batches-help = Énumère les chargements de l’espace de travail, avec leurs fichiers et leur date.
command-undo = annuler un chargement
command-undo-help = Annule un chargement entier. Ce que d’autres chargements ont dit reste.
command-resolve = trouver les organisations derrière les fiches
command-resolve-help = Réunit les fiches qui parlent d’une même organisation, et dit lesquelles restent douteuses.
command-review = voir les doublons possibles
command-review-help = Montre les paires douteuses, la plus probable d’abord, avec ce qui concorde et ce qui ne concorde pas.
command-judge = dire si deux fiches n’en font qu’une
command-judge-help = Décide que deux organisations sont la même (same) ou non (different). Une décision l’emporte toujours sur un calcul ; undo la retire.
command-snapshot = figer l’écosystème d’un jour
command-snapshot-help = Fige ce qui est connu un jour donné. Les mêmes faits ont toujours la même clé.
command-audit = voir qui est lié, et quels clusters se rencontrent trop peu
command-audit-help = Compte les membres liés, sans lien connu et sans données, et compare les contacts entre clusters à ce qu’on pourrait attendre.
command-recommend = dire qui devrait rencontrer qui, et pourquoi
command-recommend-help = Conseille des mises en relation, chacune avec ses raisons et leurs sources ; pour une organisation si vous en nommez une, pour toutes, ou entre deux clusters. Les règles et les réponses sont respectées. Les conseils de partenaires sont appris des liens datés du passé ; backtest dit combien de fois ils se réalisent.
command-plan = choisir les mises en relation qui changent le plus
command-plan-help = Choisit, dans les limites données, les mises en relation qui changent le plus le réseau, et dit à quelle distance du meilleur possible on se trouve. Place à côté des plans tirés au sort, les meilleurs scores et votre propre liste ; dit ce que changerait une ligne de plus ou de moins ; tire au sort qui attend le tour suivant ; compose des groupes qui se réunissent chaque mois.
command-report = écrire le rapport en trois langues
command-report-help = Écrit le rapport en français, en néerlandais et en anglais, avec chaque liste en CSV et en XLSX.
command-demo = tout parcourir sur l’écosystème belge intégré
command-demo-help = Parcourt tout le chemin sur l’écosystème belge intégré et ouvre le rapport sur cette machine.
command-serve = ouvrir le rapport dans un navigateur
command-serve-help = Ouvre le site de l’espace de travail sur cette machine seulement.

# Arguments and options
option-files = fichiers à lire
option-workspace = dossier de l’espace de travail (sinon TRAITDUNION_WORKSPACE, sinon ./workspace)
option-json = imprimer du JSON, pour une machine
option-as-of = jour dont on fige l’état, comme 2026-06-30 (sinon le plus récent des faits)
option-introductions = mises en relation, en tout
option-per-organization = au plus par organisation
option-per-cluster = au plus par cluster
option-at-least = au moins autant pour un groupe, comme `region:Wallonia=20`, `cluster:*=5` ou `size:under-50=50%`
option-at-most = au plus autant pour un groupe, comme `language:fr=40` ou `region:Flanders=60`
option-brokers = tableur de ceux qui mettent en relation : courtier, introductions, langues, régions
option-consented = ne proposer que les organisations qui y consentent (règle may-be-proposed)
option-pin = garder cette mise en relation dans le plan, écrite ORG=ORG
option-add = ajouter cette mise en relation, recommandée ou non, écrite ORG=ORG
option-drop = écarter cette mise en relation, écrite ORG=ORG
option-compare = votre propre liste (organisation, partenaire), placée à côté du plan
option-randomize = tirer au sort cette part des mises en relation entre quasi-équivalentes ; les autres attendent le tour suivant
option-meeting-groups = composer aussi ce nombre de groupes qui se réunissent chaque mois
option-group-size = nombre minimal et maximal d’organisations par groupe, comme 5-10
option-within = kilomètres jusqu’au milieu d’un groupe, au plus
option-partners = partenaires examinés pour chaque organisation (0 : aucun)
option-solver = quick (rapide), auto, ou exact : jusqu’à la preuve que c’est le meilleur
option-weigh-plan = ce que compte une partie du gain, comme tied=3
option-format = sorte de fichiers : table ou cordis
option-source = nom de la source, dans laquelle les références sont uniques
option-map = fichier TOML qui dit ce que veut dire chaque colonne
option-save-mapping = écrire ici comment les colonnes ont été lues
option-complete = les fichiers donnent tous les liens de leurs organisations
option-dry-run = dire ce qui changerait, sans rien changer
option-batch = numéro du chargement
option-top = combien en montrer
option-verdict = la même, différentes, ou retirer la décision
option-first = première organisation
option-second = seconde organisation
option-by = qui décide
option-note = pourquoi
option-organization = identifiant ou nom exact d’une organisation
option-kind = que conseiller : cluster, ou partner (une autre organisation)
option-port = port sur 127.0.0.1
option-serve = ouvrir le rapport dans un navigateur ensuite
option-version = dire la version

# What a command says
progress-open = ouverture de l’espace de travail
progress-load = lecture des fichiers
progress-resolve = recherche des organisations
progress-snapshot = instantané
progress-audit = audit des liens
progress-recommend = recherche de conseils
progress-plan = choix du plan
progress-plan-compare = comparaison avec d’autres plans
progress-plan-groups = composition des groupes
progress-report = écriture du rapport
load-done =
    Chargement { $batch } : { $rows ->
        [one] { $rows } ligne lue.
       *[other] { $rows } lignes lues.
    }
load-again =
    { $rows ->
        [one] Rien de nouveau : cette { $rows } ligne est déjà dans le chargement { $batch }.
       *[other] Rien de nouveau : ces { $rows } lignes sont déjà dans le chargement { $batch }.
    }
load-dry-run =
    { $rows ->
        [one] { $rows } ligne lue ; rien n’est changé.
       *[other] { $rows } lignes lues ; rien n’est changé.
    }
load-changes =
    { $noun ->
        [organizations] Organisations : { $new } nouvelles, { $changed } modifiées, { $same } inchangées.
        [ties] Liens : { $new } nouveaux, { $changed } modifiés, { $same } inchangés.
        [events] Événements : { $new } nouveaux, { $changed } modifiés, { $same } inchangés.
        [participations] Participations : { $new } nouvelles, { $changed } modifiées, { $same } inchangées.
       *[topics] Thèmes : { $new } nouveaux, { $changed } modifiés, { $same } inchangés.
    }
load-count =
    { $noun ->
        [organizations]   Fiches d’organisations : { $count }
        [ties]   Liens : { $count }
        [events]   Événements : { $count }
        [participations]   Participations : { $count }
       *[topics]   Thèmes : { $count }
    }
at-row = ligne { $row }
no-batches = Rien n’a encore été chargé.
no-rows = Rien à montrer.
undo-done =
    { $rows ->
        [one] Le chargement { $batch } est annulé ({ $rows } ligne).
       *[other] Le chargement { $batch } est annulé ({ $rows } lignes).
    }
resolve-done = { $records } fiches parlent de { $organizations } organisations ; { $doubts } paires restent douteuses et { $unresolved } liens ne nomment personne de connu.
review-count =
    { $count ->
        [0] Aucune paire n’est douteuse.
        [one] { $count } paire est douteuse.
       *[other] { $count } paires sont douteuses, la plus probable d’abord.
    }
judge-same = { $first } et { $second } sont la même organisation ; il y en a maintenant { $organizations }.
judge-different = { $first } et { $second } sont deux organisations ; il y en a maintenant { $organizations }.
judge-undo = La décision sur { $first } et { $second } est retirée ; il y a maintenant { $organizations } organisations.
snapshot-done = Situation au { $as_of } : { $organizations } organisations, dont { $clusters } clusters et { $members } membres ; { $ties } liens. Clé { $short_key }.
report-done = Le rapport est dans { $folder }.
serving = Le site est ouvert sur { $address } (Ctrl+C pour arrêter).
stopped = Arrêté.
usage-remedy = Tapez `traitdunion --help`, ou un verbe suivi de `--help`, pour voir ce qui peut être dit.

# The summary on the terminal
summary-loaded = { $organizations } organisations, { $clusters } clusters et { $ties } liens, au { $day }
summary-matrix = Contacts constatés entre les clusters cités (attendus)
summary-gaps = Où il manque le plus de contacts
summary-gap = { $a } – { $b } : { $observed } sur { $expected } attendus
summary-bridge = { $organization } – paires reliées : { $pairs }, tenues par elle seule : { $alone }
summary-plan = Les premières mises en relation
summary-gain = Gain attendu { $gain } ; au hasard { $random } ; meilleurs scores { $top } ; maximum { $bound }
summary-files = Le rapport et ses listes : { $folder }
summary-known = Membres : { $tied } avec un lien connu, { $no_tie_known } sans lien connu, { $no_data } sans données
summary-score = score { $score }
doubt-pair = { $probability } : { $left } et { $right }
doubt-judge = `traitdunion judge same { $left } { $right }`
doubt-agrees = concorde : { $fields }
doubt-differs = ne concorde pas : { $fields }

# Rules and answers
command-rule = imposer ou interdire des mises en relation
command-rule-help = Dit que deux organisations doivent se rencontrer (must), ne le doivent pas (must-not), ou que l’une ne veut pas de rivale, de partenaire de sa propre classe NACE à quatre chiffres (no-rivals). Dit aussi qu’une organisation accepte d’être proposée à d’autres (may-be-proposed), ou non (not-proposed). Une règle l’emporte sur tout calcul, a un responsable et une raison, et n’est jamais écrasée.
command-rules = énumérer les règles en vigueur
command-rules-help = Énumère les règles en vigueur, avec leur auteur, leur date et leur raison, et à part celles dont les organisations ne sont pas connues en ce moment.
command-answer = noter la suite donnée aux mises en relation
command-answer-help = Note la suite donnée à une mise en relation, ou à toutes celles d’un tableur (--file). Une paire qui a dit non n’est plus proposée sans fait nouveau ; les autres pas avant un certain temps. Ce qui était noté reste.
command-answers = énumérer les réponses et la situation de chaque paire
command-answers-help = Énumère les suites données aux mises en relation, et dit de chaque paire si elle est ouverte, en attente, refusée ou aboutie.
option-rule = must (doivent se rencontrer), must-not (ne le doivent pas), no-rivals (pas de partenaire de la même classe NACE), may-be-proposed ou not-proposed (consentement)
option-partner = l’autre organisation
option-rule-reason = pourquoi ; sans nommer personne
option-owner = qui décide : un identifiant ou des initiales, jamais un nom
option-withdraw = retirer ; l’historique le garde
option-outcome = la suite donnée : proposed (proposée), silent (sans réponse), accepted (acceptée), declined (refusée), met (rencontre tenue) ou partnered (devenus partenaires)
option-answers-file = tableur de réponses : organisation, partenaire, résultat, date, raison, par, remarque
option-answer-reason = raison du refus : competitor (concurrent), no-time (pas le temps), no-need (pas de besoin), known-already (déjà connu), not-relevant (pas pertinent) ou other (autre)
option-answer-note = texte libre ; sans nommer personne
option-at = jour de la réponse, comme 2026-06-30 (sinon aujourd’hui)
rule-kept =
    { $kind ->
        [must] { $organization } et { $partner } doivent se rencontrer.
        [must-not] { $organization } et { $partner } ne doivent pas être mis en relation.
        [may-be-proposed] { $organization } accepte d’être proposée à d’autres.
        [not-proposed] { $organization } n’est proposée à personne.
       *[no-rivals] { $organization } ne rencontre aucun partenaire de sa propre activité.
    } { $rules ->
        [one] { $rules } règle est en vigueur.
       *[other] { $rules } règles sont en vigueur.
    }
rule-withdrawn =
    { $kind ->
        [no-rivals] La règle sur les rivaux de { $organization } est retirée.
        [may-be-proposed] Ce que { $organization } avait dit d’être proposée est retiré.
        [not-proposed] Ce que { $organization } avait dit d’être proposée est retiré.
       *[other] La règle sur { $organization } et { $partner } est retirée.
    } { $rules ->
        [one] { $rules } règle est en vigueur.
       *[other] { $rules } règles sont en vigueur.
    }
no-rules = Aucune règle n’est en vigueur.
rules-unresolved =
    { $count ->
        [one] Une règle est sans effet en ce moment : ses organisations ne sont pas connues, ou n’en font plus qu’une.
       *[other] { $count } règles sont sans effet en ce moment : leurs organisations ne sont pas connues, ou n’en font plus qu’une.
    }
answer-kept = { $organization } et { $partner } : { $outcome }, le { $day }.
answer-withdrawn = La réponse sur { $organization } et { $partner } est retirée ({ $outcome }, le { $day }).
answers-loaded =
    { $rows ->
        [one] { $rows } ligne lue
       *[other] { $rows } lignes lues
    } : { $added ->
        [one] { $added } réponse nouvelle
       *[other] { $added } réponses nouvelles
    }, { $known } déjà connues.
no-answers = Aucune réponse n’a encore été notée.
answers-unresolved =
    { $count ->
        [one] Une réponse est sans effet en ce moment : ses organisations ne sont pas connues, ou n’en font plus qu’une.
       *[other] { $count } réponses sont sans effet en ce moment : leurs organisations ne sont pas connues, ou n’en font plus qu’une.
    }

option-all = pour toutes les organisations à conseiller
option-pairs = mises en relation entre l’entourage d’un cluster et celui d’un autre
option-weigh = compter une proximité plus ou moins qu’appris, comme geographic=2 ou standing=0 : geographic, cognitive, social, organizational, institutional ou standing, de 0 à 5 fois ; peut être répété
option-cap = partenaires pour toutes : dans combien de listes une organisation peut figurer
option-floor = partenaires pour toutes : dans combien de listes elle devrait figurer au moins
recommend-cost = Le plafond et le plancher coûtent { $share } du succès attendu ; { $count ->
        [one] { $count } organisation est citée.
       *[other] { $count } organisations sont citées.
    }
summary-chance = { $chance } dans l’année
