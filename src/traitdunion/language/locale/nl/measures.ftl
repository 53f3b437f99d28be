# The verbs
command-locate = zien waar een activiteit zich echt concentreert
command-locate-help = Toont waar een activiteit zich sterker concentreert dan alle organisaties samen: per arrondissement, per afstand met haar band, en als agglomeraties genoemd naar hun plaatsen. Een activiteit is een domein (life-sciences, digital, energy, manufacturing), een NACE-code zoals 28, of een thema.
command-measure = meten wie verbindt, wat verwant is, wat het toeval zou doen
command-measure-help = Meet één ding op het hele netwerk: brokerage (wie tussen groepen staat), constraint (wie vrije ruimte om zich heen heeft), contacts (paren clusters naast vier nulmodellen), relatedness (welke thema’s samengaan, en wat clusters elkaar kunnen brengen). Elke meting zegt wanneer u haar niet moet geloven.
option-measure = wat te meten: brokerage, constraint, contacts of relatedness
option-activity = een domein, een NACE-code of een thema
option-groups = groepen om tussen te staan: region, province, arrondissement, kind of sector
option-of = wat te vergelijken: topics, activities of themes (van projecten)
option-draws = trekkingen van het nulmodel
option-export = schrijf ook pagina’s, lijsten (CSV, XLSX) en kaartgegevens in deze map
progress-locate = agglomeraties zoeken
progress-measure = meten
export-done = Geschreven in { $folder }.
table-first = De eerste { $shown } van { $count } rijen.

# The page of a measurement
measure-how = Hoe u dit leest
measure-when-not = Wanneer u dit niet moet geloven
measure-figures = In cijfers
measure-again = Om het opnieuw te doen
measure-line = { $label }: { $value }
measure-brokerage-title = Wie tussen de groepen staat
measure-brokerage-read = Een organisatie bemiddelt wanneer ze verbonden is met twee andere die niet met elkaar verbonden zijn. Een coördinator verbindt twee leden van de eigen groep, een rondreizende twee van eenzelfde andere groep, een poortwachter of vertegenwoordiger de eigen groep en een andere (één rol, want deze banden hebben geen richting), een tussenpersoon twee groepen waarvan geen de zijne is. Elk paar telt één keer. z vergelijkt met een netwerk van evenveel banden, blind getrokken: boven 2 meer dan toeval.
measure-constraint-title = Wie vrije ruimte om zich heen heeft
measure-constraint-read = De beperking zegt hoezeer de banden van een organisatie naar elkaar terugleiden: laag betekent dat haar partners elkaar niet kennen en dat zij ze kan samenbrengen. De effectieve omvang telt de partners min wat ze herhalen. Een project met veel partners telt weinig voor elk paar: één gedeeld door het aantal anderen.
measure-contacts-title = Contacten tussen clusters, naast wat het toeval zou doen
measure-contacts-read = Vier nulmodellen, van het eenvoudigste tot het volledigste. Drie kennen alleen het aantal banden van elk: per bandeinde, per maximale entropie met haar exacte staart, per verwisseling. Zij weten niets van afstand, en de meeste tekorten die ze tonen zijn afstand. Het zwaartekrachtmodel kent grootte, afstand, thema’s en taal: lees eerst zijn verhouding met het interval, dan de rang, en q als laatste. De rang ordent de paren zoals ze gezien worden; best en slechtst zeggen welke plaatsen hun ware verhoudingen wel kunnen hebben. Van tweeduizend paren is het eerst geziene zelden het ware eerste: zijn rang kan daarbuiten liggen.
measure-relatedness-title = Wat samengaat
measure-relatedness-read = Nabijheid is de kleinste van twee kansen: dat wie het ene heeft ook het andere heeft. Associatiesterkte deelt wat samen voorkomt door wat grootte alleen zou geven: boven 1 meer dan toeval. Twee clusters vullen elkaar aan wanneer de ene heeft wat de andere mist en waar die dichtbij staat; gelijkenis alleen zou enkel tweelingen aanraden.
measure-locate-title = Waar het zich concentreert: { $activity }
measure-locate-read = Alles wordt vergeleken met alle organisaties waarvan de plaats bekend is: een stad is geen concentratie, meer van één activiteit dan de stad doet verwachten wel. Het quotiënt is het aandeel hier gedeeld door het aandeel overal, naar 1 getrokken waar de aantallen klein zijn, met zijn interval. De curve zegt op welke afstanden organisaties van de activiteit dichter bij elkaar liggen dan evenveel blind getrokken organisaties; ze telt alleen waar ze de band verlaat.

# Figures for the whole
finding-organizations = Organisaties
finding-tied-organizations = Organisaties met een band
finding-pairs-tied = Verbonden paren
finding-cut-points = Organisaties zonder welke het netwerk uiteenvalt
finding-bridges = Banden zonder welke het netwerk uiteenvalt
finding-components = Losse delen
finding-ei = E-I-index (−1: alle banden binnen groepen; 1: alle ertussen)
finding-ei-expected = E-I-index als banden blind vielen
finding-ei-p = p van de E-I-index
finding-grouped = Organisaties met een bekende groep en een band
finding-cluster-pairs = Paren clusters
finding-shared = Gedeelde organisaties, alle paren
finding-overdispersion-p = p dat contacten niet meer spreiden dan door toeval (zwaartekracht)
finding-below = Paren die zeker onder de verwachting liggen (hele interval onder 1)
finding-mixed = Verwisselingen: effectieve trekkingen
finding-subjects = Vergeleken zaken
finding-carriers = Wie ze draagt
finding-pairs-together = Samen gevonden paren

