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

count-projects =
    { $count ->
        [one] { $count } project
       *[other] { $count } projects
    }

partner-by-project =
    { $told ->
        [project-year] { $partner } (project { $project }, { $year })
        [project] { $partner } (project { $project })
        [year] { $partner } ({ $year })
       *[none] { $partner }
    }

# What stands after “is” or “are”.
region-where =
    { $known ->
        [flanders] in Flanders
        [brussels] in Brussels
        [wallonia] in Wallonia
        [abroad] abroad
        [other] in the same region ({ $region })
       *[none] in the same region
    }

kind-one =
    { $kind ->
        [company] a company
        [cluster] a cluster
        [research-center] a research centre
        [university] a university
        [school] a school
        [federation] a federation
        [investor] an investor
        [public-body] a public body
        [association] an association
        [programme] a programme
       *[other] an organization of another kind
    }

# $partner offers what $organization needs.
reason-need-met =
    { $case ->
        [none] { $partner } offers what { $organization } needs.
        [organization] { $partner } offers what you list as a need: { $needs }.
        [partner] { $organization } needs what you offer: { $needs }.
       *[manager] { $partner } offers what { $organization } lists as a need: { $needs }.
    }

# $organization offers what $partner needs.
reason-offer-wanted =
    { $case ->
        [none] { $partner } needs what { $organization } offers.
        [organization] { $partner } needs what you offer: { $needs }.
        [partner] { $organization } offers what you list as a need: { $needs }.
       *[manager] { $partner } lists as a need what { $organization } offers: { $needs }.
    }

reason-shared-partners-projects =
    { $listed ->
        [yes]
            { $count ->
                [1] One partner in common: { $organizations }.
                [2] Two partners in common: { $organizations }.
               *[other] { $count } partners in common: { $organizations }.
            }
       *[no]
            { $count ->
                [0] No partner in common is known.
                [1] One partner in common.
                [2] Two partners in common.
               *[other] { $count } partners in common.
            }
    }

reason-shared-calls =
    { $case ->
        [none] Their projects are on the same themes.
        [organization]
            { $counted ->
                [yes] Like you, { $partner } works on: { $topics } ({ $here } on your side, { $there } at { $partner }).
               *[no] Like you, { $partner } works on: { $topics }.
            }
        [partner]
            { $counted ->
                [yes] Like you, { $organization } works on: { $topics } ({ $there } on your side, { $here } at { $organization }).
               *[no] Like you, { $organization } works on: { $topics }.
            }
       *[manager]
            { $counted ->
                [yes] Both work on: { $topics } ({ $here } at { $organization }, { $there } at { $partner }).
               *[no] Both work on: { $topics }.
            }
    }

reason-shared-words =
    { $case ->
        [none] Their projects speak of the same things.
        [organization] Your projects and those of { $partner } speak of the same things: { $words }.
        [partner] Your projects and those of { $organization } speak of the same things: { $words }.
       *[manager] Their projects speak of the same things: { $words }.
    }

# Partners of the one have worked with partners of the other.
reason-close-in-network =
    { $audience ->
        [organization]
            { $partners ->
                [0] { $partner } is close to you in the network.
                [one] { $partner } is close to you in the network: one of your partners has worked with its partners.
               *[other] { $partner } is close to you in the network: { $partners } of your partners have worked with its partners.
            }
        [partner]
            { $partners ->
                [0] { $organization } is close to you in the network.
                [one] { $organization } is close to you in the network: one of its partners has worked with yours.
               *[other] { $organization } is close to you in the network: { $partners } of its partners have worked with yours.
            }
       *[manager]
            { $partners ->
                [0] Close to each other in the network.
                [one] Close to each other in the network: one of { $organization }’s partners has worked with partners of { $partner }.
               *[other] Close to each other in the network: { $partners } of { $organization }’s partners have worked with partners of { $partner }.
            }
    }

reason-same-region =
    { $audience ->
        [organization] Like you, { $partner } is { $where }.
        [partner] Like you, { $organization } is { $where }.
       *[manager] Both are { $where }.
    }

reason-same-kind =
    { $alike ->
        [same] The same kind of organization: { $kind }.
       *[none] The same kind of organization.
    }

reason-kinds =
    { $alike ->
        [different] Two kinds of organizations that often start projects together: { $kinds }.
        [same] Organizations of this kind often start projects together: { $kind }.
       *[none] Organizations of their kinds often start projects together.
    }

