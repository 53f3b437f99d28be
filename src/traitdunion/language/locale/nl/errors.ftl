# What was asked cannot be done. The remedy says how to mend it.
missing-extra = Het pakket { $package } ontbreekt.
    .remedy = Installeer het met `pip install "traitdunion[{ $extra }]"`.

organization-unknown = Er is geen organisatie met de naam ‘{ $organization }’.
    .remedy = Geef het kenmerk of de exacte naam; de lijst van organisaties toont ze allemaal.

organization-ambiguous = Meer dan één organisatie heet ‘{ $organization }’.
    .remedy = Geef een van deze kenmerken: { $candidates }.

option-choice = ‘{ $value }’ past niet bij { $option }.
    .remedy = Kies uit { $known }.

day-not-a-date = ‘{ $value }’ is geen datum.
    .remedy = Schrijf jaar, maand en dag, zoals `2026-06-30`.

budget-too-small = Het budget { $name } is { $value }.
    .remedy = Geef minstens 1.

batch-unknown = Er is geen lading met nummer { $batch }.
    .remedy = `traitdunion batches` somt ze op.

batch-undone = Lading { $batch } is al ongedaan gemaakt, op { $at }.
    .remedy = Laad de bestanden opnieuw om ze terug te zetten.

judge-itself = { $first } en { $second } zijn dezelfde fiche ({ $record }).
    .remedy = Geef twee verschillende fiches; `traitdunion review` toont de paren om te beoordelen.

judgment-unknown = Over { $first } en { $second } is niets beslist.
    .remedy = Kijk beide kenmerken na; er valt niets in te trekken.

ecosystem-unknown = Er is geen momentopname { $key } in deze werkruimte.
    .remedy = `traitdunion snapshot` maakt er een.

ecosystem-damaged = De momentopname { $key } in { $folder } is onvolledig of gewijzigd.
    .remedy = Verwijder die map en doe `traitdunion snapshot` opnieuw: er gaat niets verloren.

workspace-folder = De werkruimte { $folder } kan niet geopend worden ({ $detail }).
    .remedy = Kies met `--workspace` een map waarin u mag schrijven.

workspace-database = Het geheugen van de werkruimte { $folder } gaat niet open ({ $detail }).
    .remedy = Sluit andere programma’s die het gebruiken, of zet een reservekopie terug.

database-address = ‘{ $address }’ is geen adres van een bekende databank.
    .remedy = Laat de instelling `database` leeg voor SQLite, of schrijf `postgresql://...`.

settings-not-toml = Het instellingenbestand { $file } is niet leesbaar ({ $detail }).
    .remedy = Verbeter het: elke regel is `naam = "waarde"`, in TOML.

setting-unknown = De instelling ‘{ $name }’ ({ $origin }) bestaat niet.
    .remedy = De instellingen zijn { $known }.

setting-type = De instelling ‘{ $name }’ ({ $origin }) kan niet ‘{ $value }’ zijn.
    .remedy = Verbeter de waarde, of schrap de regel voor de standaardinstelling.

port-taken = Poort { $port } is op deze machine al bezet.
    .remedy = Kies een andere, bijvoorbeeld `--port 8123`.

file-unreadable = Het bestand { $file } kan niet gelezen worden ({ $detail }).
    .remedy = Kijk het pad en uw leesrechten na.

unknown-language = De taal ‘{ $language }’ is niet beschikbaar.
    .remedy = Kies uit { $languages }.

linkage-records-not-unique = De fiche { $record } komt twee keer voor.
    .remedy = Geef elke fiche een eigen kenmerk.

# Arrays handed to the methods
coordinates-differ-in-length = De breedtegraden ({ $lat }) en lengtegraden ({ $lon }) vormen geen paren.
    .remedy = Geef bij elke breedtegraad een lengtegraad.

latitude-out-of-range = Een breedtegraad is { $value }; de grens is { $limit } graden.
    .remedy = Geef decimale graden (WGS 84), de breedtegraad eerst.

longitude-out-of-range = Een lengtegraad is { $value }; de grens is { $limit } graden.
    .remedy = Geef decimale graden (WGS 84), de breedtegraad eerst.

degrees-without-graph = Geen netwerk van { $nodes } knopen heeft deze graden (de grootste is { $largest }).
    .remedy = Elke graad moet kleiner zijn dan het aantal knopen, en hun som even.

gravity-shapes = De { $pairs } paren, de covariaten ({ $covariates }) en de { $names } namen passen niet bij elkaar.
    .remedy = Geef een rij per paar en een naam per kolom.

