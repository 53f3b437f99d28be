# Faults of files: what is wrong in a place, and how to mend it
faulty-file =
    { $count ->
        [one] { $count } faute a été trouvée dans { $file } ; rien n’a été chargé.
       *[other] { $count } fautes ont été trouvées dans { $file } ; rien n’a été chargé.
    }
    .remedy = Corrigez ces cellules et chargez le fichier à nouveau.

# The file itself
file-missing = Ce fichier n’existe pas.
    .remedy = Vérifiez le nom et le dossier.
file-is-folder = C’est un dossier, pas un fichier.
    .remedy = Nommez les fichiers qu’il contient.
file-empty = Ce fichier est vide.
    .remedy = Enregistrez-le de nouveau depuis votre tableur.
file-only-headings = Il n’y a que des en-têtes, aucune ligne.
    .remedy = Ajoutez au moins une ligne sous les en-têtes.
file-extension = L’extension « { $extension } » n’est pas connue.
    .remedy = Enregistrez le fichier dans un de ces formats : { $known }.
file-encrypted = Ce fichier est protégé par un mot de passe.
    .remedy = Enregistrez-le sans mot de passe.
file-damaged = Ce fichier est endommagé ({ $detail }).
    .remedy = Ouvrez-le dans votre tableur et enregistrez-le de nouveau.
file-not-text = Ce fichier n’est pas du texte.
    .remedy = Enregistrez-le en CSV (UTF-8) ou en XLSX.
file-too-large = Décompressé, ce fichier fait { $megabytes } Mo ; la limite est de { $limit } Mo.
    .remedy = Enregistrez-le en CSV, ou divisez-le.
too-many-cells = Cette feuille compte { $cells } cellules ; la limite est de { $limit }.
    .remedy = Supprimez les lignes et colonnes vides, ou enregistrez en CSV.
quotes-broken = Un guillemet ouvert à la ligne { $row } n’est jamais fermé.
    .remedy = Fermez-le, ou doublez les guillemets qui font partie du texte.
cordis-not-found = Aucun fichier CORDIS (projets, organisations) n’a été trouvé.
    .remedy = Donnez les fichiers CSV du téléchargement CORDIS, ou l’archive ZIP.

# Tables and headings
table-not-recognized = Ce tableau n’est pas reconnu. Ses colonnes sont { $columns }.
    .remedy = Nommez une colonne « name », ou dites avec `--map` ce que veut dire chaque colonne.
heading-twice = Deux colonnes portent le même nom.
    .remedy = Renommez l’une des deux.
heading-missing = Une colonne n’a pas de nom ; elle est gardée à part.
    .remedy = Donnez-lui un nom pour qu’elle serve.
row-too-long = Cette ligne a { $cells } cellules pour { $headings } en-têtes.
    .remedy = Mettez entre guillemets les textes qui contiennent le séparateur.
row-torn = Cette ligne n’a que { $cells } cellules pour { $headings } en-têtes : un retour à la ligne l’a coupée.
    .remedy = Mettez entre guillemets les textes de plusieurs lignes.
mapping-not-toml = Le fichier de correspondance ne se lit pas ({ $detail }).
    .remedy = Repartez d’un fichier écrit par `--save-mapping`.
mapping-part = « { $part } » n’est pas une partie connue d’une correspondance.
    .remedy = Les parties sont { $known }.
mapping-noun = « { $noun } » n’est pas une sorte de tableau connue.
    .remedy = Choisissez parmi { $known }.
mapping-field = « { $field } » n’est pas un champ de « { $noun } ».
    .remedy = Les champs sont { $known }.
mapping-column-missing = La correspondance nomme une colonne que le fichier n’a pas. Il a { $columns }.
    .remedy = Corrigez le nom dans la correspondance ou dans le fichier.
column-also-claims = Cette colonne pourrait aussi donner « { $field } » ; « { $chosen } » a été retenue.
    .remedy = Dites avec `--map` laquelle il faut lire.
direction = « { $value } » n’est pas un sens.
    .remedy = Écrivez `directed` ou `undirected`.

# Rows
row-names-nothing = Cette ligne ne nomme rien : ni nom, ni référence, ni numéro.
    .remedy = Donnez au moins un nom, ou supprimez la ligne.