reason-same-group =
    { $audience ->
        [organization]
            { $listed ->
                [yes] { $partner } is part of the same group as you: { $organizations }.
               *[no] { $partner } is part of the same group as you.
            }
        [partner]
            { $listed ->
                [yes] { $organization } is part of the same group as you: { $organizations }.
               *[no] { $organization } is part of the same group as you.
            }
       *[manager]
            { $listed ->
                [yes] Both are part of the same group: { $organizations }.
               *[no] Both are part of the same group.
            }
    }

reason-active-lately =
    { $audience ->
        [partner]
            { $dated ->
                [yes]
                    { $count ->
                        [0] You have started no project since { $year }.
                        [one] You have started { $count } project since { $year }.
                       *[other] You have started { $count } projects since { $year }.
                    }
               *[no]
                    { $count ->
                        [0] You have started no project lately.
                        [one] You have started { $count } project lately.
                       *[other] You have started { $count } projects lately.
                    }
            }
       *[other]
            { $dated ->
                [yes]
                    { $count ->
                        [0] { $partner } has started no project since { $year }.
                        [one] { $partner } has started { $count } project since { $year }.
                       *[other] { $partner } has started { $count } projects since { $year }.
                    }
               *[no]
                    { $count ->
                        [0] { $partner } has started no project lately.
                        [one] { $partner } has started { $count } project lately.
                       *[other] { $partner } has started { $count } projects lately.
                    }
            }
    }

# Who asked and why is for the manager alone.
reason-rule =
    { $audience ->
        [manager]
            { $told ->
                [by-reason-date] Asked for by { $by } ({ $date }): { $reason }.
                [by-reason] Asked for by { $by }: { $reason }.
                [by-date] Asked for by { $by } ({ $date }).
                [by] Asked for by { $by }.
                [reason-date] Asked for ({ $date }): { $reason }.
                [reason] Asked for: { $reason }.
               *[none] This introduction was asked for.
            }
       *[other] This introduction was asked for.
    }

reason-newcomer-theme =
    { $audience ->
        [organization]
            { $listed ->
                [yes]
                    { $count ->
                        [0] { $partner } knows the theme of your first project: { $topics }.
                        [one] { $partner } has { $count } project on the theme of your first one: { $topics }.
                       *[other] { $partner } has { $count } projects on the theme of your first one: { $topics }.
                    }
               *[no]
                    { $count ->
                        [0] { $partner } knows the theme of your first project.
                        [one] { $partner } has { $count } project on the theme of your first one.
                       *[other] { $partner } has { $count } projects on the theme of your first one.
                    }
            }
        [partner]
            { $listed ->
                [yes]
                    { $count ->
                        [0] You know the theme of { $organization }’s first project: { $topics }.
                        [one] You have { $count } project on the theme of { $organization }’s first one: { $topics }.
                       *[other] You have { $count } projects on the theme of { $organization }’s first one: { $topics }.
                    }
               *[no]
                    { $count ->
                        [0] You know the theme of { $organization }’s first project.
                        [one] You have { $count } project on the theme of { $organization }’s first one.
                       *[other] You have { $count } projects on the theme of { $organization }’s first one.
                    }
            }
       *[manager]
            { $listed ->
                [yes]
                    { $count ->
                        [0] { $partner } knows the theme of { $organization }’s first project: { $topics }.
                        [one] { $partner } has { $count } project on the theme of { $organization }’s first one: { $topics }.
                       *[other] { $partner } has { $count } projects on the theme of { $organization }’s first one: { $topics }.
                    }
               *[no]
                    { $count ->
                        [0] { $partner } knows the theme of { $organization }’s first project.
                        [one] { $partner } has { $count } project on the theme of { $organization }’s first one.
                       *[other] { $partner } has { $count } projects on the theme of { $organization }’s first one.
                    }
            }
    }

# Others of $organization’s group are tied to $partner.
reason-group-there =
    { $case ->
        [none] The group of { $organization } is already tied to { $partner }.
        [organization] Organizations of your group are already tied to { $partner }: { $organizations }.
        [partner] Organizations of { $organization }’s group are already tied to you: { $organizations }.
       *[manager] Organizations of its group are already tied to { $partner }: { $organizations }.
    }
