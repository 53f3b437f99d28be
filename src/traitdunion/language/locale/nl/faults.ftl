# Faults of files: what is wrong in a place, and how to mend it
faulty-file =
    { $count ->
        [one] { $count } fout gevonden in { $file }; er is niets geladen.
       *[other] { $count } fouten gevonden in { $file }; er is niets geladen.
    }
    .remedy = Verbeter die cellen en laad het bestand opnieuw.

# The file itself
file-missing = Dit bestand bestaat niet.
    .remedy = Kijk de naam en de map na.
file-is-folder = Dit is een map, geen bestand.
    .remedy = Noem de bestanden erin.
file-empty = Dit bestand is leeg.
    .remedy = Sla het opnieuw op vanuit uw rekenblad.
file-only-headings = Er zijn alleen kolomtitels, geen rijen.
    .remedy = Voeg minstens één rij toe onder de titels.
file-extension = De extensie ‘{ $extension }’ is niet bekend.
    .remedy = Sla het bestand op als een van deze: { $known }.
file-encrypted = Dit bestand is met een wachtwoord beveiligd.
    .remedy = Sla het op zonder wachtwoord.
file-damaged = Dit bestand is beschadigd ({ $detail }).
    .remedy = Open het in uw rekenblad en sla het opnieuw op.
file-not-text = Dit bestand is geen tekst.
    .remedy = Sla het op als CSV (UTF-8) of XLSX.
file-too-large = Uitgepakt is dit bestand { $megabytes } MB groot; de grens is { $limit } MB.
    .remedy = Sla het op als CSV, of splits het.
too-many-cells = Dit blad telt { $cells } cellen; de grens is { $limit }.
    .remedy = Verwijder lege rijen en kolommen, of sla op als CSV.
quotes-broken = Een aanhalingsteken geopend op rij { $row } wordt nooit gesloten.
    .remedy = Sluit het, of verdubbel aanhalingstekens die bij de tekst horen.
cordis-not-found = Er zijn geen CORDIS-bestanden (projecten, organisaties) gevonden.
    .remedy = Geef de CSV-bestanden van de CORDIS-download, of het ZIP-bestand.

# Tables and headings
table-not-recognized = Deze tabel is niet herkend. De kolommen zijn { $columns }.
    .remedy = Noem een kolom ‘name’, of zeg met `--map` wat elke kolom betekent.
heading-twice = Twee kolommen hebben dezelfde naam.
    .remedy = Hernoem een van beide.
heading-missing = Een kolom heeft geen naam; ze is apart bewaard.
    .remedy = Geef ze een naam om ze te gebruiken.
row-too-long = Deze rij heeft { $cells } cellen voor { $headings } titels.
    .remedy = Zet teksten met het scheidingsteken tussen aanhalingstekens.
row-torn = Deze rij heeft maar { $cells } cellen voor { $headings } titels: een regeleinde heeft ze gebroken.
    .remedy = Zet teksten van meer dan één regel tussen aanhalingstekens.
mapping-not-toml = Het bestand met de kolomtoewijzing is niet leesbaar ({ $detail }).
    .remedy = Begin van een bestand dat `--save-mapping` schreef.
mapping-part = ‘{ $part }’ is geen bekend deel van een kolomtoewijzing.
    .remedy = De delen zijn { $known }.
mapping-noun = ‘{ $noun }’ is geen bekend soort tabel.
    .remedy = Kies uit { $known }.
mapping-field = ‘{ $field }’ is geen veld van ‘{ $noun }’.
    .remedy = De velden zijn { $known }.
mapping-column-missing = De kolomtoewijzing noemt een kolom die het bestand niet heeft. Het heeft { $columns }.
    .remedy = Verbeter de naam in de toewijzing of in het bestand.
column-also-claims = Deze kolom kan ook ‘{ $field }’ geven; ‘{ $chosen }’ is gekozen.
    .remedy = Zeg met `--map` welke gelezen moet worden.
direction = ‘{ $value }’ is geen richting.
    .remedy = Schrijf `directed` of `undirected`.

# Rows
row-names-nothing = Deze rij noemt niets: geen naam, geen kenmerk, geen nummer.
    .remedy = Geef minstens een naam, of verwijder de rij.
