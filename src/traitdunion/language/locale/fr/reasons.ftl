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

count-projects =
    { $count ->
        [one] { $count } projet
       *[other] { $count } projets
    }

partner-by-project =
    { $told ->
        [project-year] { $partner } (projet { $project }, { $year })
        [project] { $partner } (projet { $project })
        [year] { $partner } ({ $year })
       *[none] { $partner }
    }

# What stands after “is” or “are”.
region-where =
    { $known ->
        [flanders] en Flandre
        [brussels] à Bruxelles
        [wallonia] en Wallonie
        [abroad] à l’étranger
        [other] dans la même région ({ $region })
       *[none] dans la même région
    }

kind-one =
    { $kind ->
        [company] une entreprise
        [cluster] un cluster
        [research-center] un centre de recherche
        [university] une université
        [school] une école
        [federation] une fédération
        [investor] un investisseur
        [public-body] un organisme public
        [association] une association
        [programme] un programme
       *[other] une organisation d’un autre type
    }

# $partner offers what $organization needs.
reason-need-met =
    { $case ->
        [none] { $partner } propose ce dont { $organization } a besoin.
        [organization] { $partner } propose ce que vous recherchez : { $needs }.
        [partner] { $organization } a besoin de ce que vous proposez : { $needs }.
       *[manager] { $partner } propose ce que recherche { $organization } : { $needs }.
    }

# $organization offers what $partner needs.
reason-offer-wanted =
    { $case ->
        [none] { $partner } a besoin de ce que propose { $organization }.
        [organization] { $partner } a besoin de ce que vous proposez : { $needs }.
        [partner] { $organization } propose ce que vous recherchez : { $needs }.
       *[manager] { $partner } recherche ce que propose { $organization } : { $needs }.
    }

reason-shared-partners-projects =
    { $listed ->
        [yes]
            { $count ->
                [1] Un partenaire en commun : { $organizations }.
                [2] Deux partenaires en commun : { $organizations }.
               *[other] { $count } partenaires en commun : { $organizations }.
            }
       *[no]
            { $count ->
                [0] Aucun partenaire en commun n’est connu.
                [1] Un partenaire en commun.
                [2] Deux partenaires en commun.
               *[other] { $count } partenaires en commun.
            }
    }

reason-shared-calls =
    { $case ->
        [none] Leurs projets portent sur les mêmes thèmes.
        [organization]
            { $counted ->
                [yes] Comme vous, { $partner } travaille sur : { $topics } ({ $here } chez vous, { $there } chez { $partner }).
               *[no] Comme vous, { $partner } travaille sur : { $topics }.
            }
        [partner]
            { $counted ->
                [yes] Comme vous, { $organization } travaille sur : { $topics } ({ $there } chez vous, { $here } chez { $organization }).
               *[no] Comme vous, { $organization } travaille sur : { $topics }.
            }
       *[manager]
            { $counted ->
                [yes] Les deux travaillent sur ces sujets : { $topics } ({ $here } chez { $organization }, { $there } chez { $partner }).
               *[no] Les deux travaillent sur ces sujets : { $topics }.
            }
    }

reason-shared-words =
    { $case ->
        [none] Leurs projets parlent des mêmes choses.
        [organization] Vos projets et ceux que mène { $partner } parlent des mêmes choses : { $words }.
        [partner] Vos projets et ceux que mène { $organization } parlent des mêmes choses : { $words }.
       *[manager] Leurs projets parlent des mêmes choses : { $words }.
    }

# Partners of the one have worked with partners of the other.
reason-close-in-network =
    { $audience ->
        [organization]
            { $partners ->
                [0] { $partner } est proche de vous dans le réseau.
                [one] { $partner } est proche de vous dans le réseau : un de vos partenaires a déjà travaillé avec les siens.
               *[other] { $partner } est proche de vous dans le réseau : { $partners } de vos partenaires ont déjà travaillé avec les siens.
            }
        [partner]
            { $partners ->
                [0] { $organization } est proche de vous dans le réseau.
                [one] { $organization } est proche de vous dans le réseau : un de ses partenaires a déjà travaillé avec les vôtres.
               *[other] { $organization } est proche de vous dans le réseau : { $partners } de ses partenaires ont déjà travaillé avec les vôtres.
            }
       *[manager]
            { $partners ->
                [0] { $organization } et { $partner } sont proches dans le réseau.
                [one] { $organization } et { $partner } sont proches dans le réseau : un partenaire d’un côté a déjà travaillé avec des partenaires de l’autre.
               *[other] { $organization } et { $partner } sont proches dans le réseau : { $partners } partenaires d’un côté ont déjà travaillé avec des partenaires de l’autre.
            }
    }

reason-same-region =
    { $audience ->
        [organization] Comme vous, { $partner } se trouve { $where }.
        [partner] Comme vous, { $organization } se trouve { $where }.
       *[manager] Les deux se trouvent { $where }.
    }

reason-same-kind =
    { $alike ->
        [same] Le même type d’organisation : { $kind }.
       *[none] Le même type d’organisation.
    }

