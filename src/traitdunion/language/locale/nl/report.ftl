# The head of the page
report-title = Wie ontmoet wie, en wie zou elkaar moeten ontmoeten
report-kicker = Doorlichting van de banden en introductieplan
report-day = Toestand op { $day }
report-skip = Naar de inhoud
report-languages = Talen
report-contents = Inhoud
not-known = niet bekend

lead-members =
    { $members ->
        [one] Van { $members } lid: { $tied } met een bekende band, { $no_tie_known } zonder bekende band, { $no_data } zonder gegevens.
       *[other] Van { $members } leden hebben er { $tied } een bekende band met een cluster; voor { $no_tie_known } tonen de geraadpleegde bronnen er geen; over { $no_data } hebben we geen gegevens.
    }
lead-pairs =
    { $gaps ->
        [0] Tussen de { $clusters } genoemde clusters ontmoet geen enkel van de { $pairs } paren elkaar duidelijk minder dan verwacht; bij { $unsure } ervan verwachten we op basis van de bronnen te weinig contacten om te besluiten.
        [one] Tussen de { $clusters } genoemde clusters ontmoet { $gaps } van de { $pairs } paren elkaar duidelijk minder dan hun grootte, afstand en thema’s doen verwachten.
       *[other] Tussen de { $clusters } genoemde clusters ontmoeten { $gaps } van de { $pairs } paren elkaar duidelijk minder dan hun grootte, afstand en thema’s doen verwachten.
    }
lead-plan =
    { $count ->
        [one] Het plan stelt { $count } introductie voor.
       *[other] Het plan stelt { $count } introducties voor.
    }
lead-plan-times =
    { $count ->
        [one] Het plan stelt { $count } introductie voor, die { $times } keer zoveel zou opleveren als een willekeurige keuze.
       *[other] Het plan stelt { $count } introducties voor; samen zouden ze { $times } keer zoveel opleveren als een willekeurige keuze.
    }

# Titles of the sections
section-overview = In het kort
section-contacts = Contacten tussen clusters
section-plan = Het plan
section-profiles = Cluster per cluster
section-members = De leden
section-map = De kaart
section-bridges = Bruggenbouwers en zwakke schakels
section-method = De methode
section-lists = Lijsten om te downloaden
section-sources = Bronnen en licenties

# In brief
overview-tied =
    { $count ->
        [one] lid met een bekende band
       *[other] leden met een bekende band
    }
overview-no-tie-known =
    { $count ->
        [one] lid in onze bronnen, zonder bekende band
       *[other] leden in onze bronnen, zonder bekende band
    }
overview-no-data =
    { $count ->
        [one] lid zonder gegevens
       *[other] leden zonder gegevens
    }
overview-clusters = clusters, op { $organizations } organisaties en { $ties } banden
overview-caveats = Voor u een cijfer gelooft

# What to know before believing a number
caveat-absence-is-not-proof = Een band die ontbreekt is ‘niet bekend’; dat bewijst nooit dat hij niet bestaat.
caveat-award-winners-stand-in = Er bestaat geen openbare ledenlijst: de winnaars van de Factory of the Future-award nemen hier die plaats in. De award bewijst geen lidmaatschap.
caveat-sources-cover-unevenly = De bronnen dekken niet iedereen even goed: grote organisaties, onderzoek en wie vaak in de pers komt, zijn oververtegenwoordigd.

caveat-inferred-facts = Sommige plaatsen en activiteiten zijn afgeleid of algemene kennis, niet uit een register gelezen; de kolom ‘grondslag’ in de lijsten zegt het.
caveat-broker-left-out = Contacten via de federatie of haar onderzoekscentrum staan apart en tellen in geen enkele berekening mee.

# The members
members-intro = Er zijn drie antwoorden: een bekende band, geen bekende band hoewel een bron het lid dekt, of helemaal geen gegevens. Alleen de eerste twee zeggen iets over het lid; het derde gaat over onze bronnen.
members-by-region = Dekking per regio
members-by-size = Dekking per grootte
members-by-sector = Dekking per sector
members-bar = Verdeling
members-each = Lid per lid

# The map
map-intro = Waar de clusters liggen, en waar de leden zitten zonder bekende band.
map-title = Kaart van clusters en leden
map-described = Kaart van België. Clusters zijn vierkanten, leden met een band volle cirkels, leden zonder bekende band open cirkels, leden zonder gegevens kruisjes. De tabel hieronder geeft dezelfde cijfers per plaats.
map-cluster =
    { $count ->
        [one] { $count } cluster
       *[other] { $count } clusters
    }