row-repeated =
    { $count ->
        [one] Eén rij komt dubbel voor; ze is één keer bewaard.
       *[other] { $count } rijen komen dubbel voor; elk is één keer bewaard.
    }
    .remedy = U hoeft niets te doen.
reference-of-two = Het kenmerk ‘{ $ref }’ staat hier voor { $name } en in { $other_file } (rij { $other_row }) voor { $other }.
    .remedy = Geef elk een eigen kenmerk.
tie-without-end = Deze band zegt niet wie hij verbindt.
    .remedy = Vul beide kolommen in, met een kenmerk, een nummer of een exacte naam.
tie-to-itself = Deze band verbindt een organisatie met zichzelf.
    .remedy = Verbeter een van beide kanten, of verwijder de rij.
tie-kind-assumed =
    { $count ->
        [one] Eén band heeft geen soort; hij is gelezen als ‘{ $kind }’.
       *[other] { $count } banden hebben geen soort; ze zijn gelezen als ‘{ $kind }’.
    }
    .remedy = Vul de kolom ‘kind’ in om het juister te zeggen.
participation-without-end = Deze deelname zegt niet wie deelnam, of waaraan.
    .remedy = Vul het evenement en de organisatie in.
until-before-since = Het einde ({ $until }) ligt voor het begin ({ $since }).
    .remedy = Verbeter een van beide datums.

# Identifiers
identifier-format = ‘{ $text }’ heeft niet de vorm van zo’n nummer.
    .remedy = Neem het over van de bron; een Belgisch nummer heeft tien cijfers, zoals 0417.497.106.
identifier-length = ‘{ $text }’ telt { $length } tekens, niet het vereiste aantal.
    .remedy = Kijk na of een cijfer ontbreekt; een rekenblad wist nullen vooraan.
identifier-check-digits = De controlecijfers van ‘{ $text }’ kloppen niet.
    .remedy = Vergelijk het met de Kruispuntbank van Ondernemingen.
identifier-is-establishment = ‘{ $text }’ is het nummer van een vestigingseenheid, niet van de onderneming.
    .remedy = Geef het ondernemingsnummer, dat met 0 of 1 begint.
identifier-is-enterprise = ‘{ $text }’ is een ondernemingsnummer, niet dat van een vestigingseenheid.
    .remedy = Geef het vestigingsnummer, dat met een cijfer van 2 tot 8 begint.
identifier-scheme = ‘{ $scheme }’ is geen bekend soort nummer.
    .remedy = Kies uit { $schemes }.
zero-restored =
    { $count ->
        [one] Eén nummer had zijn nul vooraan verloren; ze is hersteld.
       *[other] { $count } nummers hadden hun nul vooraan verloren; ze is hersteld.
    }
    .remedy = Zet de kolom in uw rekenblad op tekst.
number-of-another-country =
    { $count ->
        [one] Eén nummer is van een ander land; het is apart bewaard.
       *[other] { $count } nummers zijn van andere landen; ze zijn apart bewaard.
    }
    .remedy = U hoeft niets te doen als die organisaties in het buitenland zitten.
vat-left-out =
    { $count ->
        [one] Eén btw-nummer is ongeldig; het is weggelaten.
       *[other] { $count } btw-nummers zijn ongeldig; ze zijn weggelaten.
    }
    .remedy = U hoeft niets te doen.
cordis-row-without-key =
    { $count ->
        [one] Eén rij heeft geen kenmerk; ze is weggelaten.
       *[other] { $count } rijen hebben geen kenmerk; ze zijn weggelaten.
    }
    .remedy = U hoeft niets te doen.

# Activities
activity-format = ‘{ $text }’ is geen activiteitscode.
    .remedy = Schrijf een NACE-code van twee tot zeven cijfers, zoals 28.41.
activity-section = De letter { $section } van ‘{ $text }’ past niet bij de cijfers.
    .remedy = Laat de letter weg.
unknown-activity = De code { $code } bestaat niet in NACE { $version }.
    .remedy = Kijk de code en de versie na: NACE-BEL is in 2025 veranderd.
unknown-activity-version = De versie { $version } van NACE is niet bekend.
    .remedy = Kies uit { $versions }.