gravity-counts = Voor { $pairs } paren is het aantal contacten negatief of ontbreekt het.
    .remedy = Geef aantallen vanaf nul.

gravity-covariate = De covariaat ‘{ $name }’ ontbreekt voor { $pairs } paren.
    .remedy = Vul ze aan of laat die paren weg.

gravity-no-contacts = Geen enkel van de { $pairs } clusterparen heeft een bekend contact.
    .remedy = Laad banden met clusters: zonder contacten valt niets te verwachten.

gravity-no-convergence = Het model van verwachte contacten kwam in { $steps } stappen niet tot een uitkomst.
    .remedy = Laad meer banden, of verwijder clusters zonder enige band.

gravity-too-few-pairs = { $pairs } paren volstaan niet om { $parameters } grootheden te schatten.
    .remedy = Laad meer clusters.

ratio-counts = Er zijn { $counts } aantallen voor { $expectations } verwachtingen.
    .remedy = Geef er van beide evenveel.

ratio-impossible = { $pairs } paren hebben contacten waar er geen mogelijk zijn.
    .remedy = Een verwachting van nul past alleen bij een aantal van nul.

p-value-range = { $count } p-waarden liggen niet tussen 0 en 1.
    .remedy = Geef kansen.

plan-index = ‘{ $name }’ verwijst naar iets dat niet bestaat; er zijn er { $known }.
    .remedy = Geef nummers vanaf nul, of -1 voor geen.

plan-range = ‘{ $name }’ bevat een negatieve of te grote waarde.
    .remedy = Kansen gaan van 0 tot 1, budgetten en waarden vanaf 0.

plan-shapes = ‘{ $name }’ heeft niet de juiste omvang ({ $shape }).
    .remedy = Geef een waarde per kandidaat, of per paar.

draws-too-few = { $draws } trekkingen zijn te weinig: er zijn er minstens { $least } nodig.
    .remedy = Vraag meer trekkingen.

seed-negative = Het startgetal { $seed } is negatief.
    .remedy = Geef een geheel getal vanaf 0.

values-not-numbers = “{ $name }” bevat { $count } waarden die geen getal of oneindig zijn.
    .remedy = Laat deze rijen weg of verbeter ze: een onbekende waarde is geen nul.

values-negative = “{ $name }” bevat { $count } negatieve waarden.
    .remedy = Een gewicht, een aantal of een aantal banen is nul of meer.

lengths-differ = “{ $name }” telt { $found } waarden terwijl er { $expected } nodig zijn.
    .remedy = Geef voor elk één waarde, in dezelfde volgorde.

group-empty = “{ $name }” is leeg: er valt niets te meten.
    .remedy = Maak de selectie ruimer.

matrix-not-square = “{ $name }” telt { $rows } rijen en { $columns } kolommen; er zijn er van beide evenveel nodig.
    .remedy = Geef voor elk één rij en één kolom, in dezelfde volgorde.

level-range = Het niveau { $level } ligt niet tussen 0 en 1.
    .remedy = Geef een aandeel, bijvoorbeeld 0,95.

matrix-not-symmetric = “{ $name }” zegt in de twee richtingen niet hetzelfde.
    .remedy = Geef elk paar één waarde, welke van de twee ook eerst komt.

groups-range = Met { $count } bedrijfstakken kunnen geen { $groups } groepen worden gevormd.
    .remedy = Vraag minstens één groep en hoogstens evenveel groepen als er bedrijfstakken zijn.

table-dimensions = “{ $name }” heeft { $found } dimensies terwijl er een tabel met twee nodig is.
    .remedy = Geef één rij per regio en één kolom per bedrijfstak.

preset-unknown = Er bestaan geen regels met de naam “{ $name }”.
    .remedy = Kies uit { $known }, of geef eigen regels.

bands-impossible = In { $count } grootteklassen kunnen de vestigingen niet het opgegeven aantal banen hebben.
    .remedy = Controleer de grenzen van de klassen: het aantal vestigingen maal elke grens moet het aantal banen omsluiten.

code-unknown = “{ $name }” bevat de code { $code }, maar er zijn er { $known }.
    .remedy = Nummer vanaf 0, elke code kleiner dan hun aantal.
activity-unknown = Van niemand hier is bekend dat die “{ $activity }” doet.
    .remedy = Gebruik een van deze: { $known }; of een NACE-code zoals 28.
