# Het plan
plan-intro =
    { $count ->
        [0] Geen introducties: de grenzen laten er geen toe.
        [one] Eén introductie, gekozen om wat ze aan het netwerk verandert.
       *[other] { $count } introducties, in de volgorde waarin ze het netwerk vooruithelpen. De winst van een regel is wat die toevoegt aan alle vorige.
    }
plan-caption = Verwachte winst van het plan, gekozen uit { $candidates } mogelijke introducties
plan-choice = Keuze
plan-chart = Winst, getekend
plan-random = Willekeurige keuze
plan-top = Beste scores, op volgorde
plan-random-mix = Willekeurige keuze, evenveel van elk doel
plan-top-mix = Beste scores, evenveel van elk doel
plan-list = Uw eigen lijst
plan-ours = Dit plan
plan-bound = Maximum dat geen plan overtreft
plan-next =
    { $count ->
        [one] De volgende regel
       *[other] De volgende { $count } regels
    }

# Wat het waard is
plan-best = Verwachte winst { $gain }: het best mogelijke binnen de grenzen, en dat is bewezen.
plan-best-share = Verwachte winst { $gain }: minstens { $share } van het best mogelijke binnen de grenzen.
plan-part-tied = Leden die naar verwachting een eerste bekende band vinden: { $amount } (winst { $gain })
plan-part-bridged = Ontbrekende contacten tussen clusters die naar verwachting ontstaan: { $amount } (winst { $gain })
plan-part-reached = Organisaties die naar verwachting binnen twee stappen van een cluster komen: { $amount } (winst { $gain })
plan-part-spread = Geen cluster, regio of sector blijft achter: winst { $gain }
plan-part-structural = Een netwerk dat beter samenhangt: winst { $gain }
plan-read = Tussen haakjes staat waar negen op de tien gesimuleerde rondes uitkomen.
plan-same-limits = De willekeurige keuze en de beste scores volgen dezelfde grenzen per organisatie en per cluster als dit plan.
plan-span = { $middle } ({ $low } tot { $high })

# Waar het op steunt
plan-acceptance-stated = Gemiddeld wordt naar verwachting { $mean } van deze introducties aanvaard. Dat is een aanname: er zijn nog geen antwoorden om van te leren.
plan-acceptance-learned = Gemiddeld wordt naar verwachting { $mean } van deze introducties aanvaard (van { $low } tot { $high }). Dat is geleerd uit { $answers ->
        [one] { $answers } antwoord
       *[other] { $answers } antwoorden
    }, waarvan { $accepted } keer ja.
plan-foretold = Antwoorden van organisaties die niet meetelden bij het leren, worden voorspeld met een log loss van { $learned }; de beginaanname haalt { $stated }, één cijfer voor iedereen { $constant } (minder is beter).
plan-half-double = Regels die zouden blijven als half zo vaak aanvaard wordt: { $half } van de { $count }; als dubbel zo vaak aanvaard wordt: { $double }.

# De regels
line-meets = ontmoet
line-join = Een nieuwe band met een cluster
line-bridge = Een brug tussen { $via } en { $partner }
line-partner = Een nieuwe partner
line-clusters = Twee clusters die elkaar ontmoeten
line-probability = Kans
line-gain = Winst
line-broker = Voorgesteld door { $broker }
line-pinned = Op uw vraag
plan-line = { $purpose }; kans { $probability }, winst { $gain }
plan-line-by = { $purpose }; kans { $probability }, winst { $gain }; door { $broker }

# De wachtlijst
plan-waiting = Wachtlijst
plan-lottery = Het lot besliste tussen introducties die bijna evenveel waard zijn: { $now } nu, { $later } in de volgende ronde. Loten kost { $cost } van de verwachte winst (van { $low } tot { $high }).
plan-lottery-fewer = Het lot moest er { $asked } aanwijzen; { $now ->
        [0] het werd er geen
       *[other] het werden er maar { $now }
    }, bij gebrek aan andere die bijna evenveel waard zijn.
plan-waiting-why = Wie elkaar ontmoette vergelijken met wie wacht, zal tonen wat een introductie echt verandert.
plan-waiting-line = { $pair }: had { $chance } kans om nu aan de beurt te komen

