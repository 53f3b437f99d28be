# The frame of every page
site-nav = Pages
site-overview = Vue d’ensemble
site-report = Rapport
site-search = Recherche
site-search-hint = Nom, numéro, lieu
site-search-what = Nom, numéro, lieu ou thème
site-search-button = Chercher
site-sources-link = Voir les sources.
site-licence = Traitdunion est un logiciel libre sous licence Apache, version 2.0.
site-local = Le site ne répond que sur cette machine : personne d’autre ne peut l’ouvrir, c’est pourquoi il ne demande pas de mot de passe.
site-to-overview = Vers la vue d’ensemble

# The overview
site-coverage = Ce que nous savons des membres
site-no-members = Aucune organisation n’est encore signalée comme membre. Chargez une liste avec une colonne « member » pour voir combien ont un lien.
site-see-them = Les voir
site-see-clusters = Voir les clusters
site-next = Que faire maintenant
site-next-none = Rien ne ressort : chaque membre a un lien, et aucune paire de clusters ne se rencontre moins qu’attendu.
site-next-load = Chargez des clusters, des liens et des membres : `traitdunion load`. Cette page dira alors qui mettre en relation d’abord.
site-next-untied =
    { $count ->
        [one] { $count } membre est couvert par nos sources, mais aucun lien avec un cluster n’est connu.
       *[other] { $count } membres sont couverts par nos sources, mais aucun lien avec un cluster n’est connu.
    }
site-next-untied-link = Voir lesquels, et où chacun aurait sa place
site-next-gap =
    { $observed ->
        [0] { $a } et { $b } : aucun contact constaté là où l’on en attendrait { $expected }. C’est le manque le plus lourd.
        [one] { $a } et { $b } : { $observed } contact constaté là où l’on en attendrait { $expected }. C’est le manque le plus lourd.
       *[other] { $a } et { $b } : { $observed } contacts constatés là où l’on en attendrait { $expected }. C’est le manque le plus lourd.
    }
site-next-gap-link = Voir les manques, et qui pourrait les combler
site-next-no-data =
    { $count ->
        [one] Sur { $count } membre, nous n’avons pas de données. Une question à ce membre en dit plus que n’importe quel modèle.
       *[other] Sur { $count } membres, nous n’avons pas de données. Une question à ces membres en dit plus que n’importe quel modèle.
    }
site-next-no-data-link = Voir à qui demander
site-next-weak =
    { $count ->
        [one] { $count } paire de clusters tient à une seule organisation : un deuxième contact la rendrait durable.
       *[other] { $count } paires de clusters tiennent chacune à une seule organisation : un deuxième contact les rendrait durables.
    }
site-next-weak-link = Voir les maillons fragiles
site-lists = Les listes

# What each list is
listing-gaps = Manques
site-about-clusters = Hubs, parcs scientifiques, réseaux et pôles, avec leurs thèmes de travail.
site-about-organizations = Toutes les organisations connues, avec leur type, leur lieu, leur taille et leurs thèmes.
site-about-members = Chaque membre de la fédération, avec les clusters auxquels il est lié.
site-about-gaps = Les paires de clusters qui se rencontrent moins que ne le laissent attendre leur taille, leur distance et leurs thèmes, les plus lourdes d’abord.
site-about-recommendations = Qui devrait rencontrer qui, et les faits qui plaident pour.
site-about-bridges = Les organisations liées à plusieurs clusters, qui les font se rencontrer.
site-about-weak-spots = Les paires de clusters qu’une seule organisation tient ensemble.
site-about-ties = Tous les liens connus, avec leur source, leur date et leur état.
site-about-sources = Les pages et les fichiers où les faits ont été lus.

# A list
site-filter = Restreindre la liste
site-all = tout
site-containing = Contenant
site-show = Afficher
site-chosen = Ce à quoi la liste est restreinte
site-chip = { $column } : { $value }
site-chip-text = Contenant « { $text } »
site-chip-pair = Entre { $a } et { $b }
site-without = Retirer « { $what } »
site-all-again = Afficher toute la liste
site-tally =
    { $whole ->
        [one] { $first }–{ $last } sur { $count }, parmi { $whole } ligne en tout
       *[other] { $first }–{ $last } sur { $count }, parmi { $whole } lignes en tout
    }
site-tally-all = { $first }–{ $last } sur { $count }
site-download = Télécharger ces lignes :
site-recommended = Mises en relation
site-recommendations =
    { $count ->
        [one] { $count } mise en relation
       *[other] { $count } mises en relation
    }
site-pages = Pages de la liste
site-none-chosen = Aucune ligne ne répond à ce choix. Retirez un des filtres, ou cherchez moins de mots.
site-none-at-all = Cette liste est encore vide. Elle se remplit quand on charge des données : `traitdunion load`.

# The search
site-search-title = Recherche
site-search-title-for = Recherche : { $text }
site-search-empty = Tapez un nom dans n’importe quelle langue, un numéro d’entreprise, une commune ou un thème. Une ou deux fautes de frappe ne gênent pas.
site-search-none = Rien ne s’appelle « { $text } », ni à peu près ainsi.
site-search-none-next = Essayez un mot plus court, le numéro d’entreprise ou la commune.
site-search-all = Ou parcourez toutes les organisations.
site-search-found =
    { $count ->
        [one] { $count } résultat pour « { $text } »
       *[other] { $count } résultats pour « { $text } », les plus proches d’abord
    }
site-search-first = Les { $count } résultats les plus proches de « { $text } » ; un texte plus long en trouve moins
site-search-matched =
    { $how ->
        [alias] Autre nom : { $matched }
        [identifier] Numéro { $matched }
        [place] À { $matched }
       *[topic] Travaille sur { $matched }
    }

# One organization, one cluster
site-about = Fiche
site-website = Site web
site-sites = Implantations
site-member-of = Membre de la fédération
site-member-since = membre depuis { $since }
site-confirmed = Confirmé en dernier
site-known-from = Connu par
site-part-of = Fait partie de
site-parts = Composantes
site-tied-to = Lié à
site-ties = Liens
site-ties-of =
    { $count ->
        [one] { $count } lien connu
       *[other] { $count } liens connus
    }
site-no-ties = Aucun lien n’est connu. Cela ne prouve jamais qu’il n’y en a pas : demandez, et chargez la réponse avec sa source.
site-valid = en cours
site-ended = terminé
site-announced = annoncé
site-advice = Mises en relation à faire
site-no-advice = Aucune mise en relation ne ressort aujourd’hui.
site-strengths-none = Trop peu d’organisations liées indiquent un thème pour dire où sont ses points forts.
site-weak = Ce qui tient à une seule organisation
site-id-number = Numéro d’entreprise
site-id-vat = Numéro de TVA
site-id-pic = Numéro de participant de la Commission européenne (PIC)
site-id-lei = Identifiant d’entité juridique (LEI)
site-id-ror = Registre des organismes de recherche (ROR)
site-confirmed-facts = sa fiche : { $day }
site-confirmed-ties = ses liens : { $day }
site-status-tied = Un lien avec un cluster est connu.
site-status-no-tie-known = Une source couvre ce membre, et ne montre aucun lien avec un cluster.
site-status-no-data = Aucune de nos sources ne couvre ce membre : nous ne pouvons pas dire s’il a un lien.
site-ties-all = Les voir tous
site-advice-all = Les voir toutes
