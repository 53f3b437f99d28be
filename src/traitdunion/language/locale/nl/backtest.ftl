# The verb
command-backtest = zien hoe vaak vroeger advies uitkwam
command-backtest-help = Geeft het advies van een vroegere dag opnieuw, met wat men die dag wist en niets anders, en kijkt wat uitkwam: nieuwe partners, eerste partners van nieuwkomers, clusters waar men lid van werd; naast tien eenvoudige methoden, met intervallen. Zegt ook of de voorspelde kansen te geloven zijn en hoe gelijk het advies verdeeld is. Zonder --to telt alles na de eerste beoordeelde dag.
option-until = laatste dag die het advies kent, zoals 2017 of 2017-06-30
option-from = eerste dag waarop het beoordeeld wordt, zoals 2018
option-to = laatste dag waarop het beoordeeld wordt (anders alle dagen die volgen)
option-country = land van de organisaties die advies krijgen en genoemd worden, twee letters (anders BE, of het land met de meeste)
progress-backtest-partners = advies over partners beoordelen
progress-backtest-newcomers = advies aan nieuwkomers beoordelen
progress-backtest-clusters = advies over clusters beoordelen
progress-describe = vroegere paren beschrijven
progress-train = leren van vroegere paren

# On the terminal
backtest-legend = MRR: één gedeeld door de plaats van de eerste juiste, gemiddeld. Treffers@k: aandeel van wie vraagt met een juiste bij de eerste k. Recall@k: aandeel van de juiste dat bij de eerste k staat. AUC: aandeel gewonnen vergelijkingen; de helft is toeval.
backtest-task = { $task }: { $asked ->
        [one] één vraag
       *[other] { $asked } vragen
    }, { $candidates ->
        [one] één kandidaat
       *[other] { $candidates } kandidaten
    }
backtest-nobody = { $task }: over deze dagen valt geen vraag te stellen.
backtest-interval = 95%-interval
backtest-better = { $measure }: beter dan de beste vergelijkingsmethode ({ $baseline }): { $ratio } keer, { $low } tot { $high }
backtest-not-shown = { $measure }: niet aangetoond beter dan de beste vergelijkingsmethode ({ $baseline }): { $ratio } keer, { $low } tot { $high } (het interval bevat 1)
backtest-worse = { $measure }: slechter dan de beste vergelijkingsmethode ({ $baseline }): { $ratio } keer, { $low } tot { $high }
backtest-chances = Van { $pairs } geadviseerde paren (de eerste twintig van elke lijst) werd verwacht dat er { $foretold } binnen { $years ->
        [one] een jaar
       *[other] { $years } jaar
    } iets zouden beginnen; { $came } deden het. Klasse per klasse zitten de kansen er gemiddeld { $error } procentpunt naast.
backtest-no-chances = De bekende geschiedenis is te kort om kansen te noemen.

# As a page
measure-backtest-title = Hoe vaak vroeger advies uitkwam
measure-backtest-read = Het advies van een vroegere dag is opnieuw gegeven met wat men die dag wist, en vergeleken met wat daarna gebeurde. Een verhouding boven 1 zegt hoeveel keer beter het advies is dan de beste van tien eenvoudige methoden op dezelfde vragen; waar het interval 1 bevat, is niets aangetoond. De beste vergelijkingsmethode is achteraf gekozen, wat haar bevoordeelt. MRR is één gedeeld door de plaats van de eerste juiste, gemiddeld; treffers zijn het aandeel van wie vraagt met een juiste bij de eerste 10 (clusters: 3); recall is het aandeel van de juiste bij de eerste 20 (clusters: 3); AUC is het aandeel gewonnen vergelijkingen met andere die ongeveer evenveel partners hebben, waarbij de helft toeval is. Ingrediënten zijn delen van het advies, elk apart.
measure-backtest-bars-mrr = Nieuwe partners: hoe vroeg de eerste juiste staat (MRR)
measure-backtest-bars-recall20 = Nieuwe partners: hoeveel er bij de eerste twintig staan (recall)
measure-backtest-bars-described = { $count ->
        [one] Gevraagd voor één organisatie die een nieuwe partner vond.
       *[other] Gevraagd voor { $count } organisaties die een nieuwe partner vonden.
    } De streep op elke balk is het 95%-interval. De cijfers staan in de lijst met methoden.
measure-backtest-reliability = Voorspelde kansen en wat uitkwam
measure-backtest-reliability-described = Gevuld: de eerste twintig van elke lijst; open: alle paren. Hoe groter de cirkel, hoe meer paren. Op de streepjeslijn kwam er evenveel uit als voorspeld; eronder waren de kansen te hoog, erboven te laag. Beide assen zijn bij nul uitgerekt, waar de meeste kansen liggen. De cijfers staan in de lijst met kansen.
measure-backtest-predicted = Voorspelde kans
measure-backtest-observed = Aandeel dat uitkwam

# Figures for the whole
finding-backtest-asked = Organisaties die een nieuwe partner vonden
finding-backtest-mrr = MRR, nieuwe partners
finding-backtest-recall = Recall bij de eerste twintig, nieuwe partners
finding-backtest-times-recall = Recall, maal de beste vergelijkingsmethode
finding-backtest-auc = AUC tegenover andere met evenveel partners
finding-backtest-clusters = MRR, clusters
finding-backtest-calibration = Gemiddelde fout van de kansen
finding-share-backtest-companies = Bedrijven die aan iemand genoemd worden

