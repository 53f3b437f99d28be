# The help of the program: it reads like a book
help-introduction = Traitdunion verbindt de punten van een industrieel ecosysteem: het toont wie een band heeft met welke cluster, welke clusters elkaar te weinig ontmoeten, en welke introducties daar het meest aan veranderen. De werkwoorden hieronder staan in de volgorde van de weg.
help-example = Om te beginnen: `traitdunion demo`. Met uw eigen bestanden: `traitdunion load members.xlsx clusters.csv ties.csv`, en dan `traitdunion report`.

command-load = bestanden in de werkruimte laden
command-load-help = Leest organisaties, clusters en banden (CSV, TSV, XLSX, ODS, Parquet, CORDIS) in de werkruimte. Een lading is volledig of ze is er niet: alle fouten worden samen getoond, en u kunt ze ongedaan maken.
command-batches = de ladingen opsommen
command-batches-help = Somt de ladingen van de werkruimte op, met hun bestanden en datum.
command-undo = een lading ongedaan maken
command-undo-help = Maakt een hele lading ongedaan. Wat andere ladingen zeiden, blijft.
command-resolve = de organisaties achter de fiches vinden
command-resolve-help = Brengt fiches samen die over dezelfde organisatie gaan, en zegt over welke twijfel blijft.
command-review = mogelijke dubbels bekijken
command-review-help = Toont de twijfelgevallen, het meest waarschijnlijke eerst, met wat overeenkomt en wat niet.
command-judge = zeggen of twee fiches dezelfde zijn
command-judge-help = Beslist dat twee organisaties dezelfde zijn (same) of niet (different). Een beslissing gaat altijd boven een berekening; undo trekt ze in.
command-snapshot = het ecosysteem van een dag vastleggen
command-snapshot-help = Legt vast wat op een dag bekend is. Dezelfde feiten hebben altijd dezelfde sleutel.
command-audit = zien wie een band heeft, en welke clusters elkaar te weinig ontmoeten
command-audit-help = Telt leden met een band, zonder bekende band en zonder gegevens, en vergelijkt contacten tussen clusters met wat te verwachten is.
command-recommend = zeggen wie wie zou moeten ontmoeten, en waarom
command-recommend-help = Beveelt introducties aan, elk met redenen en bronnen; voor één organisatie als u ze noemt, voor alle, of tussen twee clusters. Regels en antwoorden worden gevolgd. Advies over partners is geleerd uit gedateerde banden van vroeger; hoe vaak het uitkomt, zegt backtest.
command-plan = de introducties kiezen die het meest veranderen
command-plan-help = Kiest, binnen de gegeven grenzen, de introducties die het netwerk het meest veranderen, en zegt hoe dicht dat bij het best mogelijke ligt. Zet ernaast: gelote plannen, de beste scores en uw eigen lijst; zegt wat een lijn meer of minder zou veranderen; loot wie op de volgende ronde wacht; maakt groepen die maandelijks samenkomen.
command-report = het verslag in drie talen schrijven
command-report-help = Schrijft het verslag in het Frans, Nederlands en Engels, met elke lijst als CSV en XLSX.
command-demo = alles doorlopen op het ingebouwde Belgische ecosysteem
command-demo-help = Doorloopt de hele weg op het ingebouwde Belgische ecosysteem en opent het verslag op deze machine.
command-serve = het verslag in een browser openen
command-serve-help = Opent de site van de werkruimte, alleen op deze machine.