# De groepen
plan-groups-title = Groepen die maandelijks samenkomen
plan-groups = { $count ->
        [one] { $count } groep
       *[other] { $count } groepen
    } van { $least } tot { $most } organisaties, die maandelijks samenkomen. Verwachte winst { $gain }, minstens { $share } van het best mogelijke; willekeurige groepen: { $random }; groepen volgens de scores: { $scores }.
plan-groups-fewer = { $asked ->
        [one] Er werd { $asked } groep
       *[other] Er werden { $asked } groepen
    } gevraagd; de grenzen laten er niet meer dan { $seated } toe.
plan-group = { $organizations } (winst { $gain }){ $languages ->
        [none] {""}
       *[other] ; gemeenschappelijke taal: { $languages }
    }{ $distance ->
        [none] {""}
       *[other] ; niemand verder dan { $distance } van het midden
    }

# Het netwerk als geheel
plan-accepted = Als elke introductie aanvaard wordt:
plan-structure = De wegen tussen organisaties worden korter en talrijker: hun totale weerstand daalt met { $share }.
plan-joined = { $count ->
        [one] { $count } paar organisaties dat geen weg naar elkaar heeft, krijgt er een.
       *[other] { $count } paren organisaties die geen weg naar elkaar hebben, krijgen er een.
    }
plan-first-contacts = { $count ->
        [one] { $count } clusterpaar krijgt een eerste contact.
       *[other] { $count } clusterparen krijgen een eerste contact.
    }
plan-weak = Van de clusterparen die vandaag contact hebben, gaat het aantal dat van één organisatie afhangt van { $before } naar { $after }.

# Wat als
plan-if-before = Voordien
plan-if-after = Nadien
plan-if-same = Dezelfde introducties als voordien.
plan-if-gone = { $count ->
        [one] { $count } introductie valt weg
       *[other] { $count } introducties vallen weg
    }
plan-if-come = { $count ->
        [one] { $count } introductie komt erbij
       *[other] { $count } introducties komen erbij
    }
plan-if-pairs = Contacten die blijven ontbreken, waar dat verandert
plan-if-brokerage = Paren samengehouden (naar rato), waar dat verandert

# Als pagina
measure-plan-title = Introductieplan
measure-plan-read = Elke regel is een introductie om te maken. De winst ervan is wat ze toevoegt aan alle vorige, rekening houdend met de kans dat ze aanvaard wordt. De winst van het plan telt samen: leden die een eerste bekende band vinden, ontbrekende contacten tussen clusters die ontstaan, organisaties die binnen twee stappen van een cluster komen, een beetje voor elke cluster, regio en sector die aan bod komt, en wat het netwerk beter doet samenhangen. Het maximum is berekend: geen plan binnen de grenzen levert meer op. De andere keuzes worden beoordeeld met dezelfde aanvaardingen, ronde per ronde; waar de marge van het verschil 0 bevat, is niets aangetoond.
measure-plan-curve = Wat elk budget oplevert
measure-plan-curve-across = Introducties
measure-plan-curve-up = Verwachte winst
measure-plan-curve-described = Volle lijn: verwachte winst van een plan met zoveel introducties. Streepjeslijn: wat geen plan van die omvang overtreft. De stip op de rechtopstaande lijn is het gekozen budget. Waar de volle lijn afvlakt, brengen meer introducties nog weinig bij. De cijfers staan in de lijst ‘Wat elk budget oplevert’.
measure-plan-beside = Dit plan naast andere keuzes
measure-plan-beside-described = Verwachte winst van elke keuze. De streep op een balk toont waar negen op de tien gesimuleerde rondes uitkomen. De cijfers staan in de lijst ‘Dit plan naast andere keuzes’.

# Cijfers voor het geheel
finding-plan-gain = Verwachte winst
finding-plan-bound = Maximum dat geen plan overtreft
finding-share-plan-best = Van het best mogelijke, minstens
finding-plan-tied = Leden die naar verwachting een eerste bekende band vinden
finding-plan-filled = Ontbrekende contacten tussen clusters die naar verwachting ontstaan
finding-plan-reached = Organisaties die naar verwachting binnen twee stappen van een cluster komen
finding-plan-weak = Clusterparen die vandaag contact hebben en van één organisatie afhangen, als alles aanvaard wordt