# Values of cells
digits-lost = Het rekenblad heeft dit nummer afgerond; de laatste cijfers zijn weg.
    .remedy = Zet de kolom op tekst en neem het nummer opnieuw over.
date-unreadable = ‘{ $value }’ is geen datum.
    .remedy = Schrijf `2019`, `05/2019` of `31/12/2019`.
date-impossible = De datum ‘{ $value }’ bestaat niet.
    .remedy = Verbeter de dag, de maand of het jaar.
number-unreadable = ‘{ $value }’ is geen getal.
    .remedy = Schrijf alleen cijfers, met een decimale komma of punt.
number-not-whole = ‘{ $value }’ is geen geheel getal.
    .remedy = Schrijf een getal zonder decimalen.
number-below-zero = ‘{ $value }’ is kleiner dan nul.
    .remedy = Schrijf nul of meer.
amount-ambiguous = ‘{ $value }’ is op twee manieren te lezen: het teken kan duizendtallen of decimalen scheiden.
    .remedy = Schrijf de decimalen, zoals `1234,00`.
yes-or-no-unreadable = ‘{ $value }’ is geen ja en geen nee.
    .remedy = Schrijf ja of nee.
country-unknown = Het land ‘{ $value }’ is niet bekend.
    .remedy = Schrijf de code van twee letters, zoals BE, of de naam.
coordinate-alone = Er is maar één van beide coördinaten.
    .remedy = Geef breedtegraad en lengtegraad, of geen van beide.
coordinate-outside = De coördinaten { $lat }, { $lon } bestaan niet.
    .remedy = Geef decimale graden (WGS 84).
coordinates-swapped = De breedtegraad { $lat } en lengtegraad { $lon } lijken verwisseld.
    .remedy = In België is de breedtegraad ongeveer 50 en de lengtegraad ongeveer 4.
year-set-aside =
    { $count ->
        [one] Bij één getal staat een jaar tussen haakjes; het jaar is apart bewaard.
       *[other] Bij { $count } getallen staat een jaar tussen haakjes; het jaar is apart bewaard.
    }
    .remedy = U hoeft niets te doen.
employees-rounded =
    { $count ->
        [one] Eén aantal werknemers had decimalen; het is afgerond.
       *[other] { $count } aantallen werknemers hadden decimalen; ze zijn afgerond.
    }
    .remedy = U hoeft niets te doen.
word-unknown = Het woord ‘{ $value }’ is niet bekend; het is gelezen als ‘{ $read }’.
    .remedy = Gebruik een woord uit de referentielijst als u iets anders bedoelt.
own-word = De soort ‘{ $value }’ is van u; ze is bewaard als ‘{ $read }’.
    .remedy = U hoeft niets te doen.

# What was guessed or left out
members-guessed = Volgens de naam van het bestand zijn deze organisaties allemaal lid.
    .remedy = Voeg een kolom ‘member’ toe als dat niet klopt.
clusters-guessed = Volgens de naam van het bestand zijn deze organisaties allemaal clusters.
    .remedy = Voeg een kolom ‘kind’ toe als dat niet klopt.
mail-left-out =
    { $count ->
        [one] Eén e-mailadres is niet gelezen: het register van organisaties bewaart geen personen.
       *[other] { $count } e-mailadressen zijn niet gelezen: het register van organisaties bewaart geen personen.
    }
    .remedy = U hoeft niets te doen.
person-column-left-out = Deze kolom gaat over personen; ze is niet gelezen.
    .remedy = U hoeft niets te doen.
letters-mended =
    { $count ->
        [one] Letters die door een foute codering beschadigd waren, zijn hersteld: ‘{ $mended }’.
       *[other] Letters die door een foute codering beschadigd waren, zijn in { $count } cellen hersteld, zoals ‘{ $mended }’.
    }
    .remedy = Sla het bestand op als CSV (UTF-8).
encoding-guessed = Dit bestand is geen UTF-8; het is gelezen als { $encoding }.
    .remedy = Sla het op als CSV (UTF-8) als accenten fout lijken.
sheet-hidden = Dit blad is verborgen; het is niet gelezen.
    .remedy = Maak het zichtbaar als het gelezen moet worden.
title-skipped = Deze rij is een titel boven de tabel; ze is niet als kolomtitels gelezen.
    .remedy = U hoeft niets te doen.
