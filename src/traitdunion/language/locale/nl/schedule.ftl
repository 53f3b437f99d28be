# Het werkwoord
command-schedule = gesprekken onder vier ogen een tijdvak en een tafel geven
command-schedule-help = Maakt van wensen de gesprekken van een ontmoetingsdag: niemand is op twee plaatsen, de meest gewenste gesprekken gaan voor, daarna krijgt wie het minst bediend is zoveel als kan, en het resultaat zegt hoe ver het van het beste kan liggen. Met --former herstelt het een eerder programma, voor een afwezige met --absent, en verplaatst het niets dat kan blijven.
option-wishes-file = wensen: wie, met wie, en prioriteit 1 tot 3 (CSV, XLSX, ODS)
option-slots = aantal tijdvakken van de dag
option-tables = aantal tafels
option-minutes = minuten van een gesprek
option-gap = minuten tussen twee gesprekken
option-start = uur van het eerste tijdvak
option-schedule-day = de dag, zoals 2026-12-03; zonder dag geen agendabestanden
option-break = een tijdvak dat voor iedereen vrij blijft; mag meermaals
option-participants = lijst van deelnemers: talen, beschikbaarheid, zone, stand
option-walk = een andere zone kost een vrij tijdvak
option-absent = wie niet komt, of NAAM@5 vanaf tijdvak 5; mag meermaals
option-former = de schedule.json van een eerdere uitvoer, zoveel mogelijk behouden
option-give = aandeel van de gewogen wensen dat naar de minst bedienden mag gaan
progress-schedule = tijdvakken toewijzen

# Cijfers
schedule-title = Gesprekken van de dag
schedule-of = { $met } van { $wishes }
finding-schedule-meetings = Gesprekken
finding-schedule-wishes-met = Vervulde wensen
finding-schedule-smallest-share = Kleinste vervulde aandeel van de wensen van één deelnemer
finding-schedule-bound-reached = Van wat geen programma kan overtreffen
finding-schedule-added = Nieuw of verplaatst sinds het eerdere programma
finding-schedule-dropped = Afgezegd of verplaatst sinds het eerdere programma

# Plaatsen en redenen
schedule-at-table = Tafel { $table }
schedule-at-booth = Stand { $booth }
schedule-at-booth-in = Stand { $booth }, { $zone }
schedule-summary = { $a } – { $b }
schedule-nothing = Geen gesprekken.
reason-unmet-no-room = De tijdvakken en tafels gingen naar andere wensen
reason-unmet-no-common-language = Geen gemeenschappelijke taal
reason-unmet-no-common-slot = Nooit in hetzelfde tijdvak aanwezig

# Lijsten
listing-schedule-meetings = Gesprekken
listing-schedule-unmet = Niet vervulde wensen
listing-schedule-participants = Deelnemers
label-slot = Tijdvak
label-hours = Uren
label-starts = Begin
label-ends = Einde
label-side-a = Ene kant
label-side-b = Andere kant
label-with = Met
label-meeting-place = Waar
label-wishes = Vervulde wensen
label-wisher = Wie wenst
label-wished = Wil ontmoeten
label-priority = Prioriteit
label-why = Waarom niet
label-participant = Deelnemer
label-meetings = Gesprekken
label-share-met = Vervuld aandeel van eigen wensen
