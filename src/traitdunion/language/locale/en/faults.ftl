# Faults of files: what is wrong in a place, and how to mend it
faulty-file =
    { $count ->
        [one] { $count } fault was found in { $file }; nothing was loaded.
       *[other] { $count } faults were found in { $file }; nothing was loaded.
    }
    .remedy = Mend those cells and load the file again.

# The file itself
file-missing = This file does not exist.
    .remedy = Check its name and folder.
file-is-folder = This is a folder, not a file.
    .remedy = Name the files inside it.
file-empty = This file is empty.
    .remedy = Save it again from your spreadsheet.
file-only-headings = There are only headings and no row.
    .remedy = Add at least one row below the headings.
file-extension = The extension “{ $extension }” is not known.
    .remedy = Save the file as one of these: { $known }.
file-encrypted = This file is protected by a password.
    .remedy = Save it without a password.
file-damaged = This file is damaged ({ $detail }).
    .remedy = Open it in your spreadsheet and save it again.
file-not-text = This file is not text.
    .remedy = Save it as CSV (UTF-8) or XLSX.
file-too-large = Unpacked, this file has { $megabytes } MB; the limit is { $limit } MB.
    .remedy = Save it as CSV, or split it.
too-many-cells = This sheet has { $cells } cells; the limit is { $limit }.
    .remedy = Delete empty rows and columns, or save as CSV.
quotes-broken = A quotation mark opened in row { $row } is never closed.
    .remedy = Close it, or double the marks that belong to the text.
cordis-not-found = No CORDIS file (projects, organizations) was found.
    .remedy = Give the CSV files of the CORDIS download, or its ZIP archive.

# Tables and headings
table-not-recognized = This table is not recognized. Its columns are { $columns }.
    .remedy = Call one column “name”, or say with `--map` what each column means.
heading-twice = Two columns have the same name.
    .remedy = Rename one of them.
heading-missing = A column has no name; it is kept aside.
    .remedy = Give it a name to make use of it.
row-too-long = This row has { $cells } cells for { $headings } headings.
    .remedy = Put texts that contain the separator between quotation marks.
row-torn = This row has only { $cells } cells for { $headings } headings: a line break tore it.
    .remedy = Put texts of more than one line between quotation marks.
mapping-not-toml = The mapping of columns cannot be read ({ $detail }).
    .remedy = Start from a file that `--save-mapping` wrote.
mapping-part = “{ $part }” is not a known part of a mapping.
    .remedy = The parts are { $known }.
mapping-noun = “{ $noun }” is not a known kind of table.
    .remedy = Choose among { $known }.
mapping-field = “{ $field }” is not a field of “{ $noun }”.
    .remedy = The fields are { $known }.
mapping-column-missing = The mapping names a column the file does not have. It has { $columns }.
    .remedy = Mend the name in the mapping or in the file.
column-also-claims = This column could also give “{ $field }”; “{ $chosen }” was chosen.
    .remedy = Say with `--map` which one to read.
direction = “{ $value }” is not a direction.
    .remedy = Write `directed` or `undirected`.

# Rows
row-names-nothing = This row names nothing: no name, no reference, no number.
    .remedy = Give at least a name, or delete the row.
row-repeated =
    { $count ->
        [one] One row is repeated; it is kept once.
       *[other] { $count } rows are repeated; each is kept once.
    }
    .remedy = There is nothing to do.
reference-of-two = The reference “{ $ref }” stands for { $name } here and for { $other } in { $other_file } (row { $other_row }).
    .remedy = Give each a reference of its own.
tie-without-end = This tie does not say whom it ties.
    .remedy = Fill in both columns, with a reference, a number or an exact name.
tie-to-itself = This tie ties an organization to itself.
    .remedy = Mend one of the two ends, or delete the row.
tie-kind-assumed =
    { $count ->
        [one] One tie has no kind; it is read as “{ $kind }”.
       *[other] { $count } ties have no kind; they are read as “{ $kind }”.
    }
    .remedy = Fill in the column “kind” to say it better.
participation-without-end = This participation does not say who took part, or in what.
    .remedy = Fill in the event and the organization.
until-before-since = The end ({ $until }) comes before the start ({ $since }).
    .remedy = Mend one of the two dates.

# Identifiers
identifier-format = “{ $text }” does not have the form of such a number.
    .remedy = Copy it from its source; a Belgian number has ten digits, such as 0417.497.106.
identifier-length = “{ $text }” has { $length } characters, not the number it should.
    .remedy = Check whether a digit is missing; spreadsheets drop leading zeros.
identifier-check-digits = The check digits of “{ $text }” are wrong.
    .remedy = Compare it with the Crossroads Bank for Enterprises.
identifier-is-establishment = “{ $text }” is the number of an establishment unit, not of the enterprise.
    .remedy = Give the enterprise number, which begins with 0 or 1.
