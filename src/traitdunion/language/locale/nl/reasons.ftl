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

count-projects =
    { $count ->
        [one] { $count } project
       *[other] { $count } projecten
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
        [flanders] in Vlaanderen
        [brussels] in Brussel
        [wallonia] in Wallonië
        [abroad] in het buitenland
        [other] in dezelfde regio ({ $region })
       *[none] in dezelfde regio
    }

kind-one =
    { $kind ->
        [company] een bedrijf
        [cluster] een cluster
        [research-center] een onderzoekscentrum
        [university] een universiteit
        [school] een school
        [federation] een federatie
        [investor] een investeerder
        [public-body] een overheidsinstelling
        [association] een vereniging
        [programme] een programma
       *[other] een organisatie van een ander soort
    }

# $partner offers what $organization needs.
reason-need-met =
    { $case ->
        [none] { $partner } biedt wat { $organization } nodig heeft.
        [organization] { $partner } biedt wat u als behoefte opgeeft: { $needs }.
        [partner] { $organization } heeft nodig wat u biedt: { $needs }.
       *[manager] { $partner } biedt wat { $organization } als behoefte opgeeft: { $needs }.
    }

# $organization offers what $partner needs.
reason-offer-wanted =
    { $case ->
        [none] { $partner } heeft nodig wat { $organization } biedt.
        [organization] { $partner } heeft nodig wat u biedt: { $needs }.
        [partner] { $organization } biedt wat u als behoefte opgeeft: { $needs }.
       *[manager] { $partner } geeft als behoefte op wat { $organization } biedt: { $needs }.
    }

reason-shared-partners-projects =
    { $listed ->
        [yes]
            { $count ->
                [1] Eén gemeenschappelijke partner: { $organizations }.
                [2] Twee gemeenschappelijke partners: { $organizations }.
               *[other] { $count } gemeenschappelijke partners: { $organizations }.
            }
       *[no]
            { $count ->
                [0] Er is geen gemeenschappelijke partner bekend.
                [1] Eén gemeenschappelijke partner.
                [2] Twee gemeenschappelijke partners.
               *[other] { $count } gemeenschappelijke partners.
            }
    }

reason-shared-calls =
    { $case ->
        [none] Hun projecten gaan over dezelfde thema’s.
        [organization]
            { $counted ->
                [yes] Net als u werkt { $partner } aan: { $topics } ({ $here } bij u, { $there } bij { $partner }).
               *[no] Net als u werkt { $partner } aan: { $topics }.
            }
        [partner]
            { $counted ->
                [yes] Net als u werkt { $organization } aan: { $topics } ({ $there } bij u, { $here } bij { $organization }).
               *[no] Net als u werkt { $organization } aan: { $topics }.
            }
       *[manager]
            { $counted ->
                [yes] Beide werken aan: { $topics } ({ $here } bij { $organization }, { $there } bij { $partner }).
               *[no] Beide werken aan: { $topics }.
            }
    }

reason-shared-words =
    { $case ->
        [none] Hun projecten gaan over dezelfde dingen.
        [organization] Uw projecten en die van { $partner } gaan over dezelfde dingen: { $words }.
        [partner] Uw projecten en die van { $organization } gaan over dezelfde dingen: { $words }.
       *[manager] Hun projecten gaan over dezelfde dingen: { $words }.
    }

# Partners of the one have worked with partners of the other.
reason-close-in-network =
    { $audience ->
        [organization]
            { $partners ->
                [0] { $partner } staat dicht bij u in het netwerk.
                [one] { $partner } staat dicht bij u in het netwerk: één van uw partners heeft al met partners van { $partner } samengewerkt.
               *[other] { $partner } staat dicht bij u in het netwerk: { $partners } van uw partners hebben al met partners van { $partner } samengewerkt.
            }
        [partner]
            { $partners ->
                [0] { $organization } staat dicht bij u in het netwerk.
                [one] { $organization } staat dicht bij u in het netwerk: één partner van { $organization } heeft al met uw partners samengewerkt.
               *[other] { $organization } staat dicht bij u in het netwerk: { $partners } partners van { $organization } hebben al met uw partners samengewerkt.
            }
       *[manager]
            { $partners ->
                [0] Dicht bij elkaar in het netwerk.
                [one] Dicht bij elkaar in het netwerk: één partner van { $organization } heeft al met partners van { $partner } samengewerkt.
               *[other] Dicht bij elkaar in het netwerk: { $partners } partners van { $organization } hebben al met partners van { $partner } samengewerkt.
            }
    }

reason-same-region =
    { $audience ->
        [organization] Net als u zit { $partner } { $where }.
        [partner] Net als u zit { $organization } { $where }.
       *[manager] Beide zitten { $where }.
    }

reason-same-kind =
    { $alike ->
        [same] Hetzelfde soort organisatie: { $kind }.
       *[none] Hetzelfde soort organisatie.
    }

reason-kinds =
    { $alike ->
        [different] Twee soorten organisaties die vaak samen projecten opstarten: { $kinds }.
        [same] Organisaties van dit soort starten vaak samen projecten op: { $kind }.
       *[none] Organisaties van deze soorten starten vaak samen projecten op.
    }