# Arguments and options
option-files = te lezen bestanden
option-workspace = map van de werkruimte (anders TRAITDUNION_WORKSPACE, anders ./workspace)
option-json = JSON afdrukken, voor een machine
option-as-of = dag van de toestand, zoals 2026-06-30 (anders die van de jongste feiten)
option-introductions = introducties, in totaal
option-per-organization = hoogstens per organisatie
option-per-cluster = hoogstens per cluster
option-at-least = minstens zoveel voor een groep, zoals `region:Wallonia=20`, `cluster:*=5` of `size:under-50=50%`
option-at-most = hoogstens zoveel voor een groep, zoals `language:fr=40` of `region:Flanders=60`
option-brokers = rekenblad met wie introduceert: makelaar, introducties, talen, regio’s
option-consented = alleen organisaties voorstellen die daarmee instemmen (regel may-be-proposed)
option-pin = deze introductie in het plan houden, geschreven als ORG=ORG
option-add = deze introductie toevoegen, aanbevolen of niet, geschreven als ORG=ORG
option-drop = deze introductie weglaten, geschreven als ORG=ORG
option-compare = uw eigen lijst (organisatie, partner), naast het plan gezet
option-randomize = dit deel van de introducties loten onder bijna-gelijken; de andere wachten op de volgende ronde
option-meeting-groups = ook zoveel groepen maken die maandelijks samenkomen
option-group-size = minste en meeste organisaties in een groep, zoals 5-10
option-within = hoogstens zoveel kilometer tot het midden van een groep
option-partners = partners die voor elke organisatie bekeken worden (0: geen)
option-solver = quick (snel), auto, of exact: tot bewezen is dat het de beste is
option-weigh-plan = wat een deel van de winst telt, zoals tied=3
option-format = soort bestanden: table of cordis
option-source = naam van de bron, waarin kenmerken uniek zijn
option-map = TOML-bestand dat zegt wat elke kolom betekent
option-save-mapping = hier schrijven hoe de kolommen gelezen zijn
option-complete = de bestanden geven alle banden van hun organisaties
option-dry-run = zeggen wat zou veranderen, zonder iets te veranderen
option-batch = nummer van de lading
option-top = hoeveel er te tonen
option-verdict = dezelfde, verschillend, of de beslissing intrekken
option-first = eerste organisatie
option-second = tweede organisatie
option-by = wie beslist
option-note = waarom
option-organization = kenmerk of exacte naam van een organisatie
option-kind = wat aan te bevelen: cluster, of partner (een andere organisatie)
option-port = poort op 127.0.0.1
option-serve = het verslag daarna in een browser openen
option-version = de versie tonen

# What a command says
progress-open = de werkruimte openen
progress-load = bestanden lezen
progress-resolve = organisaties zoeken
progress-snapshot = momentopname
progress-audit = banden doorlichten
progress-recommend = aanbevelingen zoeken
progress-plan = plan kiezen
progress-plan-compare = andere plannen ernaast zetten
progress-plan-groups = groepen samenstellen
progress-report = verslag schrijven
load-done =
    Lading { $batch }: { $rows ->
        [one] { $rows } rij gelezen.
       *[other] { $rows } rijen gelezen.
    }
load-again =
    { $rows ->
        [one] Niets nieuws: deze { $rows } rij zit al in lading { $batch }.
       *[other] Niets nieuws: deze { $rows } rijen zitten al in lading { $batch }.
    }
load-dry-run =
    { $rows ->
        [one] { $rows } rij gelezen; er is niets veranderd.
       *[other] { $rows } rijen gelezen; er is niets veranderd.
    }
load-changes =
    { $noun ->
        [organizations] Organisaties: { $new } nieuw, { $changed } gewijzigd, { $same } ongewijzigd.
        [ties] Banden: { $new } nieuw, { $changed } gewijzigd, { $same } ongewijzigd.
        [events] Evenementen: { $new } nieuw, { $changed } gewijzigd, { $same } ongewijzigd.
        [participations] Deelnames: { $new } nieuw, { $changed } gewijzigd, { $same } ongewijzigd.
       *[topics] Thema’s: { $new } nieuw, { $changed } gewijzigd, { $same } ongewijzigd.
    }
load-count =
    { $noun ->
        [organizations]   Fiches van organisaties: { $count }
        [ties]   Banden: { $count }
        [events]   Evenementen: { $count }
        [participations]   Deelnames: { $count }
       *[topics]   Thema’s: { $count }
    }