activity-nowhere = Geen enkele organisatie van “{ $activity }” heeft een bekende plaats.
    .remedy = Laad hun adressen of gemeenten, of kies een andere activiteit.
audit-needed = Om { $what } te meten is de audit van hetzelfde ecosysteem nodig.
    .remedy = Maak die met td.audit(ecosystem) en geef ze mee als audit=.

group-codes = De groepen bevatten { $count } waarden die geen gehele getallen vanaf −1 zijn.
    .remedy = Nummer de groepen vanaf 0; −1 betekent geen groep.

probability-range = { $count } kansen zijn groter dan 1.
    .remedy = Geef elke kans als een aandeel tussen 0 en 1.

bipartite-degrees = Geen enkele tabel van { $rows } rijen en { $columns } kolommen heeft deze totalen.
    .remedy = De totalen van de rijen en die van de kolommen moeten dezelfde som geven, en geen ervan mag groter zijn dan de omvang van de andere kant.

cluster-size = { $size } punten vormen geen cluster.
    .remedy = Vraag minstens 2 punten per cluster en minstens 1 buur.

radius-range = { $radius } is geen straal.
    .remedy = Geef een lengte groter dan nul.

cases-impossible = Op { $count } plaatsen zijn er meer gevallen dan er kunnen zijn.
    .remedy = Ga na of de gevallen en de bevolking over dezelfde plaatsen en hetzelfde moment gaan.

counts-not-whole = “{ $name }” bevat { $count } waarden die geen gehele getallen zijn.
    .remedy = Geef aantallen, of kies het Poissonmodel.

relation-unknown = Een gevraagde relatie bestaat niet ({ $detail }).
    .remedy = Registreer eerst de tabel, of lees het bestand, onder die naam.

relation-unreadable = Een relatie kan niet worden gelezen ({ $detail }).
    .remedy = Kijk na welke kolommen ze nodig heeft en van welk type elk is.

relation-column-missing = De relatie { $relation } heeft geen kolom “{ $column }”.
    .remedy = Geef haar { $needed }.

region-without-total = De regio { $region } heeft vestigingen maar geen totaal.
    .remedy = Geef een totaal voor elke regio waar er vestigingen zijn.

points-shape = De punten hebben de vorm { $shape }; er zijn twee kolommen nodig.
    .remedy = Geef x en y, of breedte en lengte, één punt per rij.

points-coincide = Alle punten liggen op één plaats: er is geen afstand te meten.
    .remedy = Geef elke vestiging haar eigen coördinaten, of verruim de selectie.

points-outside-window = { $count } punten liggen buiten het venster, of het venster heeft geen oppervlakte.
    .remedy = Geef de kleinste en de grootste x, dan de kleinste en de grootste y, rond alle punten.

sites-too-few = ‘{ $name }’ heeft { $count } vestigingen van enig gewicht; er zijn er minstens { $least } nodig.
    .remedy = Verruim de selectie.

groups-overlap = { $count } vestigingen zijn tegelijk lid en buur.
    .remedy = Reken elke vestiging tot één van beide.

distances-not-increasing = De afstanden lopen niet op.
    .remedy = Geef één lijst van afstanden, van klein naar groot, elk één keer.

bandwidth-range = De bandbreedte { $value } past niet bij afstanden tot { $longest }.
    .remedy = Geef er een boven nul, en niet duizenden keren kleiner dan de grootste afstand.

grid-too-large = Het rooster zou { $cells } cellen vragen; er passen er hoogstens { $most }.
    .remedy = Kies een grotere bandbreedte, kortere afstanden of de exacte berekening.

extent-too-wide = { $count } plaatsen liggen een kwart wereldbol of meer van het midden van de projectie.
    .remedy = Bekijk één continent tegelijk, of meet de afstanden op de bol.

population-too-large = Een bevolking van { $population } is te groot voor het Bernoullimodel.
    .remedy = Kies het Poissonmodel.

share-range = “{ $name }” is { $value }; nodig is een getal tussen 0 en 1.
    .remedy = Geef een aandeel, bijvoorbeeld 0.15 voor vijftien procent.

rows-outside = { $count } van de gevraagde rijen bestaan niet: er zijn er { $rows }.
    .remedy = Tel de rijen vanaf 0.

top-negative = Een lijst van { $k } kandidaten is niet mogelijk.
    .remedy = Vraag 0 kandidaten of meer.

ranks-from-one = “{ $name }” bevat { $value }; plaatsen in een rangschikking tellen vanaf 1.
    .remedy = Geef lengtes van lijsten, bijvoorbeeld 10 en 100.