reason-same-group =
    { $audience ->
        [organization]
            { $listed ->
                [yes] { $partner } hoort bij dezelfde groep als u: { $organizations }.
               *[no] { $partner } hoort bij dezelfde groep als u.
            }
        [partner]
            { $listed ->
                [yes] { $organization } hoort bij dezelfde groep als u: { $organizations }.
               *[no] { $organization } hoort bij dezelfde groep als u.
            }
       *[manager]
            { $listed ->
                [yes] Beide horen bij dezelfde groep: { $organizations }.
               *[no] Beide horen bij dezelfde groep.
            }
    }

reason-active-lately =
    { $audience ->
        [partner]
            { $dated ->
                [yes]
                    { $count ->
                        [0] Sinds { $year } hebt u geen project opgestart.
                        [one] Sinds { $year } hebt u { $count } project opgestart.
                       *[other] Sinds { $year } hebt u { $count } projecten opgestart.
                    }
               *[no]
                    { $count ->
                        [0] U hebt de laatste tijd geen project opgestart.
                        [one] U hebt de laatste tijd { $count } project opgestart.
                       *[other] U hebt de laatste tijd { $count } projecten opgestart.
                    }
            }
       *[other]
            { $dated ->
                [yes]
                    { $count ->
                        [0] Sinds { $year } heeft { $partner } geen project opgestart.
                        [one] Sinds { $year } heeft { $partner } { $count } project opgestart.
                       *[other] Sinds { $year } heeft { $partner } { $count } projecten opgestart.
                    }
               *[no]
                    { $count ->
                        [0] { $partner } heeft de laatste tijd geen project opgestart.
                        [one] { $partner } heeft de laatste tijd { $count } project opgestart.
                       *[other] { $partner } heeft de laatste tijd { $count } projecten opgestart.
                    }
            }
    }

# Who asked and why is for the manager alone.
reason-rule =
    { $audience ->
        [manager]
            { $told ->
                [by-reason-date] Gevraagd door { $by } ({ $date }): { $reason }.
                [by-reason] Gevraagd door { $by }: { $reason }.
                [by-date] Gevraagd door { $by } ({ $date }).
                [by] Gevraagd door { $by }.
                [reason-date] Gevraagd ({ $date }): { $reason }.
                [reason] Gevraagd: { $reason }.
               *[none] Om deze introductie is gevraagd.
            }
       *[other] Om deze introductie is gevraagd.
    }

reason-newcomer-theme =
    { $audience ->
        [organization]
            { $listed ->
                [yes]
                    { $count ->
                        [0] { $partner } kent het thema van uw eerste project: { $topics }.
                        [one] { $partner } heeft { $count } project rond het thema van uw eerste project: { $topics }.
                       *[other] { $partner } heeft { $count } projecten rond het thema van uw eerste project: { $topics }.
                    }
               *[no]
                    { $count ->
                        [0] { $partner } kent het thema van uw eerste project.
                        [one] { $partner } heeft { $count } project rond het thema van uw eerste project.
                       *[other] { $partner } heeft { $count } projecten rond het thema van uw eerste project.
                    }
            }
        [partner]
            { $listed ->
                [yes]
                    { $count ->
                        [0] U kent het thema van het eerste project van { $organization }: { $topics }.
                        [one] U hebt { $count } project rond het thema van het eerste project van { $organization }: { $topics }.
                       *[other] U hebt { $count } projecten rond het thema van het eerste project van { $organization }: { $topics }.
                    }
               *[no]
                    { $count ->
                        [0] U kent het thema van het eerste project van { $organization }.
                        [one] U hebt { $count } project rond het thema van het eerste project van { $organization }.
                       *[other] U hebt { $count } projecten rond het thema van het eerste project van { $organization }.
                    }
            }
       *[manager]
            { $listed ->
                [yes]
                    { $count ->
                        [0] { $partner } kent het thema van het eerste project van { $organization }: { $topics }.
                        [one] { $partner } heeft { $count } project rond het thema van het eerste project van { $organization }: { $topics }.
                       *[other] { $partner } heeft { $count } projecten rond het thema van het eerste project van { $organization }: { $topics }.
                    }
               *[no]
                    { $count ->
                        [0] { $partner } kent het thema van het eerste project van { $organization }.
                        [one] { $partner } heeft { $count } project rond het thema van het eerste project van { $organization }.
                       *[other] { $partner } heeft { $count } projecten rond het thema van het eerste project van { $organization }.
                    }
            }
    }

# Andere organisaties van de groep van $organization zijn verbonden met $partner.
reason-group-there =
    { $case ->
        [none] De groep van { $organization } is al verbonden met { $partner }.
        [organization] Van uw groep en al verbonden met { $partner }: { $organizations }.
        [partner] Van de groep van { $organization } en al met u verbonden: { $organizations }.
       *[manager] Van de eigen groep en al verbonden met { $partner }: { $organizations }.
    }
