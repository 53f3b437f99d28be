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
command-recommend-help = Conseille des mises en relation, chacune avec ses raisons et leurs sources ; pour une organisation si vous en nommez une, sinon pour tous les membres sans lien connu et les clusters qui se rencontrent trop peu.
command-plan = choisir les mises en relation qui changent le plus
command-plan-help = Choisit, dans les limites données, les mises en relation qui font le plus avancer le réseau, et les compare au hasard et au maximum possible.
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
option-kind = que conseiller : cluster ou partner (une entreprise)
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
serving = Le rapport est ouvert sur { $address } (Ctrl+C pour arrêter).
stopped = Arrêté.
usage-remedy = Tapez `traitdunion --help`, ou un verbe suivi de `--help`, pour voir ce qui peut être dit.
site-no-report = Il n’y a pas encore de rapport dans cet espace de travail. Faites `traitdunion report`.

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
