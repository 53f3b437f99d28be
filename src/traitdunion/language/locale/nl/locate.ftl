# Fields of activity
field-life-sciences = levenswetenschappen
field-digital = digitaal
field-energy = energie
field-manufacturing = maakindustrie

# The page of an activity
locate-map = Waar het samenkomt
locate-map-described = { $agglomerations ->
    [0] Geen enkel gebied heeft meer van “{ $activity }” dan het toeval het zou geven.
    [one] Eén gebied heeft meer van “{ $activity }” dan het toeval er eender waar zou geven. Donkere punten zijn de organisaties van de activiteit, lichte punten alle andere.
   *[other] { $agglomerations } gebieden hebben meer van “{ $activity }” dan het toeval er eender waar zou geven. Donkere punten zijn de organisaties van de activiteit, lichte punten alle andere. De nummers zijn die van de lijst.
}
locate-curve = Hoe dicht haar organisaties bij elkaar staan
locate-curve-described = De lijn is de dichtheid van de afstanden tussen organisaties van “{ $activity }”; de gekleurde band bevat, in hun geheel, negentien op de twintig curven van evenveel organisaties die blind uit alle zijn getrokken. Boven de band: dichter bij elkaar dan toeval.
locate-curve-across = Afstand (km)
locate-curve-up = Meer paren

# Figures
finding-activity-organizations = Organisaties van de activiteit, met een plaats
finding-sites = Alle vergeleken organisaties
finding-agglomerations = Agglomeraties boven het toeval
finding-share-inside = Aandeel van de activiteit daarbinnen
finding-share-everyone = Aandeel van alle organisaties daarbinnen
finding-curve-p = p van de curve in haar geheel
finding-nearer-from = Dichter dan toeval vanaf (km)
finding-nearer-until = Dichter dan toeval tot (km)
finding-rarer-from = Zeldzamer dan toeval vanaf (km)
finding-rarer-until = Zeldzamer dan toeval tot (km)
finding-gini = Locationele Gini over arrondissementen (0: zoals alles; 1: alles in één)
finding-gamma = Index van Ellison en Glaeser (0: zoals bij toeval)
finding-gamma-p = p van de index van Ellison en Glaeser

# When not to believe it
caveat-few-sites = { $count ->
    [one] Slechts één organisatie van deze activiteit heeft een bekende plaats: over waar ze samenkomt valt niets te zeggen.
   *[other] Slechts { $count } organisaties van deze activiteit hebben een bekende plaats: één meer of minder verandert het beeld.
}
caveat-one-town = { $share } van de activiteit staat in één stad ({ $town }): wat over het land wordt gezegd, geldt voor die stad.
caveat-no-curve = Er is geen curve: daarvoor zijn vijf organisaties van de activiteit nodig, enkele andere, en meer dan één plaats.
caveat-thin-areas = { $count } van de { $all } arrondissementen tellen in totaal minder dan vijf organisaties: één bedrijf is daar het arrondissement.
caveat-coarse-places = { $share } van de plaatsen is alleen tot op de gemeente bekend: afstanden onder enkele kilometers betekenen niets.
caveat-places-gathered = Voor het zoeken naar agglomeraties zijn plaatsen samengebracht in vierkanten van { $cell } km.
caveat-unplaced = { $count ->
    [one] Eén organisatie van deze activiteit is weggelaten omdat haar plaats niet bekend is.
   *[other] { $count } organisaties van deze activiteit zijn weggelaten omdat hun plaats niet bekend is.
}
caveat-by-project-only = { $share } van de organisaties van deze activiteit is alleen bekend door een project waaraan ze deelnamen: universiteiten nemen aan alles deel.
caveat-each-counts-one = Elke organisatie telt één keer, hoe groot ze ook is: het aantal banen per vestiging is niet bekend.
caveat-registered-place = De plaats is die van het geregistreerde adres; een fabriek elders wordt niet gezien, en buren over de grens evenmin.
caveat-sample-not-register = De plaatsen zijn die van de geladen bronnen, niet van een register: waar bronnen beter keken, lijkt er meer te zijn.

# Lists
listing-agglomerations = Agglomeraties
listing-areas = Arrondissementen
listing-provinces = Provincies
listing-curve = Afstanden tussen organisaties van de activiteit
listing-activity-organizations = Organisaties van de activiteit

# Headings
label-number = Nr.
label-everyone = Alle organisaties
label-radius-km = Straal (km)
label-lat = Breedtegraad
label-lon = Lengtegraad
label-found-by = Gevonden door
label-area = Arrondissement of provincie
label-location-quotient = Lokalisatiequotiënt, ruw
label-symmetric-quotient = Symmetrisch quotiënt (−1 tot 1)
label-finding = Tegenover het toeval
label-density = Paren per km, op 1.000
label-density-low = Band, onderrand
label-density-high = Band, bovenrand
label-agglomeration = Agglomeratie
label-by-code = Via NACE-code
label-by-topic = Via eigen thema’s
label-by-project = Via projecten
term-density = dichtheid
term-scan = scan

# What was asked
parameter-activity = Activiteit
parameter-draws = Trekkingen
parameter-search-draws = Trekkingen van de zoektocht
parameter-level = Niveau
parameter-widest-km = Grootste straal (km)
parameter-bandwidth = Bandbreedte (km)
parameter-engine = Berekend
parameter-by = Groepen
parameter-of = Vergeleken
parameter-pivots = Pivots
term-by-region = gewest
term-by-province = provincie
term-by-arrondissement = arrondissement
term-by-kind = soort organisatie
term-by-sector = sector
term-of-topics = thema’s
term-of-activities = NACE-afdelingen per arrondissement
term-of-themes = thema’s van projecten
term-engine-exact = paar per paar
term-engine-places = plaats per plaats
term-engine-grid = op een raster