outcomes-not-binary = “{ $name }” bevat { $count } waarden die geen 0 of 1 zijn.
    .remedy = Geef 1 waar het uitkwam en 0 waar niet.

edges-not-increasing = De grenzen van de klassen lopen niet op van 0 tot 1.
    .remedy = Geef ze van 0 tot 1, elk één keer, van klein naar groot.

design-shape = “{ $name }” heeft { $found } dimensies waar rijen en kolommen nodig zijn.
    .remedy = Geef één rij per geval en één kolom per kenmerk.

lists-without-chosen = In { $count } lijsten is niemand gekozen.
    .remedy = Laat die lijsten weg: ze zeggen niet wie gekozen wordt.

values-not-positive = “{ $name }” bevat { $count } waarden die niet boven nul liggen.
    .remedy = Geef getallen groter dan nul.

floor-above-cap = Niemand kan in minstens { $floor } lijsten staan en in hoogstens { $cap }.
    .remedy = Verlaag de ondergrens of verhoog de bovengrens.

pair-itself = ‘{ $organization }’ zou beide partijen zijn: het is één organisatie.
    .remedy = Geef twee verschillende organisaties.

wish-without-owner = Er is niet gezegd wie beslist.
    .remedy = Geef een login of initialen met `--by`, of in een kolom ‘door’.

wish-names-person = ‘{ $address }’ is het adres van een persoon en hoort hier niet.
    .remedy = Laat het weg; zeg met een login of initialen wie beslist.

rule-without-reason = Een regel heeft een reden nodig.
    .remedy = Zeg met `--reason` waarom: de reden wordt naast het advies getoond.

rule-partner-missing = Er is niet gezegd wie { $organization } wel of niet moet ontmoeten.
    .remedy = Noem de andere organisatie.

rule-partner-unasked = Een regel over één organisatie noemt geen andere; “{ $partner }” is er een te veel.
    .remedy = Laat de tweede weg, of kies `must` of `must-not`.

rule-unknown = Er geldt geen regel van die soort ({ $kind }) voor { $sides }.
    .remedy = `traitdunion rules` somt de geldende regels op.

answer-arguments = Er zijn twee organisaties en een uitkomst nodig, of een bestand.
    .remedy = Typ `traitdunion answer ORG PARTNER OUTCOME --by WHO`, of `traitdunion answer --file FILE`.

answer-unknown = Er is geen antwoord ‘{ $outcome }’ van { $organization } en { $partner } genoteerd.
    .remedy = `traitdunion answers` somt ze op.

answer-reason-missing = Een weigering heeft een reden nodig.
    .remedy = Kies uit { $known }.

answer-reason-unasked = Een reden (‘{ $reason }’) hoort bij een weigering; de uitkomst is ‘{ $outcome }’.
    .remedy = Laat de reden weg, of schrijf ze als opmerking.

answer-in-the-future = De dag { $day } moet nog komen.
    .remedy = Geef de dag waarop het antwoord kwam.

answer-columns-missing = Deze tabel bevat geen antwoorden: er ontbreekt { $missing }. De kolommen zijn { $columns }.
    .remedy = Noem de kolommen ‘organisatie’, ‘partner’, ‘uitkomst’ en ‘datum’.

answer-without-side = Dit antwoord zegt niet over wie het gaat.
    .remedy = Geef het kenmerk of de exacte naam van beide organisaties.

answer-without-day = Dit antwoord heeft geen dag.
    .remedy = Schrijf de dag waarop het kwam, zoals `2026-06-30`.

answer-repeated = Rij { $first_row } zegt iets anders over hetzelfde antwoord.
    .remedy = Houd een van beide rijen.

answer-not-given =
    { $count ->
        [one] Eén rij heeft geen uitkomst; ze is overgeslagen.
       *[other] { $count } rijen hebben geen uitkomst; ze zijn overgeslagen.
    }
    .remedy = U hoeft niets te doen als het antwoord nog moet komen.

cooldown-range = Een rusttijd van { $days } dagen is niet mogelijk.
    .remedy = Geef een aantal dagen van 0 tot { $most }.

count-from-one = “{ $name }” is { $value }; dit aantal begint bij 1.
    .remedy = Geef 1 of meer.

recommend-one-way = Een organisatie, --all en --pairs sluiten elkaar uit.
    .remedy = Noem een organisatie, of geef één van de twee opties.

recommend-cap-for-all = --cap en --floor spreiden het advies over iedereen.
    .remedy = Gebruik ze met --kind partner --all.

