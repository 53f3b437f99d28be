# The frame of every page
site-nav = Pagina’s
site-overview = Overzicht
site-report = Verslag
site-search = Zoeken
site-search-hint = Naam, nummer, plaats
site-search-what = Naam, nummer, plaats of thema
site-search-button = Zoek
site-sources-link = De bronnen bekijken.
site-licence = Traitdunion is vrije software onder de Apache-licentie, versie 2.0.
site-local = De site antwoordt alleen op deze computer: niemand anders kan ze openen, en daarom vraagt ze geen wachtwoord.
site-to-overview = Naar het overzicht

# The overview
site-coverage = Wat we van de leden weten
site-no-members = Nog geen enkele organisatie staat als lid aangeduid. Laad een lijst met een kolom ‘member’ om te zien hoeveel leden een band hebben.
site-see-them = Bekijk ze
site-see-clusters = Bekijk de clusters
site-next = Wat nu te doen
site-next-none = Niets valt op: elk lid heeft een band, en geen clusterpaar ontmoet elkaar minder dan verwacht.
site-next-load = Laad clusters, banden en leden: `traitdunion load`. Dan zegt deze pagina wie u het eerst aan elkaar voorstelt.
site-next-untied =
    { $count ->
        [one] { $count } lid zit in onze bronnen, maar er is geen band met een cluster bekend.
       *[other] { $count } leden zitten in onze bronnen, maar er is geen band met een cluster bekend.
    }
site-next-untied-link = Bekijk wie, en waar elk zou passen
site-next-gap =
    { $observed ->
        [0] { $a } en { $b }: geen contact gezien waar er { $expected } verwacht zijn. Dat is het zwaarste tekort.
        [one] { $a } en { $b }: { $observed } contact gezien waar er { $expected } verwacht zijn. Dat is het zwaarste tekort.
       *[other] { $a } en { $b }: { $observed } contacten gezien waar er { $expected } verwacht zijn. Dat is het zwaarste tekort.
    }
site-next-gap-link = Bekijk de tekorten, en wie ze kan wegwerken
site-next-no-data =
    { $count ->
        [one] Over { $count } lid hebben we geen gegevens. Een vraag aan dat lid zegt meer dan eender welk model.
       *[other] Over { $count } leden hebben we geen gegevens. Een vraag aan hen zegt meer dan eender welk model.
    }
site-next-no-data-link = Bekijk aan wie u het kunt vragen
site-next-weak =
    { $count ->
        [one] { $count } clusterpaar hangt af van één organisatie: een tweede contact maakt het duurzaam.
       *[other] { $count } clusterparen hangen elk af van één organisatie: een tweede contact maakt ze duurzaam.
    }
site-next-weak-link = Bekijk de zwakke schakels
site-lists = De lijsten

# What each list is
listing-gaps = Tekorten
site-about-clusters = Hubs, wetenschapsparken, netwerken en clusters, met de thema’s waaraan ze werken.
site-about-organizations = Elke bekende organisatie, met soort, plaats, grootte en thema’s.
site-about-members = Elk lid van de federatie, met de clusters waarmee het een band heeft.
site-about-gaps = Clusterparen die elkaar minder ontmoeten dan hun grootte, afstand en thema’s doen verwachten, de zwaarste eerst.
site-about-recommendations = Wie wie zou moeten ontmoeten, en de feiten die daarvoor pleiten.
site-about-bridges = Organisaties met een band met meer dan één cluster, die de clusters samenbrengen.
site-about-weak-spots = Clusterparen die door één enkele organisatie samenhangen.
site-about-ties = Elke bekende band, met zijn bron, zijn datum en zijn toestand.
site-about-sources = De pagina’s en bestanden waaruit de feiten komen.

# A list
site-filter = De lijst verfijnen
site-all = alles
site-containing = Met de tekst
site-show = Tonen
site-chosen = Waartoe de lijst beperkt is
site-chip = { $column }: { $value }
site-chip-text = Met ‘{ $text }’
site-chip-pair = Tussen { $a } en { $b }
site-without = ‘{ $what }’ weglaten
site-all-again = De hele lijst tonen
site-tally =
    { $whole ->
        [one] { $first }–{ $last } van { $count }, op { $whole } rij in totaal
       *[other] { $first }–{ $last } van { $count }, op { $whole } rijen in totaal
    }
site-tally-all = { $first }–{ $last } van { $count }
site-download = Deze rijen downloaden:
site-recommended = Introducties
site-recommendations =
    { $count ->
        [one] { $count } introductie
       *[other] { $count } introducties
    }
site-pages = Pagina’s van de lijst
site-none-chosen = Geen enkele rij past bij deze keuze. Laat een filter weg, of zoek op minder woorden.
site-none-at-all = Deze lijst is nog leeg. Ze vult zich zodra er gegevens geladen zijn: `traitdunion load`.

# The search
site-search-title = Zoeken
site-search-title-for = Zoeken: { $text }
site-search-empty = Typ een naam in eender welke taal, een ondernemingsnummer, een gemeente of een thema. Een of twee tikfouten zijn geen probleem.
site-search-none = Niets heet ‘{ $text }’, of iets wat erop lijkt.
site-search-none-next = Probeer een korter woord, het ondernemingsnummer of de gemeente.
site-search-all = Of blader door alle organisaties.
site-search-found =
    { $count ->
        [one] { $count } resultaat voor ‘{ $text }’
       *[other] { $count } resultaten voor ‘{ $text }’, de beste eerst
    }
site-search-first = De { $count } beste resultaten voor ‘{ $text }’; een langere tekst vindt er minder
site-search-matched =
    { $how ->
        [alias] Heet ook { $matched }
        [identifier] Nummer { $matched }
        [place] In { $matched }
       *[topic] Werkt aan { $matched }
    }

# One organization, one cluster
site-about = Fiche
site-website = Website
site-sites = Vestigingen
site-member-of = Lid van de federatie
site-member-since = lid sinds { $since }
site-confirmed = Laatst bevestigd
site-known-from = Bekend uit
site-part-of = Deel van
site-parts = Onderdelen
site-tied-to = Band met
site-ties = Banden
site-ties-of =
    { $count ->
        [one] { $count } bekende band
       *[other] { $count } bekende banden
    }
site-no-ties = Er is geen band bekend. Dat bewijst nooit dat er geen is: vraag het, en laad het antwoord met zijn bron.
site-valid = loopt
site-ended = afgelopen
site-announced = aangekondigd
site-advice = Introducties die de moeite waard zijn
site-no-advice = Vandaag springt er geen introductie uit.
site-strengths-none = Te weinig organisaties met een band geven een thema op om de sterktes te kennen.
site-weak = Wat van één organisatie afhangt
site-id-number = Ondernemingsnummer
site-id-vat = Btw-nummer
site-id-pic = Deelnemersnummer van de Europese Commissie (PIC)
site-id-lei = Identificatiecode voor rechtspersonen (LEI)
site-id-ror = Register van onderzoeksorganisaties (ROR)
site-confirmed-facts = de fiche: { $day }
site-confirmed-ties = de banden: { $day }
site-status-tied = Er is een band met een cluster bekend.
site-status-no-tie-known = Een bron dekt dit lid, en toont geen band met een cluster.
site-status-no-data = Geen van onze bronnen dekt dit lid: we kunnen niet zeggen of er een band is.
site-ties-all = Bekijk ze allemaal
site-advice-all = Bekijk ze allemaal