at-row = rij { $row }
no-batches = Er is nog niets geladen.
no-rows = Niets te tonen.
undo-done =
    { $rows ->
        [one] Lading { $batch } is ongedaan gemaakt ({ $rows } rij).
       *[other] Lading { $batch } is ongedaan gemaakt ({ $rows } rijen).
    }
resolve-done = { $records } fiches gaan over { $organizations } organisaties; over { $doubts } paren blijft twijfel en { $unresolved } banden noemen niemand die bekend is.
review-count =
    { $count ->
        [0] Er zijn geen twijfelgevallen.
        [one] Er is { $count } twijfelgeval.
       *[other] Er zijn { $count } twijfelgevallen, het meest waarschijnlijke eerst.
    }
judge-same = { $first } en { $second } zijn dezelfde organisatie; er zijn er nu { $organizations }.
judge-different = { $first } en { $second } zijn twee organisaties; er zijn er nu { $organizations }.
judge-undo = De beslissing over { $first } en { $second } is ingetrokken; er zijn nu { $organizations } organisaties.
snapshot-done = Toestand op { $as_of }: { $organizations } organisaties, waarvan { $clusters } clusters en { $members } leden; { $ties } banden. Sleutel { $short_key }.
report-done = Het verslag staat in { $folder }.
serving = De site staat open op { $address } (Ctrl+C om te stoppen).
stopped = Gestopt.
usage-remedy = Typ `traitdunion --help`, of een werkwoord gevolgd door `--help`, om te zien wat u kunt zeggen.

# The summary on the terminal
summary-loaded = { $organizations } organisaties, { $clusters } clusters en { $ties } banden, op { $day }
summary-matrix = Geziene contacten tussen de genoemde clusters (verwacht)
summary-gaps = Waar de meeste contacten ontbreken
summary-gap = { $a } – { $b }: { $observed } op { $expected } verwacht
summary-bridge = { $organization } – verbonden paren: { $pairs }, waarvan alleen gedragen: { $alone }
summary-plan = De eerste introducties
summary-gain = Verwachte winst { $gain }; willekeurig { $random }; beste scores { $top }; maximum { $bound }
summary-files = Het verslag en zijn lijsten: { $folder }
summary-known = Leden: { $tied } met een bekende band, { $no_tie_known } zonder bekende band, { $no_data } zonder gegevens
summary-score = score { $score }
doubt-pair = { $probability }: { $left } en { $right }
doubt-judge = `traitdunion judge same { $left } { $right }`
doubt-agrees = komt overeen: { $fields }
doubt-differs = komt niet overeen: { $fields }