row-repeated =
    { $count ->
        [one] Une ligne est répétée ; elle n’est gardée qu’une fois.
       *[other] { $count } lignes sont répétées ; chacune n’est gardée qu’une fois.
    }
    .remedy = Il n’y a rien à faire.
reference-of-two = La référence « { $ref } » désigne { $name } ici et { $other } dans { $other_file } (ligne { $other_row }).
    .remedy = Donnez à chacune une référence qui lui est propre.
tie-without-end = Ce lien ne dit pas qui il relie.
    .remedy = Remplissez les deux colonnes, par une référence, un numéro ou un nom exact.
tie-to-itself = Ce lien relie une organisation à elle-même.
    .remedy = Corrigez l’un des deux bouts, ou supprimez la ligne.
tie-kind-assumed =
    { $count ->
        [one] Un lien n’a pas de type ; il est lu comme « { $kind } ».
       *[other] { $count } liens n’ont pas de type ; ils sont lus comme « { $kind } ».
    }
    .remedy = Remplissez la colonne « kind » pour le dire mieux.
participation-without-end = Cette participation ne dit pas qui a pris part, ou à quoi.
    .remedy = Remplissez l’événement et l’organisation.
until-before-since = La fin ({ $until }) précède le début ({ $since }).
    .remedy = Corrigez l’une des deux dates.

# Identifiers
identifier-format = « { $text } » n’a pas la forme d’un tel numéro.
    .remedy = Recopiez-le de sa source ; un numéro belge a dix chiffres, comme 0417.497.106.
identifier-length = « { $text } » compte { $length } caractères, pas le nombre voulu.
    .remedy = Vérifiez si un chiffre manque ; un tableur efface les zéros du début.
identifier-check-digits = Les chiffres de contrôle de « { $text } » ne sont pas justes.
    .remedy = Comparez-le avec la Banque-Carrefour des Entreprises.
identifier-is-establishment = « { $text } » est le numéro d’une unité d’établissement, pas celui de l’entreprise.
    .remedy = Donnez le numéro d’entreprise, qui commence par 0 ou 1.
identifier-is-enterprise = « { $text } » est un numéro d’entreprise, pas celui d’une unité d’établissement.
    .remedy = Donnez le numéro d’établissement, qui commence par un chiffre de 2 à 8.
identifier-scheme = « { $scheme } » n’est pas une sorte de numéro connue.
    .remedy = Choisissez parmi { $schemes }.
zero-restored =
    { $count ->
        [one] Un numéro avait perdu son zéro de tête ; il est rétabli.
       *[other] { $count } numéros avaient perdu leur zéro de tête ; il est rétabli.
    }
    .remedy = Mettez la colonne en texte dans votre tableur.
number-of-another-country =
    { $count ->
        [one] Un numéro est celui d’un autre pays ; il est gardé à part.
       *[other] { $count } numéros sont ceux d’autres pays ; ils sont gardés à part.
    }
    .remedy = Il n’y a rien à faire si ces organisations sont bien à l’étranger.
vat-left-out =
    { $count ->
        [one] Un numéro de TVA n’est pas valable ; il est laissé de côté.
       *[other] { $count } numéros de TVA ne sont pas valables ; ils sont laissés de côté.
    }
    .remedy = Il n’y a rien à faire.
cordis-row-without-key =
    { $count ->
        [one] Une ligne n’a pas d’identifiant ; elle est laissée de côté.
       *[other] { $count } lignes n’ont pas d’identifiant ; elles sont laissées de côté.
    }
    .remedy = Il n’y a rien à faire.

# Activities
activity-format = « { $text } » n’est pas un code d’activité.
    .remedy = Écrivez un code NACE de deux à sept chiffres, comme 28.41.
activity-section = La lettre { $section } de « { $text } » ne va pas avec ses chiffres.
    .remedy = Laissez la lettre de côté.
unknown-activity = Le code { $code } n’existe pas dans la NACE { $version }.
    .remedy = Vérifiez le code et sa version : la NACE-BEL a changé en 2025.
unknown-activity-version = La version { $version } de la NACE n’est pas connue.
    .remedy = Choisissez parmi { $versions }.