map-tied =
    { $count ->
        [one] { $count } lid met een bekende band
       *[other] { $count } leden met een bekende band
    }
map-no-tie-known =
    { $count ->
        [one] { $count } lid zonder bekende band
       *[other] { $count } leden zonder bekende band
    }
map-no-data =
    { $count ->
        [one] { $count } lid zonder gegevens
       *[other] { $count } leden zonder gegevens
    }
map-other =
    { $count ->
        [one] { $count } andere organisatie
       *[other] { $count } andere organisaties
    }
map-spread = Organisaties op dezelfde plaats zijn rond het midden ervan gespreid om zichtbaar te blijven: de ligging is die van de plaats, niet van het gebouw.
map-left-out =
    { $count ->
        [one] { $count } organisatie valt buiten het kader.
       *[other] { $count } organisaties vallen buiten het kader.
    }
map-table = De kaart als tabel, plaats per plaats
map-table-caption = Organisaties op de kaart, per plaats
map-column-cluster = Clusters
map-column-tied = Leden met band
map-column-no-tie-known = Leden zonder bekende band
map-column-no-data = Leden zonder gegevens
map-column-other = Andere
map-clusters = Alle clusters

# Contacts between clusters
contacts-intro = Twee clusters hebben contact wanneer een organisatie met beide een band heeft, of wanneer ze samen een overeenkomst, project of evenement hebben. We vergelijken wat de bronnen tonen met wat grootte, afstand, thema’s en taal doen verwachten.
contacts-aside = Contacten via { $brokers } tellen we apart: iedereen ontmoeten is hun vak.
contacts-named = De genoemde clusters, twee aan twee
matrix-caption = Geziene contacten tussen de genoemde clusters
matrix-expected = verwacht { $expected }
matrix-through = +{ $count } apart
matrix-gap = onder verwachting: het hele interval van de verhouding ligt onder 1
matrix-within = volgens verwachting: minstens één contact verwacht, en het interval bevat 1
matrix-above = boven verwachting: het hele interval ligt boven 1
matrix-unsure = onzeker: minder dan één contact verwacht, te weinig om te besluiten
pairs-caption = Elk paar genoemde clusters, tekorten eerst (interval van { $level })
pairs-pair = Paar
pairs-of-two = { $a } en { $b }
pairs-chart = Gezien t.o.v. verwacht, getekend
pairs-read = Een verhouding van 1 betekent zoveel als verwacht, 0,5 half zoveel. De lijn toont het interval, de stippellijn de verhouding 1.
contacts-all = Alle paren
contacts-all-intro =
    { $count ->
        [one] { $count } clusterpaar is onderzocht.
       *[other] { $count } clusterparen zijn onderzocht. De paren die het verst onder de verwachting liggen, komen eerst.
    }
contacts-all-caption = Clusterparen, het verst onder de verwachting eerst

# Bridges and weak spots
bridges-intro = Sommige organisaties hebben een band met meer dan één cluster en brengen ze samen: dat zijn de bruggenbouwers van het netwerk. Draagt er één alleen een paar, dan valt het paar uiteen als zij vertrekt; dragen drie het samen, dan telt elk naar rato voor een derde.
bridges-caption = Organisaties die clusterparen samenhouden
weak-title = Zwakke schakels
weak-intro =
    { $count ->
        [one] { $count } clusterpaar hangt af van één organisatie.
       *[other] { $count } clusterparen hangen af van één organisatie.
    }
weak-caption = Clusterparen die door één organisatie verbonden zijn
weak-none = Geen enkel paar hangt af van één organisatie.

# Cluster by cluster
profiles-intro = Voor elk genoemd cluster, voor de federatie en voor haar onderzoekscentrum: wie er een band mee heeft, de sterktes, met welke clusters er contact is, en welke leden u kunt voorstellen.
profile-ties = Wie een band heeft met { $name }
profile-ties-caption =
    { $count ->
        [one] { $count } bekende band met { $name }
       *[other] { $count } bekende banden met { $name }
    }
profile-sources = Volgens { $sources }.
place-general-knowledge = De plaats komt uit algemene kennis.
profile-no-ties = Er is geen band bekend.
profile-strengths = Waarin { $name } sterk is
profile-strengths-caption = Aandeel van het thema hier t.o.v. overal (interval van { $level })
profile-meets = Clusters waarmee contact is
profile-meets-caption = Contacten van { $name } met andere clusters
profile-should-meet = Clusters om vaker te ontmoeten
profile-should-meet-caption = Clusters die { $name } minder ontmoet dan verwacht
profile-fitting = Leden om aan { $name } voor te stellen
profile-planned = Regel { $rank } van het plan

