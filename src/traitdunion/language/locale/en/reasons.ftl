# Why two should meet. $audience is manager, organization or partner.
count-others =
    { $count ->
        [one] { $count } other
       *[other] { $count } others
    }

reason-distance =
    { $exact ->
        [yes] { $km } from each other: { $place } and { $partner_place }.
        [bare] About { $km } from each other.
       *[no] About { $km } from each other: { $place } and { $partner_place }.
    }

reason-same-place =
    { $audience ->
        [organization] { $partner } is in the same place as you: { $place }.
        [partner] { $organization } is in the same place as you: { $place }.
       *[manager] In the same place: { $place }.
    }

reason-shared-topics =
    { $organizations ->
        [0] Shared themes: { $topics }.
        [one] Shared themes: { $topics }. { $organizations } organization tied to { $partner } works on them too.
       *[other] Shared themes: { $topics }. { $organizations } organizations tied to { $partner } work on them too.
    }

reason-shared-activities = The same line of business: { $activities }.

reason-complementary =
    { $case ->
        [none] What the two do is complementary.
        [organization] { $partner } is strong in themes close to yours: { $topics }.
        [partner] { $organization } works close to what you are strong in: { $topics }.
       *[manager] Complementary: { $partner } brings { $topics }, close to what { $organization } does.
    }

reason-peers =
    { $audience ->
        [partner] Comparable and already tied to you: { $organizations }.
       *[other] Comparable and already tied to { $partner }: { $organizations }.
    }

reason-partners-in-common =
    { $count ->
        [one] One partner in common: { $organizations }.
       *[other] { $count } partners in common: { $organizations }.
    }

reason-first-of-region =
    { $audience ->
        [organization] No other member from your region ({ $region }) has a known tie with { $partner }.
       *[manager] No other member from its region ({ $region }) has a known tie with { $partner }.
    }

reason-first-of-sector =
    { $audience ->
        [organization] No other member from your sector ({ $division }) has a known tie with { $partner }.
       *[manager] No other member from its sector ({ $division }) has a known tie with { $partner }.
    }

reason-tied-to =
    { $dated ->
        [yes] Known tie with { $cluster }: { $kind } ({ $since }).
       *[no] Known tie with { $cluster }: { $kind }.
    }

reason-gap =
    { $observed ->
        [0] { $a } and { $b }: no contact seen where { $expected } would be expected.
        [one] { $a } and { $b }: { $observed } contact seen where { $expected } would be expected.
       *[other] { $a } and { $b }: { $observed } contacts seen where { $expected } would be expected.
    }

reason-nothing-between =
    { $aside ->
        [yes] No contact known between { $a } and { $b }, leaving those through { $brokers } aside.
       *[no] No contact known between { $a } and { $b }.
    }

reason-standing =
    { $organizations ->
        [0] No organization tied to { $partner } is known yet.
        [one] { $organizations } organization is already tied to { $partner }.
       *[other] { $organizations } organizations are already tied to { $partner }.
    }

reason-few-data =
    { $audience ->
        [manager] Few data: this advice rests on the profile of { $organization } alone.
       *[other] Little is known so far: this advice rests on a profile.
    }
