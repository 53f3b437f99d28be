# What was asked cannot be done. The remedy says how to mend it.
missing-extra = The package { $package } is missing.
    .remedy = Install it with `pip install "traitdunion[{ $extra }]"`.

organization-unknown = There is no organization called “{ $organization }”.
    .remedy = Give its identifier or its exact name; the list of organizations shows them all.

organization-ambiguous = More than one organization is called “{ $organization }”.
    .remedy = Give one of these identifiers: { $candidates }.

option-choice = “{ $value }” does not fit { $option }.
    .remedy = Choose among { $known }.

day-not-a-date = “{ $value }” is not a date.
    .remedy = Write year, month and day, as in `2026-06-30`.

budget-too-small = The budget { $name } is { $value }.
    .remedy = Give at least 1.

batch-unknown = There is no load number { $batch }.
    .remedy = `traitdunion batches` lists them.

batch-undone = Load { $batch } was already undone, on { $at }.
    .remedy = Load the files again to bring it back.

judge-itself = { $first } and { $second } are one and the same record ({ $record }).
    .remedy = Give two different records; `traitdunion review` shows the pairs to rule on.

judgment-unknown = Nothing has been ruled on { $first } and { $second }.
    .remedy = Check both identifiers; there is nothing to withdraw.

ecosystem-unknown = There is no snapshot { $key } in this workspace.
    .remedy = `traitdunion snapshot` makes one.

ecosystem-damaged = The snapshot { $key } in { $folder } is incomplete or was changed.
    .remedy = Delete that folder and run `traitdunion snapshot` again: nothing is lost.

workspace-folder = The workspace { $folder } cannot be opened ({ $detail }).
    .remedy = Choose with `--workspace` a folder you can write to.

workspace-database = The memory of the workspace { $folder } does not open ({ $detail }).
    .remedy = Close other programs that use it, or put a backup back.

database-address = “{ $address }” is not the address of a known database.
    .remedy = Leave the setting `database` empty for SQLite, or write `postgresql://...`.

settings-not-toml = The settings file { $file } cannot be read ({ $detail }).
    .remedy = Mend it: each line is `name = "value"`, in TOML.

setting-unknown = The setting “{ $name }” ({ $origin }) does not exist.
    .remedy = The settings are { $known }.

setting-type = The setting “{ $name }” ({ $origin }) cannot be “{ $value }”.
    .remedy = Mend the value, or delete the line to return to the default.

port-taken = Port { $port } is already taken on this machine.
    .remedy = Choose another, for example `--port 8123`.

file-unreadable = The file { $file } cannot be read ({ $detail }).
    .remedy = Check its path and your right to read it.

unknown-language = The language “{ $language }” is not available.
    .remedy = Choose among { $languages }.

linkage-records-not-unique = The record { $record } appears twice.
    .remedy = Give each record a reference of its own.

# Arrays handed to the methods
coordinates-differ-in-length = The latitudes ({ $lat }) and longitudes ({ $lon }) do not pair up.
    .remedy = Give one longitude for each latitude.

latitude-out-of-range = A latitude is { $value }; the limit is { $limit } degrees.
    .remedy = Give decimal degrees (WGS 84), latitude first.

longitude-out-of-range = A longitude is { $value }; the limit is { $limit } degrees.
    .remedy = Give decimal degrees (WGS 84), latitude first.

degrees-without-graph = No network of { $nodes } nodes has these degrees (the largest is { $largest }).
    .remedy = Each degree must be below the number of nodes, and their sum even.

gravity-shapes = The { $pairs } pairs, the covariates ({ $covariates }) and the { $names } names do not match.
    .remedy = Give one row per pair and one name per column.

gravity-counts = For { $pairs } pairs the number of contacts is negative or missing.
    .remedy = Give counts from zero up.

gravity-covariate = The covariate “{ $name }” is missing for { $pairs } pairs.
    .remedy = Fill it in or leave those pairs out.

gravity-no-contacts = None of the { $pairs } pairs of clusters has a known contact.
    .remedy = Load ties with clusters: without a contact there is nothing to expect from.

gravity-no-convergence = The model of expected contacts did not settle in { $steps } steps.
    .remedy = Load more ties, or remove clusters without any.

gravity-too-few-pairs = { $pairs } pairs are not enough to estimate { $parameters } quantities.
    .remedy = Load more clusters.

ratio-counts = There are { $counts } counts for { $expectations } expectations.
    .remedy = Give as many of one as of the other.

ratio-impossible = { $pairs } pairs have contacts where none is possible.
    .remedy = An expectation of zero only goes with a count of zero.

p-value-range = { $count } p values lie outside 0 to 1.
    .remedy = Give probabilities.

plan-index = “{ $name }” points to something that does not exist; there are { $known }.
    .remedy = Give numbers from zero up, or -1 for none.

plan-range = “{ $name }” holds a value that is negative or too large.
    .remedy = Probabilities run from 0 to 1, budgets and values from 0 up.

plan-shapes = “{ $name }” does not have the right size ({ $shape }).
    .remedy = Give one value per candidate, or per pair.

draws-too-few = { $draws } draws are too few: at least { $least } are needed.
    .remedy = Ask for more draws.

seed-negative = The seed { $seed } is negative.
    .remedy = Give a whole number from 0 up.

values-not-numbers = “{ $name }” holds { $count } values that are not numbers or are infinite.
    .remedy = Leave these rows out, or mend them: an unknown value is not zero.

values-negative = “{ $name }” holds { $count } negative values.
    .remedy = Weights, counts and jobs are zero or more.

lengths-differ = “{ $name }” has { $found } values where { $expected } are needed.
    .remedy = Give one value for each, in the same order.

group-empty = “{ $name }” is empty: there is nothing to measure.
    .remedy = Widen the selection.

matrix-not-square = “{ $name }” has { $rows } rows and { $columns } columns; as many of both are needed.
    .remedy = Give one row and one column for each, in the same order.

level-range = The level { $level } is not between 0 and 1.
    .remedy = Give a share such as 0.95.