# The method, in plain words
method-ties-term = Wat als band telt
method-ties = Een band is een feit dat een bron toont: op een campus zitten, lid zijn, mee oprichten, een project doen, een overeenkomst tekenen. Elke band houdt het adres en de datum van zijn bron. Een prijs of subsidie krijgen is geen band.
method-coverage-term = Niet bekend is niet onbestaand
method-coverage = Dekt geen enkele bron een lid, dan zeggen we dat, in plaats van het bij de leden zonder band te tellen.
method-expected-term = De verwachte contacten
method-expected = Zoals twee steden meer uitwisselen als ze groot zijn en dicht bij elkaar liggen, zo ontmoeten twee clusters elkaar meer als ze groot zijn, dichtbij liggen, dezelfde thema’s hebben en dezelfde taal spreken. Dit zwaartekrachtmodel is geschat op { $pairs } paren en { $contacts } contacten; het geeft voor elk paar wat u ervan mag verwachten.
method-ratio-term = Gezien ten opzichte van verwacht
method-ratio = Nul contacten waar er 0,3 verwacht zijn, bewijst niets; nul waar er acht verwacht zijn, zegt veel. Daarom trekken we de verhouding naar het gemiddelde, sterker naarmate er minder verwacht is (empirisch-Bayesiaanse verhouding), en geven we een interval van { $level }.
method-discovery-term = Veel paren, weinig vals alarm
method-discovery = Wie tweeduizend paren bekijkt, vindt er altijd een paar die door louter toeval opvallen. De q-waarde zegt welk aandeel vals alarm u aanvaardt als u een paar en alle vorige overhoudt.
method-broker-term = De bemiddelaar apart
method-broker = De federatie en haar onderzoekscentrum ontmoeten iedereen. Hen meetellen zou de tekorten verbergen die we zoeken; hun contacten staan er dus naast.
method-sources-term = Ongelijke bronnen
method-sources = Een cluster die vaak in de pers komt, toont meer banden dan een stille cluster. De grootte gaat in het model zoals de bronnen ze tonen; dat vangt een deel van die fout op, niet alles. Vraag de twee clusters of een tekort echt is voor u er iets mee doet.
method-strengths-term = De sterktes
method-strengths = Een thema is een sterkte wanneer zijn aandeel bij de organisaties met een band groter is dan zijn aandeel overal. Kleine aantallen worden naar 1 getrokken, en het interval van { $level } zegt hoe zeker het is.
method-plan-term = De keuze van de introducties
method-plan = De regels zijn samen gekozen om het meest op te leveren, zonder te overschrijden wat een organisatie of cluster aankan, en staan in de volgorde waarin elke regel het meest toevoegt aan de vorige. Het plan staat naast willekeurige keuzes, de beste scores en een berekend maximum. De kansen zijn schattingen van het model, geen beloften.
method-repeat-term = De berekening overdoen
method-repeat = Dezelfde gegevens, dezelfde startwaarde ({ $seed }) en dezelfde versie geven hetzelfde verslag, tot op de byte.
model-more = De getallen van het model
model-caption = Zwaartekrachtmodel van de verwachte contacten
model-what = Grootheid
model-value = Waarde
model-error = Standaardfout
term-model-intercept = constante
term-model-size = grootte van beide clusters (log)
term-model-distance = afstand (log)
term-model-relatedness = gedeelde thema’s
term-model-language = gemeenschappelijke taal
term-model-dispersion = spreiding
term-model-overdispersion-p = overdispersie, p-waarde
term-model-prior-shape = a-prioriverdeling, vorm
term-model-prior-mean = a-prioriverdeling, gemiddelde

source-audit = deze doorlichting

# Tables, lists, sources, the foot
table-next =
    { $count ->
        [one] De volgende rij
       *[other] De volgende { $count } rijen
    }
table-whole = { $shown } van { $count } rijen staan hier.
table-download = De volledige lijst downloaden
lists-intro = Elke lijst opent in een rekenblad, met dezelfde cijfers als deze pagina.
lists-workbook = Alle lijsten in één werkmap (XLSX)
lists-caption = De lijsten
lists-list = Lijst
lists-rows = Rijen
lists-file = Bestand
sources-intro = De feiten komen uit openbare pagina’s en registers; hun adres staat overal waar ze dienen. De teksten blijven van hun auteurs.
sources-caption = Wat gebruikt is, en onder welke licentie
fact-data-date = Gegevens tot
fact-as-of = Toestand op
fact-ecosystem = Ecosysteem
fact-seed = Startwaarde
fact-version = Versie