# Wanneer het niet te geloven
caveat-acceptance-is-a-prior = De kans dat een introductie lukt, is een uitgangshypothese: ze steunt pas op antwoorden zodra die er zijn.
caveat-plan-acceptance-learned = De kansen op aanvaarding steunen op { $answers ->
        [one] { $answers } antwoord
       *[other] { $answers } antwoorden
    }: het echte gemiddelde van dit plan kan overal tussen { $low } en { $high } op honderd liggen. Wie nu antwoordt, antwoordt later misschien anders.
caveat-plan-missing-is-modelled = Hoeveel contacten er tussen twee clusters ontbreken, komt uit een model van hun grootte, afstand, thema’s en taal, met ruime marges. Vraag beide clusters of een tekort echt is, voor u erop ingaat.
caveat-plan-no-promise = De verwachte winst is geen belofte. Als de kansen kloppen, eindigen negen op de tien rondes met { $low } tot { $high } aanvaardingen op { $count ->
        [one] { $count } introductie
       *[other] { $count } introducties
    }, en de winst beweegt daarmee mee.
caveat-plan-groups-meet-less = In een groep hebben twee organisaties soms minder met elkaar te maken dan wanneer ze onder vier ogen worden voorgesteld: de winst van groepen is eerder te hoog geschat.
caveat-plan-waiting = Winst, regels en gevolgen tellen alleen de introducties van nu. Wie wacht, zit er niet in.

# Lijsten
listing-introductions = Introducties
listing-waiting-list = Nu of in de volgende ronde, door loting
listing-plan-curve = Wat elk budget oplevert
listing-plan-beside = Dit plan naast andere keuzes
listing-plan-acceptance = Als de aanvaarding anders was dan aangenomen
listing-plan-pairs = Clusterparen die het plan raakt
listing-plan-brokerage = Wie clusterparen samenhoudt, als alles aanvaard wordt
listing-plan-groups = Groepen die maandelijks samenkomen
listing-group-introductions = Introducties binnen de groepen

# Kolomtitels
label-introduced-by = Voorgesteld door
label-block = Geloot onder (nummer)
label-drawn = Wanneer
label-propensity = Kans op nu
label-introductions = Introducties
label-bound = Maximum
label-choice = Keuze
label-difference = Dit plan meer
label-difference-low = Meer, onder
label-difference-high = Meer, boven
label-rounds-won = Rondes waarin dit plan meer waard is
label-assumed = Aanvaarding
label-best-then = Winst van een plan daarvoor
label-kept = Winst van dit plan
label-same = Gemeenschappelijke regels
label-expected-contacts = Verwachte contacten
label-still-missing = Ontbreken nog
label-pairs-after = Verbonden paren, nadien
label-alone-after = Alleen gedragen, nadien
label-share-after = Naar rato, nadien
label-group-number = Nummer
label-languages = Gemeenschappelijke talen

# Woorden
term-purpose-clusters = twee clusters elkaar laten ontmoeten
term-choice-ours = { plan-ours }
term-choice-random = { plan-random }
term-choice-top = { plan-top }
term-choice-random-mix = { plan-random-mix }
term-choice-top-mix = { plan-top-mix }
term-choice-list = { plan-list }
term-beside-better = beter
term-beside-worse = slechter
term-beside-not-shown = niet aangetoond beter
term-drawn-now = nu
term-drawn-next = volgende ronde
term-assumed-half = de helft van wat aangenomen is
term-assumed-double = het dubbele van wat aangenomen is
term-languages-fr = Frans
term-languages-nl = Nederlands
term-languages-de = Duits
term-languages-en = Engels
parameter-introductions = Introducties, hoogstens
parameter-per-organization = Per organisatie, hoogstens
parameter-per-cluster = Per cluster, hoogstens

# What drawing would cost
plan-draw-cost = Om te leren wat introducties doen, kunnen { $now } daarvan geloot worden tegen evenveel bijna gelijkwaardige die op de volgende ronde wachten (--randomize): dat kost { $cost } van de verwachte winst.
listing-plan-draws = Wat een wachtlijst zou kosten
label-draw-share = Deel dat geloot wordt
label-draw-asked = Dat zijn introducties
label-draw-possible = Kunnen geloot worden
label-given-up = Winst opgegeven
label-given-up-low = Opgegeven, laag
label-given-up-high = Opgegeven, hoog
