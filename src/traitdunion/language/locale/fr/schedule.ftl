# Le verbe
command-schedule = donner aux rencontres en tête-à-tête leurs créneaux et leurs tables
command-schedule-help = Fait des souhaits les rencontres d’une journée : personne n’est à deux endroits, les rencontres les plus souhaitées passent d’abord, puis le participant le moins bien servi reçoit autant que possible, et le résultat dit à quelle distance du meilleur il peut être. Avec --former, la commande corrige un programme antérieur, pour un absent avec --absent, et ne déplace rien de ce qui peut rester.
option-wishes-file = souhaits : qui, avec qui, et priorité de 1 à 3 (CSV, XLSX, ODS)
option-slots = nombre de créneaux de la journée
option-tables = nombre de tables
option-minutes = minutes d’une rencontre
option-gap = minutes entre deux rencontres
option-start = heure du premier créneau
option-schedule-day = le jour, comme 2026-12-03 ; sans lui, pas de fichiers d’agenda
option-break = un créneau laissé libre pour tous ; peut être donné plusieurs fois
option-participants = liste des participants : langues, disponibilités, zone, stand
option-walk = un changement de zone prend un créneau libre
option-absent = qui ne vient pas, ou NOM@5 à partir du créneau 5 ; peut être donné plusieurs fois
option-former = le schedule.json d’une exportation précédente, gardé autant que possible
option-give = part des souhaits pondérés qui peut aller aux moins bien servis
progress-schedule = attribution des créneaux

# Chiffres
schedule-title = Rencontres de la journée
schedule-of = { $met } sur { $wishes }
finding-schedule-meetings = Rencontres
finding-schedule-wishes-met = Souhaits exaucés
finding-schedule-smallest-share = Plus petite part exaucée des souhaits d’un participant
finding-schedule-bound-reached = De ce qu’aucun programme ne peut dépasser
finding-schedule-added = Nouvelles ou déplacées depuis le programme antérieur
finding-schedule-dropped = Annulées ou déplacées depuis le programme antérieur

# Lieux et raisons
schedule-at-table = Table { $table }
schedule-at-booth = Stand { $booth }
schedule-at-booth-in = Stand { $booth }, { $zone }
schedule-summary = { $a } – { $b }
schedule-nothing = Aucune rencontre.
reason-unmet-no-room = Les créneaux et les tables sont allés à d’autres souhaits
reason-unmet-no-common-language = Pas de langue commune
reason-unmet-no-common-slot = Jamais présents dans le même créneau

# Listes
listing-schedule-meetings = Rencontres
listing-schedule-unmet = Souhaits non exaucés
listing-schedule-participants = Participants
label-slot = Créneau
label-hours = Heures
label-starts = Début
label-ends = Fin
label-side-a = Un côté
label-side-b = Autre côté
label-with = Avec
label-meeting-place = Où
label-wishes = Souhaits exaucés
label-wisher = Qui souhaite
label-wished = Souhaite rencontrer
label-priority = Priorité
label-why = Pourquoi non
label-participant = Participant
label-meetings = Rencontres
label-share-met = Part exaucée de ses souhaits