# When not to believe it
caveat-chance-too-high = De kansen zijn te hoog voorspeld: van { $pairs } geadviseerde paren werd verwacht dat er { $foretold } iets zouden beginnen; het werden er { $came }.
caveat-chance-too-low = De kansen zijn te laag voorspeld: van { $pairs } geadviseerde paren werd verwacht dat er { $foretold } iets zouden beginnen; het werden er { $came }.
caveat-ratios-include-one = { $count ->
        [one] In één
       *[other] In { $count }
    } van de { $all } vergelijkingen bevat het interval 1: daar is niet aangetoond dat het advies beter is dan de beste eenvoudige methode.
caveat-few-asking = { $count ->
        [one] Eén van de { $all } taken rust
       *[other] { $count } van de { $all } taken rusten
    } op minder dan { $fewest } vragen: lees daar het interval, niet het cijfer.
caveat-undated-facts = Namen, soorten en plaatsen dragen geen datum: het advies van die dag kende die van vandaag.
caveat-kinder-figures = Cijfers op gegevens waarmee het model ontwikkeld is, zijn gunstiger dan op nieuwe gegevens.
caveat-spread-by-chance = Lijsten met een plafond of een bodem worden verdeeld naar kans op succes, de andere naar score: ook daarom verschilt hun ongelijkheid.
caveat-judged-days = Alleen wat een bron binnen de beoordeelde dagen dateert, telt als uitgekomen. Een partner die later gevonden werd, of over wie niemand schreef, telt als fout, voor elke methode op dezelfde manier.

# Lists
listing-backtest-verdicts = Dit advies tegenover de beste vergelijkingsmethode
listing-backtest = Elke methode, taak per taak
listing-reliability = Kansen, klasse per klasse
listing-spread = Hoe gelijk lijsten van tien verdeeld zijn

# Headings
label-task = Taak
label-measure = Maat
label-n = Vragen
label-model = Dit advies
label-baseline = Beste vergelijkingsmethode
label-best = Haar cijfer
label-times = Maal de beste
label-verdict = Aangetoond
label-method = Methode
label-part = Rol
label-candidates = Kandidaten
label-mrr = MRR
label-mrr-low = MRR, laag
label-mrr-high = MRR, hoog
label-hits = Treffers
label-hits-low = Treffers, laag
label-hits-high = Treffers, hoog
label-recall = Recall
label-recall-low = Recall, laag
label-recall-high = Recall, hoog
label-auc = AUC
label-auc-low = AUC, laag
label-auc-high = AUC, hoog
label-covers = Paren
label-chance-foretold = Kans
label-chance-from = Kans vanaf
label-chance-to = Kans tot
label-pairs-foretold = Aantal paren
label-predicted = Voorspeld
label-came-true = Uitgekomen
label-gini = Ongelijkheid (Gini)
label-companies-named = Genoemde bedrijven
label-cost = Opgegeven succes

# What was asked
parameter-until = Bekend tot
parameter-from = Beoordeeld vanaf
parameter-to = Beoordeeld tot
parameter-country = Land
term-country-all = alle

# Tasks
term-task-partners = Nieuwe partners
term-task-partners-no-hubs = Nieuwe partners, zonder de best verbonden 1%
term-task-small = Nieuwe partners van bedrijven
term-task-strangers = Nieuwe partners die nooit eerder samen gezien zijn
term-task-degree-matched = Een nieuwe partner tussen andere met evenveel partners
term-task-newcomers = Eerste partners van nieuwkomers
term-task-clusters = Clusters, elk lidmaatschap om beurten verborgen
term-task-clusters-by-year = Clusters waar men later lid van werd

# Measures
term-measure-mrr = MRR
term-measure-hits10 = Treffers@10
term-measure-hits3 = Treffers@3
term-measure-recall20 = Recall@20
term-measure-recall3 = Recall@3
term-measure-auc = AUC

# Methods
term-method-model = dit advies
term-method-popularity = populariteit
term-method-common-neighbours = gemeenschappelijke buren
term-method-adamic-adar = Adamic-Adar
term-method-resource-allocation = verdeling van middelen
term-method-salton = Salton
term-method-katz = Katz
term-method-personalized-pagerank = gepersonaliseerde PageRank
term-method-distance = afstand
term-method-topic-cosine = cosinus van thema’s
term-method-random = toeval
term-method-capped = met plafond
term-method-floored = met bodem
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
term-method-adamic-adar-every = Adamic-Adar, met ongedateerde banden
term-method-walk = wandeling van partner naar partner
term-method-wide-walk = wandeling langs partners en thema’s
term-method-themes = thema’s van gedeelde interesse
term-method-text = gemeenschappelijke woorden
term-method-profile = gemeenschappelijke opgegeven profielen
term-method-degree = aantal partners
term-method-theme-activity = activiteit in de thema’s van de oproep
term-method-theme-by-degree = activiteit in de thema’s, naar aantal partners
term-method-call-walk = wandeling vanaf de oproep
term-method-nearness = nabijheid
term-method-region = regio
term-method-shared-topics = gedeelde thema’s
term-method-complementary = aanvullende thema’s
term-method-partners-in-common = gemeenschappelijke partners
term-method-peers = gelijken
term-method-need-met = nood waaraan een aanbod voldoet
term-method-same-region = zelfde regio
term-method-same-group = zelfde groep
term-method-standing = positie

# Roles
term-part-model = advies
term-part-baseline = vergelijking
term-part-ingredient = ingrediënt
term-verdict-better = beter
term-verdict-worse = slechter
term-verdict-not-shown = niet aangetoond
term-covers-advice = eerste twintig van elke lijst
term-covers-all = alle paren
