# Why two should meet. $audience is manager, organization or partner.
count-others =
    { $count ->
        [one] { $count } andere
       *[other] { $count } andere
    }

reason-distance =
    { $exact ->
        [yes] { $km } van elkaar: { $place } en { $partner_place }.
        [bare] Ongeveer { $km } van elkaar.
       *[no] Ongeveer { $km } van elkaar: { $place } en { $partner_place }.
    }

reason-same-place =
    { $audience ->
        [organization] { $partner } zit in dezelfde plaats als u: { $place }.
        [partner] { $organization } zit in dezelfde plaats als u: { $place }.
       *[manager] In dezelfde plaats: { $place }.
    }

reason-shared-topics =
    { $organizations ->
        [0] Gedeelde thema’s: { $topics }.
        [one] Gedeelde thema’s: { $topics }. Ook { $organizations } organisatie met een band met { $partner } werkt eraan.
       *[other] Gedeelde thema’s: { $topics }. Ook { $organizations } organisaties met een band met { $partner } werken eraan.
    }

reason-shared-activities = Hetzelfde vak: { $activities }.

reason-complementary =
    { $case ->
        [none] Wat beide doen, vult elkaar aan.
        [organization] { $partner } is sterk in thema’s die dicht bij de uwe liggen: { $topics }.
        [partner] { $organization } werkt vlak naast uw sterke punten: { $topics }.
       *[manager] Complementair: { $partner } brengt { $topics } in, vlak naast wat { $organization } doet.
    }

reason-peers =
    { $audience ->
        [partner] Vergelijkbaar en al met u verbonden: { $organizations }.
       *[other] Vergelijkbaar en al verbonden met { $partner }: { $organizations }.
    }

reason-partners-in-common =
    { $count ->
        [one] Een gemeenschappelijke partner: { $organizations }.
       *[other] { $count } gemeenschappelijke partners: { $organizations }.
    }

reason-first-of-region =
    { $audience ->
        [organization] Van geen enkel ander lid uit uw regio ({ $region }) is een band met { $partner } bekend.
       *[manager] Van geen enkel ander lid uit deze regio ({ $region }) is een band met { $partner } bekend.
    }

reason-first-of-sector =
    { $audience ->
        [organization] Van geen enkel ander lid uit uw sector ({ $division }) is een band met { $partner } bekend.
       *[manager] Van geen enkel ander lid uit deze sector ({ $division }) is een band met { $partner } bekend.
    }

reason-tied-to =
    { $dated ->
        [yes] Bekende band met { $cluster }: { $kind } ({ $since }).
       *[no] Bekende band met { $cluster }: { $kind }.
    }

reason-gap =
    { $observed ->
        [0] { $a } en { $b }: geen enkel contact gezien, { $expected } verwacht.
        [one] { $a } en { $b }: { $observed } contact gezien, { $expected } verwacht.
       *[other] { $a } en { $b }: { $observed } contacten gezien, { $expected } verwacht.
    }

reason-nothing-between =
    { $aside ->
        [yes] Geen contact bekend tussen { $a } en { $b }, los van wat via { $brokers } loopt.
       *[no] Geen contact bekend tussen { $a } en { $b }.
    }

reason-standing =
    { $organizations ->
        [0] Er is nog geen organisatie met een band met { $partner } bekend.
        [one] { $organizations } organisatie heeft al een band met { $partner }.
       *[other] { $organizations } organisaties hebben al een band met { $partner }.
    }

reason-few-data =
    { $audience ->
        [manager] Weinig gegevens: dit advies steunt alleen op het profiel van { $organization }.
       *[other] We weten nog weinig: dit advies steunt op een profiel.
    }