weigh-not-a-number = ‘{ $value }’ zegt niet hoe vaak een nabijheid telt.
    .remedy = Schrijf bijvoorbeeld geographic=2 of standing=0.

backtest-days = Een advies kan niet alles weten tot { $until } en beoordeeld worden vanaf { $start }.
    .remedy = Beoordeel het op dagen na wat het weet, en eindig niet vóór u begint, zoals in `--until 2017 --from 2018`.

backtest-no-history = Vanaf { $start } blijkt uit niets met een datum dat twee organisaties die al bekend waren, zijn gaan samenwerken.
    .remedy = Laad banden, evenementen of projecten met hun datum van voor en na die dag, of kies andere dagen.

country-without-organizations = Geen enkele organisatie die toen bekend was, ligt in het land ‘{ $value }’.
    .remedy = Kies uit { $known }, of `all`.

organization-not-advised = Voor ‘{ $organization }’ is er geen advies over partners: het is een cluster, ligt in het buitenland, of er is niets bekend over wat de organisatie doet.
    .remedy = Noem een andere organisatie, of laad haar projecten, evenementen, banden of thema’s.

not-a-cluster = ‘{ $organization }’ is geen cluster.
    .remedy = Noem twee clusters.

proximity-range = De nabijheid ‘{ $name }’ kan niet { $value } keer tellen.
    .remedy = Geef een getal van { $least } tot { $most }; 1 is wat er geleerd is.

schedule-range = De waarde die voor ‘{ $name }’ van de ontmoetingsdag is gegeven, kan niet.
    .remedy = Geef gehele getallen vanaf 0, gewichten boven 0, aandelen van 0 tot 1, en elke wens één keer, nooit naar zichzelf.

resistance-no-convergence = De potentialen van het netwerk kwamen in { $steps } stappen niet tot rust.
    .remedy = De gewichten van de banden verschillen te veel: breng ze dichter bij elkaar, of neem hun wortels.

timetable-range = Een ontmoetingsdag heeft minstens één tijdvak nodig, gesprekken van minstens één minuut en geen negatieve pauzes.
    .remedy = Geef `--slots` en `--minutes` boven 0, en `--gap` vanaf 0.

timetable-too-long = { $slots } tijdvakken van { $minutes } minuten eindigen niet voor middernacht.
    .remedy = Geef minder of kortere tijdvakken, of begin vroeger.

hour-not-a-time = ‘{ $value }’ is geen uur.
    .remedy = Schrijf het als 09:00.

break-not-a-slot = Tijdvak { $value } kan geen pauze zijn: de dag telt { $slots } tijdvakken.
    .remedy = Geef het nummer van een tijdvak, vanaf 1.

participant-not-known = ‘{ $participant }’ staat niet in de lijst van deelnemers.
    .remedy = Schrijf de naam zoals in de lijst, of voeg hem aan de lijst toe.

wishes-columns-missing = Deze tabel mist kolommen die een ontmoetingsdag nodig heeft: { $missing }. Ze heeft: { $columns }.
    .remedy = Hernoem de kolommen, of voeg ze toe.

wish-repeated = Deze wens staat al in rij { $first_row }.
    .remedy = Laat een van beide rijen weg.

wish-without-side = Een cel die een organisatie moet noemen, is leeg.
    .remedy = Vul de naam van de organisatie of het nummer van haar badge in.

wish-priority = ‘{ $value }’ is geen prioriteit.
    .remedy = Schrijf 1 (het meest gewenst), 2 of 3, of hoog, gemiddeld of laag.

slots-unreadable = ‘{ $value }’ noemt geen tijdvakken van een dag van { $slots }.
    .remedy = Schrijf nummers en reeksen, zoals 1-3, 5.

schedule-unreadable = { $file } is geen programma dat `traitdunion schedule` schreef.
    .remedy = Geef het bestand `schedule.json` van een eerdere uitvoer.

chance-not-inside = { $count } kansen liggen niet boven 0 en onder 1.
    .remedy = Laat weg wat zeker is, of schrijf 0,01 of 0,99.

count-too-small = “{ $name }” is { $count }; er zijn er minstens { $least } nodig.
    .remedy = Geef er meer, of doe het zonder.

waiting-list-plan = De eerste { $budget } introducties blijven niet binnen de grenzen van deze ronde.
    .remedy = Geef eerst het plan van deze ronde, elke introductie één keer, en dan wat volgt.