reason-kinds =
    { $alike ->
        [different] Deux types d’organisations qui lancent souvent des projets ensemble : { $kinds }.
        [same] Les organisations de ce type lancent souvent des projets entre elles : { $kind }.
       *[none] Les organisations de ces types lancent souvent des projets ensemble.
    }

reason-same-group =
    { $audience ->
        [organization]
            { $listed ->
                [yes] { $partner } fait partie du même groupe que vous : { $organizations }.
               *[no] { $partner } fait partie du même groupe que vous.
            }
        [partner]
            { $listed ->
                [yes] { $organization } fait partie du même groupe que vous : { $organizations }.
               *[no] { $organization } fait partie du même groupe que vous.
            }
       *[manager]
            { $listed ->
                [yes] Les deux font partie du même groupe : { $organizations }.
               *[no] Les deux font partie du même groupe.
            }
    }

reason-active-lately =
    { $audience ->
        [partner]
            { $dated ->
                [yes]
                    { $count ->
                        [0] Vous n’avez lancé aucun projet depuis { $year }.
                        [one] Vous avez lancé { $count } projet depuis { $year }.
                       *[other] Vous avez lancé { $count } projets depuis { $year }.
                    }
               *[no]
                    { $count ->
                        [0] Vous n’avez lancé aucun projet ces derniers temps.
                        [one] Vous avez lancé { $count } projet ces derniers temps.
                       *[other] Vous avez lancé { $count } projets ces derniers temps.
                    }
            }
       *[other]
            { $dated ->
                [yes]
                    { $count ->
                        [0] { $partner } n’a lancé aucun projet depuis { $year }.
                        [one] { $partner } a lancé { $count } projet depuis { $year }.
                       *[other] { $partner } a lancé { $count } projets depuis { $year }.
                    }
               *[no]
                    { $count ->
                        [0] { $partner } n’a lancé aucun projet ces derniers temps.
                        [one] { $partner } a lancé { $count } projet ces derniers temps.
                       *[other] { $partner } a lancé { $count } projets ces derniers temps.
                    }
            }
    }

# Who asked and why is for the manager alone.
reason-rule =
    { $audience ->
        [manager]
            { $told ->
                [by-reason-date] Mise en relation demandée par { $by } ({ $date }) : { $reason }.
                [by-reason] Mise en relation demandée par { $by } : { $reason }.
                [by-date] Mise en relation demandée par { $by } ({ $date }).
                [by] Mise en relation demandée par { $by }.
                [reason-date] Mise en relation demandée ({ $date }) : { $reason }.
                [reason] Mise en relation demandée : { $reason }.
               *[none] Cette mise en relation a été demandée.
            }
       *[other] Cette mise en relation a été demandée.
    }

reason-newcomer-theme =
    { $audience ->
        [organization]
            { $listed ->
                [yes]
                    { $count ->
                        [0] { $partner } connaît le thème de votre premier projet : { $topics }.
                        [one] { $partner } compte { $count } projet sur le thème de votre premier projet : { $topics }.
                       *[other] { $partner } compte { $count } projets sur le thème de votre premier projet : { $topics }.
                    }
               *[no]
                    { $count ->
                        [0] { $partner } connaît le thème de votre premier projet.
                        [one] { $partner } compte { $count } projet sur le thème de votre premier projet.
                       *[other] { $partner } compte { $count } projets sur le thème de votre premier projet.
                    }
            }
        [partner]
            { $listed ->
                [yes]
                    { $count ->
                        [0] Vous connaissez le thème du premier projet auquel participe { $organization } : { $topics }.
                        [one] Vous comptez { $count } projet sur le thème du premier projet auquel participe { $organization } : { $topics }.
                       *[other] Vous comptez { $count } projets sur le thème du premier projet auquel participe { $organization } : { $topics }.
                    }
               *[no]
                    { $count ->
                        [0] Vous connaissez le thème du premier projet auquel participe { $organization }.
                        [one] Vous comptez { $count } projet sur le thème du premier projet auquel participe { $organization }.
                       *[other] Vous comptez { $count } projets sur le thème du premier projet auquel participe { $organization }.
                    }
            }
       *[manager]
            { $listed ->
                [yes]
                    { $count ->
                        [0] { $partner } connaît le thème du premier projet auquel participe { $organization } : { $topics }.
                        [one] { $partner } compte { $count } projet sur le thème du premier projet auquel participe { $organization } : { $topics }.
                       *[other] { $partner } compte { $count } projets sur le thème du premier projet auquel participe { $organization } : { $topics }.
                    }
               *[no]
                    { $count ->
                        [0] { $partner } connaît le thème du premier projet auquel participe { $organization }.
                        [one] { $partner } compte { $count } projet sur le thème du premier projet auquel participe { $organization }.
                       *[other] { $partner } compte { $count } projets sur le thème du premier projet auquel participe { $organization }.
                    }
            }
    }

# D’autres organisations du groupe de $organization sont liées à $partner.
reason-group-there =
    { $case ->
        [none] Le groupe de { $organization } est déjà lié à { $partner }.
        [organization] Déjà liées à { $partner } et de votre groupe : { $organizations }.
        [partner] Déjà liées à vous et du groupe de { $organization } : { $organizations }.
       *[manager] Déjà liées à { $partner } et de son groupe : { $organizations }.
    }
