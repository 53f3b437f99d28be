# The plan page: budgets and rules, and what comes of them
site-plan = Plan
site-plan-lead = Zeg hoeveel introducties u kunt doen en waaraan ze moeten voldoen; het plan kiest die welke het netwerk het meest veranderen. Alles wat u instelt, staat in het adres: stuur het door, en anderen zien hetzelfde plan.
site-plan-form = Budgetten en regels
site-plan-introductions = Introducties, in totaal
site-plan-per-organization = Hoogstens per organisatie
site-plan-per-cluster = Hoogstens per cluster
site-plan-partners = Partners bekeken per organisatie
site-plan-randomize = Door loting, in %
site-plan-consent = Wie voorgesteld mag worden
site-plan-everyone = iedereen
site-plan-consented = alleen wie daarmee instemt
site-plan-at-least = Minstens
site-plan-and-at-least = en minstens
site-plan-at-most = Hoogstens
site-plan-and-at-most = en hoogstens
site-plan-one = Een introductie toevoegen van
site-plan-other = bij
site-plan-make = Maak het plan
site-plan-wait = De eerste keer vraagt een plan enkele seconden (drie tot zes voor tweehonderd organisaties, langer voor duizenden); daarna staat hetzelfde plan er meteen.

# How quotas are written
site-plan-quotas = Hoe u ‘minstens’ en ‘hoogstens’ schrijft
site-plan-quotas-how = Eén per veld: de groep, een gelijkteken, en een aantal introducties of een deel ervan. `region:Wallonia=20` betekent twintig introducties van organisaties in Wallonië, `size:under-50=50%` de helft voor wie minder dan vijftig mensen telt, `cluster:*=2` twee voor elke cluster. Dit zijn de groepen die er zijn:
site-plan-of-region = Gewest
site-plan-of-province = Provincie
site-plan-of-language = Taal van de plaats
site-plan-of-size = Grootte
site-plan-of-sector = Sector
site-plan-of-kind = Soort organisatie
site-plan-of-cluster = Cluster
site-plan-of-purpose = Doel van de introductie
site-plan-each-cluster = elke cluster
site-plan-under-50 = minder dan 50 mensen

# Lines the reader decides on
site-plan-yours = Regels waarover u zelf besliste
site-plan-pinned = Behouden: { $pair }
site-plan-added = Toegevoegd: { $pair }
site-plan-dropped = Weggelaten: { $pair }
site-plan-all-back = Neem dit alles terug
site-plan-move = Behoud een regel of laat hem weg, en zie wat dat verandert.
site-plan-keep = behouden
site-plan-leave-out = weglaten
site-plan-take-back = terugnemen
site-plan-pair = { $one } en { $other }

# What comes of it
site-plan-worth = Wat het plan waard is
site-plan-none-next = Verhoog de grenzen, bekijk meer partners of haal een regel weg.
site-plan-what-if = Wat uw regels veranderen
site-plan-if-caption = Het plan zonder uw regels, en ermee
site-plan-figure = Cijfer
site-plan-draws = Om te leren wat introducties echt veranderen, kunnen er enkele geloot worden onder andere die bijna evenveel waard zijn en op de volgende ronde wachten. Dit zou dat kosten.
site-plan-command = Dit plan bewaren
site-plan-command-keeps = Kijken bewaart niets. Deze opdracht maakt hetzelfde plan en bewaart het in de werkruimte; met `--export` en een map schrijft ze het ook als pagina’s en lijsten.
site-plan-again = Hetzelfde op de opdrachtregel
site-plan-command-what-if = Kijken bewaart niets. Deze opdracht toont dezelfde twee plannen naast elkaar en bewaart dat met uw regels in de werkruimte; met `--export` en een map schrijft ze het ook als pagina’s en lijsten.