# Rules and answers
command-rule = introducties opleggen of verbieden
command-rule-help = Zegt dat twee organisaties elkaar moeten ontmoeten (must), dat niet mogen (must-not), of dat een organisatie geen rivaal wil, een partner van haar eigen NACE-klasse van vier cijfers (no-rivals). Zegt ook dat een organisatie ermee instemt aan anderen voorgesteld te worden (may-be-proposed), of niet (not-proposed). Een regel gaat boven elke berekening, heeft een verantwoordelijke en een reden, en wordt nooit overschreven.
command-rules = de geldende regels opsommen
command-rules-help = Somt de geldende regels op, met wie ze maakte, datum en reden, en apart die waarvan de organisaties nu niet bekend zijn.
command-answer = noteren wat er van introducties kwam
command-answer-help = Noteert wat er van een introductie kwam, of van alle introducties in een rekenblad (--file). Wie neen zei, wordt niet opnieuw voorgesteld zonder nieuwe feiten; de anderen een tijd niet. Wat genoteerd was, blijft.
command-answers = de antwoorden opsommen, en hoe het met elk paar staat
command-answers-help = Somt op wat er van introducties kwam, en zegt van elk paar of het open is, rust, geweigerd of geslaagd is.
option-rule = must (moeten elkaar ontmoeten), must-not (mogen dat niet), no-rivals (geen partner van dezelfde NACE-klasse), may-be-proposed of not-proposed (toestemming)
option-partner = de andere organisatie
option-rule-reason = waarom; noemt geen personen
option-owner = wie beslist: een login of initialen, nooit een naam
option-withdraw = intrekken; de geschiedenis bewaart het
option-outcome = wat ervan kwam: proposed (voorgesteld), silent (geen antwoord), accepted (aanvaard), declined (geweigerd), met (ontmoet) of partnered (partners geworden)
option-answers-file = rekenblad met antwoorden: organisatie, partner, uitkomst, datum, reden, door, opmerking
option-answer-reason = waarom er geweigerd is: competitor (concurrent), no-time (geen tijd), no-need (geen nood), known-already (al bekend), not-relevant (niet relevant) of other (andere)
option-answer-note = vrije tekst; noemt geen personen
option-at = dag van het antwoord, zoals 2026-06-30 (anders vandaag)
rule-kept =
    { $kind ->
        [must] { $organization } en { $partner } moeten elkaar ontmoeten.
        [must-not] { $organization } en { $partner } mogen niet samengebracht worden.
        [may-be-proposed] { $organization } stemt ermee in aan anderen voorgesteld te worden.
        [not-proposed] { $organization } wordt aan niemand voorgesteld.
       *[no-rivals] { $organization } ontmoet geen partner met dezelfde activiteit.
    } { $rules ->
        [one] Er geldt { $rules } regel.
       *[other] Er gelden { $rules } regels.
    }
rule-withdrawn =
    { $kind ->
        [no-rivals] De regel over de rivalen van { $organization } is ingetrokken.
        [may-be-proposed] Wat { $organization } over voorgesteld worden zei, is ingetrokken.
        [not-proposed] Wat { $organization } over voorgesteld worden zei, is ingetrokken.
       *[other] De regel over { $organization } en { $partner } is ingetrokken.
    } { $rules ->
        [one] Er geldt { $rules } regel.
       *[other] Er gelden { $rules } regels.
    }
no-rules = Er geldt geen enkele regel.
rules-unresolved =
    { $count ->
        [one] Eén regel heeft nu geen gevolg: de organisaties zijn niet bekend, of zijn één geworden.
       *[other] { $count } regels hebben nu geen gevolg: de organisaties zijn niet bekend, of zijn één geworden.
    }
answer-kept = { $organization } en { $partner }: { $outcome }, op { $day }.
answer-withdrawn = Het antwoord over { $organization } en { $partner } is ingetrokken ({ $outcome }, op { $day }).
answers-loaded =
    { $rows ->
        [one] { $rows } rij gelezen
       *[other] { $rows } rijen gelezen
    }: { $added ->
        [one] { $added } antwoord is nieuw
       *[other] { $added } antwoorden zijn nieuw
    }, { $known } al bekend.
no-answers = Er is nog geen antwoord genoteerd.
answers-unresolved =
    { $count ->
        [one] Eén antwoord heeft nu geen gevolg: de organisaties zijn niet bekend, of zijn één geworden.
       *[other] { $count } antwoorden hebben nu geen gevolg: de organisaties zijn niet bekend, of zijn één geworden.
    }

option-all = voor alle organisaties die advies krijgen
option-pairs = introducties tussen wie rond de ene cluster zit en wie rond de andere
option-weigh = een nabijheid meer of minder laten tellen dan geleerd, zoals geographic=2 of standing=0: geographic, cognitive, social, organizational, institutional of standing, van 0 tot 5 keer; mag herhaald worden
option-cap = partners voor alle: in hoeveel lijsten een organisatie mag staan
option-floor = partners voor alle: in hoeveel lijsten ze minstens zou moeten staan
recommend-cost = De boven- en ondergrens kosten { $share } van het verwachte succes; { $count ->
        [one] { $count } organisatie wordt genoemd.
       *[other] { $count } organisaties worden genoemd.
    }
summary-chance = { $chance } binnen het jaar