identifier-is-enterprise = “{ $text }” is an enterprise number, not that of an establishment unit.
    .remedy = Give the establishment number, which begins with a digit from 2 to 8.
identifier-scheme = “{ $scheme }” is not a known kind of number.
    .remedy = Choose among { $schemes }.
zero-restored =
    { $count ->
        [one] One number had lost its leading zero; it is restored.
       *[other] { $count } numbers had lost their leading zero; it is restored.
    }
    .remedy = Set the column to text in your spreadsheet.
number-of-another-country =
    { $count ->
        [one] One number is of another country; it is kept aside.
       *[other] { $count } numbers are of other countries; they are kept aside.
    }
    .remedy = There is nothing to do if these organizations are abroad.
vat-left-out =
    { $count ->
        [one] One VAT number is not valid; it is left out.
       *[other] { $count } VAT numbers are not valid; they are left out.
    }
    .remedy = There is nothing to do.
cordis-row-without-key =
    { $count ->
        [one] One row has no identifier; it is left out.
       *[other] { $count } rows have no identifier; they are left out.
    }
    .remedy = There is nothing to do.

# Activities
activity-format = “{ $text }” is not an activity code.
    .remedy = Write a NACE code of two to seven digits, such as 28.41.
activity-section = The letter { $section } of “{ $text }” does not go with its digits.
    .remedy = Leave the letter out.
unknown-activity = The code { $code } does not exist in NACE { $version }.
    .remedy = Check the code and its version: NACE-BEL changed in 2025.
unknown-activity-version = The version { $version } of NACE is not known.
    .remedy = Choose among { $versions }.

# Values of cells
digits-lost = The spreadsheet rounded this number; its last digits are lost.
    .remedy = Set the column to text and copy the number again.
date-unreadable = “{ $value }” is not a date.
    .remedy = Write `2019`, `05/2019` or `31/12/2019`.
date-impossible = The date “{ $value }” does not exist.
    .remedy = Mend the day, the month or the year.
number-unreadable = “{ $value }” is not a number.
    .remedy = Write digits only, with a decimal comma or point.
number-not-whole = “{ $value }” is not a whole number.
    .remedy = Write a number without decimals.
number-below-zero = “{ $value }” is below zero.
    .remedy = Write zero or more.
amount-ambiguous = “{ $value }” can be read in two ways: its sign may part thousands or decimals.
    .remedy = Write the decimals, as in `1234.00`.
yes-or-no-unreadable = “{ $value }” is neither yes nor no.
    .remedy = Write yes or no.
country-unknown = The country “{ $value }” is not known.
    .remedy = Write its two-letter code, such as BE, or its name.
coordinate-alone = Only one of the two coordinates is there.
    .remedy = Give latitude and longitude, or neither.
coordinate-outside = The coordinates { $lat }, { $lon } do not exist.
    .remedy = Give decimal degrees (WGS 84).
coordinates-swapped = The latitude { $lat } and the longitude { $lon } seem to be swapped.
    .remedy = In Belgium the latitude is near 50 and the longitude near 4.
year-set-aside =
    { $count ->
        [one] One number has a year in brackets; the year is kept aside.
       *[other] { $count } numbers have a year in brackets; the year is kept aside.
    }
    .remedy = There is nothing to do.
employees-rounded =
    { $count ->
        [one] One number of employees had decimals; it is rounded.
       *[other] { $count } numbers of employees had decimals; they are rounded.
    }
    .remedy = There is nothing to do.
word-unknown = The word “{ $value }” is not known; it is read as “{ $read }”.
    .remedy = Use a word of the reference list if you mean something else.
own-word = The kind “{ $value }” is your own; it is kept as “{ $read }”.
    .remedy = There is nothing to do.

# What was guessed or left out
members-guessed = By the name of the file, these organizations are all members.
    .remedy = Add a column “member” if they are not.
clusters-guessed = By the name of the file, these organizations are all clusters.
    .remedy = Add a column “kind” if they are not.
mail-left-out =
    { $count ->
        [one] One e-mail address was not read: the register of organizations keeps no person.
       *[other] { $count } e-mail addresses were not read: the register of organizations keeps no person.
    }
    .remedy = There is nothing to do.
person-column-left-out = This column is about people; it was not read.
    .remedy = There is nothing to do.
letters-mended =
    { $count ->
        [one] Letters spoilt by a wrong encoding were restored: “{ $mended }”.
       *[other] Letters spoilt by a wrong encoding were restored in { $count } cells, such as “{ $mended }”.
    }
    .remedy = Save the file as CSV (UTF-8).
encoding-guessed = This file is not UTF-8; it is read as { $encoding }.
    .remedy = Save it as CSV (UTF-8) if accents look wrong.
sheet-hidden = This sheet is hidden; it was not read.
    .remedy = Unhide it if it should be read.
title-skipped = This row is a title above the table; it is not read as headings.
    .remedy = There is nothing to do.