# Values of cells
digits-lost = Le tableur a arrondi ce numéro ; ses derniers chiffres sont perdus.
    .remedy = Mettez la colonne en texte et recopiez le numéro.
date-unreadable = « { $value } » n’est pas une date.
    .remedy = Écrivez `2019`, `05/2019` ou `31/12/2019`.
date-impossible = La date « { $value } » n’existe pas.
    .remedy = Corrigez le jour, le mois ou l’année.
number-unreadable = « { $value } » n’est pas un nombre.
    .remedy = N’écrivez que des chiffres, avec une virgule ou un point décimal.
number-not-whole = « { $value } » n’est pas un nombre entier.
    .remedy = Écrivez un nombre sans décimales.
number-below-zero = « { $value } » est inférieur à zéro.
    .remedy = Écrivez zéro ou plus.
amount-ambiguous = « { $value } » se lit de deux façons : le signe peut séparer les milliers ou les décimales.
    .remedy = Écrivez les décimales, comme `1234,00`.
yes-or-no-unreadable = « { $value } » n’est ni oui ni non.
    .remedy = Écrivez oui ou non.
country-unknown = Le pays « { $value } » n’est pas connu.
    .remedy = Écrivez son code de deux lettres, comme BE, ou son nom.
coordinate-alone = Il n’y a qu’une des deux coordonnées.
    .remedy = Donnez la latitude et la longitude, ou aucune des deux.
coordinate-outside = Les coordonnées { $lat }, { $lon } n’existent pas.
    .remedy = Donnez des degrés décimaux (WGS 84).
coordinates-swapped = La latitude { $lat } et la longitude { $lon } semblent échangées.
    .remedy = En Belgique, la latitude est proche de 50 et la longitude de 4.
year-set-aside =
    { $count ->
        [one] Un nombre porte une année entre parenthèses ; l’année est gardée à part.
       *[other] { $count } nombres portent une année entre parenthèses ; l’année est gardée à part.
    }
    .remedy = Il n’y a rien à faire.
employees-rounded =
    { $count ->
        [one] Un nombre de travailleurs avait des décimales ; il est arrondi.
       *[other] { $count } nombres de travailleurs avaient des décimales ; ils sont arrondis.
    }
    .remedy = Il n’y a rien à faire.
word-unknown = Le mot « { $value } » n’est pas connu ; il est lu comme « { $read } ».
    .remedy = Employez un mot de la liste de référence si celui-ci en veut dire un autre.
own-word = Le type « { $value } » est le vôtre ; il est gardé tel quel, sous « { $read } ».
    .remedy = Il n’y a rien à faire.

# What was guessed or left out
members-guessed = D’après le nom du fichier, ces organisations sont toutes membres.
    .remedy = Ajoutez une colonne « member » si ce n’est pas le cas.
clusters-guessed = D’après le nom du fichier, ces organisations sont toutes des clusters.
    .remedy = Ajoutez une colonne « kind » si ce n’est pas le cas.
mail-left-out =
    { $count ->
        [one] Une adresse de courriel n’a pas été lue : le registre des organisations ne garde personne.
       *[other] { $count } adresses de courriel n’ont pas été lues : le registre des organisations ne garde personne.
    }
    .remedy = Il n’y a rien à faire.
person-column-left-out = Cette colonne parle de personnes ; elle n’a pas été lue.
    .remedy = Il n’y a rien à faire.
letters-mended =
    { $count ->
        [one] Des lettres abîmées par un mauvais codage ont été rétablies : « { $mended } ».
       *[other] Des lettres abîmées par un mauvais codage ont été rétablies dans { $count } cellules, comme « { $mended } ».
    }
    .remedy = Enregistrez le fichier en CSV (UTF-8).
encoding-guessed = Ce fichier n’est pas en UTF-8 ; il est lu comme { $encoding }.
    .remedy = Enregistrez-le en CSV (UTF-8) si des accents paraissent faux.
sheet-hidden = Cette feuille est cachée ; elle n’a pas été lue.
    .remedy = Affichez-la si elle doit l’être.
title-skipped = Cette ligne est un titre au-dessus du tableau ; elle n’est pas lue comme en-tête.
    .remedy = Il n’y a rien à faire.