# When not to believe it
caveat-rare-subjects = { $count } van de { $all } zaken worden door minder dan { $fewest } gedragen: één organisatie meer of minder verandert hun cijfers.
caveat-siblings-by-classification = Twee codes van één tak van de nomenclatuur staan vaak samen omdat het gebruikelijk is beide in te schrijven.
caveat-large-projects-relate = Grote projecten brengen veel thema’s tegelijk samen: het verband tussen twee thema’s kan op enkele consortia rusten.
caveat-together-is-not-linked = Samen voorkomen betekent niet dat het ene het andere nodig heeft.
caveat-ties-unseen = Alleen banden die een bron toont tellen: over wie geschreven wordt, lijkt meer te verbinden.
caveat-z-follows-ties = z volgt het aantal banden: een grote z wijst eerder op veel partners dan op een rol. Vergelijk organisaties met ongeveer evenveel.
caveat-hyperedges = Het grootste project telt { $partners } partners. Dat is geen web van vriendschappen: elk paar telt er één gedeeld door het aantal anderen.
caveat-heavy-ties = { $count } organisaties hebben één band die zwaarder weegt dan al hun andere samen: hun beperking is die van deze ene band.
caveat-isolated = { $count } organisaties hebben geen band in de bronnen: over hen wordt hier niets gezegd, en vaak zijn zij het die men zoekt.
caveat-group-unknown = De groep van { $count } organisaties is niet bekend; ze zijn weggelaten, met hun banden.
caveat-sampled-betweenness = De betweenness is geschat uit { $pivots } willekeurig getrokken organisaties; de standaardfout is hoogstens { $error }.
caveat-configuration-sees-distance = De drie modellen zonder afstand noemen verre clusters te weinig verbonden: op gegevens die uit afstand alleen bestonden, waren vier van hun vijf vaststellingen fout.
caveat-dispersed = Contacten spreiden meer dan het model voorziet: lees verhoudingen, intervallen en rangen, niet q.
caveat-few-contacts = Per paar worden gemiddeld { $mean } contacten verwacht: de meeste paren zijn niet van toeval te onderscheiden, in geen van beide richtingen.
caveat-not-mixed = De verwisselingen zijn slecht gemengd ({ $effective } effectieve trekkingen van { $draws }): vraag meer trekkingen voor u hun p gebruikt.

# Lists
listing-constraint = Vrije ruimte rond elke organisatie
listing-brokerage = Bemiddelaars en hun rollen
listing-mixing = Banden binnen en tussen groepen
listing-contacts-expected = Paren clusters naast vier nulmodellen
listing-relatedness = Wat samen voorkomt
listing-complements = Wat clusters elkaar kunnen brengen

# Headings
label-contacts = Partners
label-constraint = Beperking
label-effective-size = Effectieve omvang
label-efficiency = Efficiëntie
label-hierarchy = Hiërarchie
label-betweenness = Betweenness
label-core = Kern
label-cut-point = Houdt delen samen
label-coordinator = Coördinator
label-itinerant = Rondreizende
label-gatekeeper = Poortwachter, vertegenwoordiger
label-liaison = Tussenpersoon
label-brokered = Bemiddelde paren
label-z = z
label-participation = Spreiding over groepen
label-internal = Banden binnen
label-external = Banden naar andere
label-ei = E-I-index
label-ei-expected = Verwachte E-I-index
label-by-ends = Verwacht per bandeinde
label-by-entropy = Verwacht per maximale entropie
label-by-swaps = Verwacht per verwisseling
label-p-entropy = p, maximale entropie
label-p-swaps = p, verwisseling
label-rank-low = Rang op zijn best
label-rank-high = Rang op zijn slechtst
label-subject-a = Het ene
label-subject-b = Het andere
label-carriers-a = Hebben het ene
label-carriers-b = Hebben het andere
label-together = Hebben beide
label-proximity = Nabijheid
label-association = Associatiesterkte
label-cosine = Cosinus
label-jaccard = Jaccard
label-brings-a = A brengt B
label-brings-b = B brengt A

# Recommendations as a page
measure-recommend-title = Wie zou wie moeten ontmoeten
measure-recommend-read = Elke regel is een introductie die de moeite loont, met de feiten die ervoor spreken, hun bron en hun datum. De score vergelijkt introducties binnen één lijst. De kans, waar het verleden ze prijsgeeft, is dat de twee binnen het jaar samen iets beginnen, voorgesteld of niet. U beslist: regels (moeten elkaar ontmoeten, mogen niet) en eerdere antwoorden worden gevolgd.
finding-introductions = Introducties
finding-organizations-advised = Organisaties met advies
caveat-advice-is-not-destiny = Advies lijkt op het verleden: het vindt partners zoals er vroeger gevonden werden. Wie weinig gegevens heeft, krijgt minder goed advies.
label-chance = Kans binnen het jaar