groups-size = Een groep kan niet van { $least } tot { $most } leden tellen.
    .remedy = Geef twee gehele getallen vanaf 2, het kleinste eerst.

list-columns-missing = Deze tabel mist { $missing }. De kolommen zijn { $columns }.
    .remedy = Hernoem de kolommen, of voeg ze toe.

introduction-without-side = Deze introductie zegt niet over wie het gaat.
    .remedy = Geef het kenmerk of de exacte naam van beide organisaties.

broker-missing = Deze rij noemt geen bemiddelaar.
    .remedy = Geef een gebruikersnaam of initialen, of verwijder de rij.

broker-repeated = Deze bemiddelaar staat al in rij { $first_row }.
    .remedy = Geef elke bemiddelaar één rij, of andere initialen.

broker-without-introductions = Er staat niet hoeveel introducties deze bemiddelaar kan doen.
    .remedy = Schrijf een geheel getal, zoals 10; 0 voor geen.

quota-range = Het quotum “{ $quota }” kan niet: het minimum ligt boven het maximum, of boven 100 %.
    .remedy = Geef een aantal introducties, of een aandeel tot 100 %.

quota-not-read = “{ $value }” is niet te lezen als een quotum.
    .remedy = Schrijf `dimensie:groep=getal`, zoals `region:Wallonia=20`, `cluster:*=5` of `size:under-50=50%`.

quota-group-unknown = Geen enkele organisatie zit in de groep van het quotum “{ $quota }”.
    .remedy = Kies uit: { $known }.

brokers-too-many = { $count } makelaars is meer dan { $most }.
    .remedy = Breng makelaars met dezelfde talen en regio’s samen op één rij.

pin-not-a-candidate = Geen introductie van { $organization } en { $partner } staat bij de kandidaten.
    .remedy = Kijk beide namen na; met --add kan elk paar toegevoegd worden.

pin-barred = { $organization } en { $partner } zijn vastgezet, maar een regel, een antwoord of ontbrekende toestemming verbiedt dat.
    .remedy = Haal de speld weg, of trek de regel in.

pair-not-read = “{ $value }” is niet te lezen als een paar organisaties.
    .remedy = Schrijf beide kanten met een gelijkteken ertussen: ORG=ORG.

partner-advice-missing = { $organization } en { $partner } zijn geen clusters; om zo’n paar te wegen is het advies over partners nodig.
    .remedy = Geef `advice` mee, gemaakt door `td.partner_advice`.

plan-impossible = Geen enkel plan houdt zich aan al deze regels samen: { $rules }.
    .remedy = De kleinste verandering waarmee ze wel samengaan: { $changes }.

group-size-not-read = “{ $value }” is niet te lezen als de grootte van een groep.
    .remedy = Schrijf het minste en het meeste, zoals 5-10; minstens 2.

weight-unknown = De winst heeft geen deel “{ $name }”.
    .remedy = Kies uit: { $known }.

page-unknown = Op dit adres staat geen pagina.
    .remedy = Zoek wat u wilde zien, of begin bij het overzicht.

page-number = ‘{ $value }’ is geen paginanummer.
    .remedy = Neem een nummer onderaan de lijst, bijvoorbeeld 2.

page-read-only = De pagina’s van de site kunt u alleen lezen.
    .remedy = Open het adres in de browser; wijzigen doet u met `traitdunion` op de opdrachtregel.

workspace-empty = Er is niets geladen in de werkruimte { $folder }.
    .remedy = Laad uw bestanden met `traitdunion load`, of bekijk het voorbeeld met `traitdunion demo`.

page-failed = De site kon deze pagina niet maken.
    .remedy = Probeer opnieuw; lukt het weer niet, meld dan het adres en wat u aan het doen was.

report-missing = Er is nog geen verslag in deze werkruimte.
    .remedy = Doe `traitdunion report` en laad deze pagina opnieuw.

page-unreadable = Deze aanvraag kan niet gelezen worden.
    .remedy = Open de site op het adres dat ze bij het starten gaf, en volg haar links.

plan-number = ‘{ $value }’ past niet in het veld ‘{ $field }’.
    .remedy = Geef een geheel getal van { $least } tot { $most }.

plan-many = { $count } waarden van ‘{ $name }’ zijn er meer dan een pagina van het plan aanneemt.
    .remedy = Geef er hoogstens { $most }; de opdrachtregel neemt er zoveel u wilt.

plan-pair-half = ‘{ $value }’ is één kant van een introductie; de andere ontbreekt.
    .remedy = Vul beide kanten in, of geen van beide.
