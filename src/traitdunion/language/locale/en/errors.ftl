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

matrix-not-symmetric = “{ $name }” does not say the same in both directions.
    .remedy = Give each pair one value, whichever of the two comes first.

groups-range = { $count } industries cannot make { $groups } groups.
    .remedy = Ask for at least one group and at most as many as there are industries.

table-dimensions = “{ $name }” has { $found } dimensions where a table of two is needed.
    .remedy = Give one row for each region and one column for each industry.

preset-unknown = There are no rules called “{ $name }”.
    .remedy = Choose among { $known }, or give rules of your own.

bands-impossible = In { $count } size bands the plants cannot have the jobs given.
    .remedy = Check the limits of the bands: the number of plants times each limit must enclose the jobs.

code-unknown = “{ $name }” has the code { $code }, but there are { $known }.
    .remedy = Number them from 0 up, each below their count.
activity-unknown = Nobody here is known to do “{ $activity }”.
    .remedy = Use one of these: { $known }; or a NACE code such as 28.
activity-nowhere = No organization of “{ $activity }” has a known place.
    .remedy = Load addresses or towns for them, or choose another activity.
audit-needed = To measure { $what }, the audit of the same ecosystem is needed.
    .remedy = Make it with td.audit(ecosystem) and hand it in as audit=.

group-codes = The groups hold { $count } values that are not whole numbers from −1 up.
    .remedy = Number the groups from 0; −1 stands for no group.

probability-range = { $count } probabilities are greater than 1.
    .remedy = Give each chance as a share between 0 and 1.

bipartite-degrees = No table of { $rows } rows and { $columns } columns has these sums.
    .remedy = The sums of the rows and those of the columns must add up to the same number, none beyond the size of the other side.

cluster-size = { $size } points do not make a cluster.
    .remedy = Ask for at least 2 points in a cluster, and at least 1 neighbour.

radius-range = { $radius } is not a radius.
    .remedy = Give a length above zero.

cases-impossible = At { $count } places there are more cases than there can be.
    .remedy = Check that cases and population are of the same places and the same time.

counts-not-whole = “{ $name }” holds { $count } values that are not whole numbers.
    .remedy = Give counts, or choose the Poisson model.

relation-unknown = A relation that was asked for does not exist ({ $detail }).
    .remedy = Register the table, or read the file, under that name first.

relation-unreadable = A relation cannot be read ({ $detail }).
    .remedy = Check the columns it needs and the type of each.

relation-column-missing = The relation { $relation } has no column “{ $column }”.
    .remedy = Give it { $needed }.

region-without-total = The region { $region } has plants but no total.
    .remedy = Give a total for each region in which there are plants.

points-shape = The points have the shape { $shape }; two columns are needed.
    .remedy = Give x and y, or latitude and longitude, one point a row.

points-coincide = All points stand at one place: there is no distance to measure.
    .remedy = Give the sites their own coordinates, or widen the selection.

points-outside-window = { $count } points lie outside the window, or the window has no area.
    .remedy = Give smallest and largest x, then smallest and largest y, around all points.

sites-too-few = “{ $name }” has { $count } sites of any weight; at least { $least } are needed.
    .remedy = Widen the selection.

groups-overlap = { $count } sites are both members and neighbours.
    .remedy = Count each site to one of the two.

distances-not-increasing = The distances do not increase.
    .remedy = Give one list of distances from small to large, each once.

bandwidth-range = The bandwidth { $value } does not fit distances up to { $longest }.
    .remedy = Give one above zero, and not thousands of times smaller than the longest distance.

grid-too-large = The grid would need { $cells } cells; at most { $most } fit.
    .remedy = Choose a larger bandwidth, shorter distances, or the exact engine.

extent-too-wide = { $count } places lie a quarter of the globe or more from the centre of the projection.
    .remedy = Look at one continent at a time, or measure distances on the sphere.

population-too-large = A population of { $population } is too large for the Bernoulli model.
    .remedy = Choose the Poisson model.

share-range = “{ $name }” is { $value }; a number between 0 and 1 is needed.
    .remedy = Give a share, such as 0.15 for fifteen per cent.

rows-outside = { $count } of the rows asked for do not exist: there are { $rows }.
    .remedy = Count rows from 0.

top-negative = A list of { $k } candidates cannot be made.
    .remedy = Ask for 0 candidates or more.

ranks-from-one = “{ $name }” holds { $value }; places in a ranking count from 1.
    .remedy = Give lengths of lists such as 10 and 100.

outcomes-not-binary = “{ $name }” holds { $count } values that are neither 0 nor 1.
    .remedy = Give 1 where it came true and 0 where it did not.

edges-not-increasing = The edges of the classes do not increase from 0 to 1.
    .remedy = Give them from 0 to 1, each once, from small to large.
