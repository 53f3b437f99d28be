# Why two should meet. $audience is manager, organization or partner.
count-others =
    { $count ->
        [one] { $count } autre
       *[other] { $count } autres
    }

reason-distance =
    { $exact ->
        [yes] À { $km } l’un de l’autre : { $place } et { $partner_place }.
        [bare] À environ { $km } l’un de l’autre.
       *[no] À environ { $km } l’un de l’autre : { $place } et { $partner_place }.
    }

reason-same-place =
    { $audience ->
        [organization] { $partner } est dans la même localité que vous : { $place }.
        [partner] { $organization } est dans la même localité que vous : { $place }.
       *[manager] Dans la même localité : { $place }.
    }

reason-shared-topics =
    { $organizations ->
        [0] Thèmes communs : { $topics }.
        [one] Thèmes communs : { $topics }. { $organizations } organisation liée à { $partner } y travaille aussi.
       *[other] Thèmes communs : { $topics }. { $organizations } organisations liées à { $partner } y travaillent aussi.
    }

reason-shared-activities = Même métier : { $activities }.

reason-complementary =
    { $case ->
        [none] Ce que font les deux se complète.
        [organization] { $partner } est fort dans des thèmes proches des vôtres : { $topics }.
        [partner] { $organization } travaille tout près de vos points forts : { $topics }.
       *[manager] Complémentaires : { $partner } apporte { $topics }, tout près de ce que fait { $organization }.
    }

reason-peers =
    { $audience ->
        [partner] Déjà liées à vous et comparables : { $organizations }.
       *[other] Déjà liées à { $partner } et comparables : { $organizations }.
    }

reason-partners-in-common =
    { $count ->
        [one] Un partenaire en commun : { $organizations }.
       *[other] { $count } partenaires en commun : { $organizations }.
    }

reason-first-of-region =
    { $audience ->
        [organization] Aucun autre membre de votre région ({ $region }) n’a de lien connu avec { $partner }.
       *[manager] Aucun autre membre de sa région ({ $region }) n’a de lien connu avec { $partner }.
    }

reason-first-of-sector =
    { $audience ->
        [organization] Aucun autre membre de votre secteur ({ $division }) n’a de lien connu avec { $partner }.
       *[manager] Aucun autre membre de son secteur ({ $division }) n’a de lien connu avec { $partner }.
    }

reason-tied-to =
    { $dated ->
        [yes] Lien connu avec { $cluster } : { $kind } ({ $since }).
       *[no] Lien connu avec { $cluster } : { $kind }.
    }

reason-gap =
    { $observed ->
        [0] { $a } et { $b } : aucun contact constaté pour { $expected } attendus.
        [one] { $a } et { $b } : { $observed } contact constaté pour { $expected } attendus.
       *[other] { $a } et { $b } : { $observed } contacts constatés pour { $expected } attendus.
    }

reason-nothing-between =
    { $aside ->
        [yes] Aucun contact connu entre { $a } et { $b }, hors de ceux qui passent par { $brokers }.
       *[no] Aucun contact connu entre { $a } et { $b }.
    }

reason-standing =
    { $organizations ->
        [0] Aucune organisation liée à { $partner } n’est encore connue.
        [one] { $organizations } organisation est déjà liée à { $partner }.
       *[other] { $organizations } organisations sont déjà liées à { $partner }.
    }

reason-few-data =
    { $audience ->
        [manager] Peu de données : ce conseil repose sur le seul profil de { $organization }.
       *[other] Nous savons encore peu de choses : ce conseil repose sur un profil.
    }
