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

design-shape = “{ $name }” has { $found } dimensions where rows and columns are needed.
    .remedy = Give one row for each case and one column for each feature.

lists-without-chosen = In { $count } lists nobody was chosen.
    .remedy = Leave those lists out: they say nothing about who is chosen.

values-not-positive = “{ $name }” holds { $count } values that are not above zero.
    .remedy = Give numbers above zero.

floor-above-cap = Nobody can be in at least { $floor } lists and in at most { $cap }.
    .remedy = Lower the floor or raise the cap.

pair-itself = “{ $organization }” would be both sides: it is one organization.
    .remedy = Give two different organizations.

wish-without-owner = Nobody is named as the one who decides.
    .remedy = Give a login or initials with `--by`, or in a column “by”.

wish-names-person = “{ $address }” is the address of a person, which has no place here.
    .remedy = Leave it out; say who decides by a login or initials.

rule-without-reason = A rule needs a reason.
    .remedy = Say with `--reason` why: it is shown beside the advice.

rule-partner-missing = Whom { $organization } must or must not meet is not said.
    .remedy = Name the other organization.

rule-partner-unasked = A rule on one organization names no other; “{ $partner }” is one too many.
    .remedy = Leave the second out, or choose `must` or `must-not`.

rule-unknown = No such rule ({ $kind }) holds for { $sides }.
    .remedy = `traitdunion rules` lists the rules that hold.

answer-arguments = Either two organizations and an outcome are needed, or a file.
    .remedy = Write `traitdunion answer ORG PARTNER OUTCOME --by WHO`, or `traitdunion answer --file FILE`.

answer-unknown = No answer “{ $outcome }” of { $organization } and { $partner } is written down.
    .remedy = `traitdunion answers` lists them.

answer-reason-missing = A no needs its reason.
    .remedy = Choose among { $known }.

answer-reason-unasked = A reason (“{ $reason }”) goes with a no; the outcome is “{ $outcome }”.
    .remedy = Leave the reason out, or write it as a note.

answer-in-the-future = The day { $day } is yet to come.
    .remedy = Give the day on which the answer came.

answer-columns-missing = This table holds no answers: it lacks { $missing }. Its columns are { $columns }.
    .remedy = Call the columns “organization”, “partner”, “outcome” and “date”.

answer-without-side = This answer does not say whom it is about.
    .remedy = Give the identifier or the exact name of both organizations.

answer-without-day = This answer has no day.
    .remedy = Write the day on which it came, such as `2026-06-30`.

answer-repeated = Row { $first_row } says something else of the same answer.
    .remedy = Keep one of the two rows.

answer-not-given =
    { $count ->
        [one] One row has no outcome; it was passed over.
       *[other] { $count } rows have no outcome; they were passed over.
    }
    .remedy = There is nothing to do if the answer is still to come.

cooldown-range = A cool-down of { $days } days is not possible.
    .remedy = Give a number of days from 0 to { $most }.

count-from-one = “{ $name }” is { $value }; it counts from 1.
    .remedy = Give 1 or more.

recommend-one-way = An organization, --all and --pairs exclude each other.
    .remedy = Name an organization, or give one of the two options.

recommend-cap-for-all = --cap and --floor spread advice over everyone.
    .remedy = Use them with --kind partner --all.

weigh-not-a-number = “{ $value }” does not say how often a proximity counts.
    .remedy = Write it as geographic=2 or standing=0.

backtest-days = A backtest cannot know everything until { $until } and be judged from { $start }.
    .remedy = Judge by days after those known, and end no earlier than you begin, as in `--until 2017 --from 2018`.

backtest-no-history = From { $start } on, nothing dated shows that two organizations known before began to work together.
    .remedy = Load ties, events or projects with their dates from before and after that day, or choose other days.

country-without-organizations = No organization known then is in the country “{ $value }”.
    .remedy = Choose among { $known }, or `all`.

organization-not-advised = Advice on partners is not for “{ $organization }”: it is a cluster, abroad, or nothing is known of what it does.
    .remedy = Name another organization, or load its projects, events, ties or topics.

not-a-cluster = “{ $organization }” is not a cluster.
    .remedy = Name two clusters.

proximity-range = The proximity “{ $name }” cannot count { $value } times.
    .remedy = Give a number from { $least } to { $most }; 1 is what was learned.

schedule-range = “{ $name }” of the matching day cannot be what was given.
    .remedy = Give whole numbers from 0, weights above 0, shares from 0 to 1, each wish once and never of oneself.

resistance-no-convergence = The potentials of the network did not settle in { $steps } steps.
    .remedy = The weights of the ties differ too much: bring them nearer to each other, or take their roots.

timetable-range = A matching day needs at least one slot, meetings of at least one minute, and no negative pause.
    .remedy = Give `--slots` and `--minutes` above 0, and `--gap` from 0.

timetable-too-long = { $slots } slots of { $minutes } minutes do not end before midnight.
    .remedy = Give fewer or shorter slots, or an earlier start.

hour-not-a-time = “{ $value }” is not an hour.
    .remedy = Write it as 09:00.

break-not-a-slot = Slot { $value } cannot be a break: the day has { $slots } slots.
    .remedy = Give the number of a slot, from 1.

participant-not-known = “{ $participant }” is not in the list of those who come.
    .remedy = Write the name as the list has it, or add it to the list.

wishes-columns-missing = A matching day needs columns this table lacks: { $missing }. It has: { $columns }.
    .remedy = Rename the columns, or add them.

wish-repeated = This wish stands in row { $first_row } already.
    .remedy = Leave out one of the two rows.

wish-without-side = A cell that should name an organization is empty.
    .remedy = Fill in the name of the organization or the number of its badge.

wish-priority = “{ $value }” is not a priority.
    .remedy = Write 1 (most wanted), 2 or 3, or high, medium or low.

slots-unreadable = “{ $value }” does not name slots of a day of { $slots }.
    .remedy = Write numbers and ranges, such as 1-3, 5.

schedule-unreadable = { $file } is not a schedule written by `traitdunion schedule`.
    .remedy = Give the file `schedule.json` of an earlier export.

chance-not-inside = { $count } chances are not above 0 and below 1.
    .remedy = Leave out what is certain, or write 0.01 or 0.99.

count-too-small = “{ $name }” is { $count }; at least { $least } are needed.
    .remedy = Give more, or do without.

waiting-list-plan = The first { $budget } introductions do not keep the limits of this round.
    .remedy = Hand in the plan of this round first, each introduction once, then what comes next.

groups-size = A group cannot have from { $least } to { $most } members.
    .remedy = Give two whole numbers from 2 up, the smaller first.

list-columns-missing = This table lacks { $missing }. Its columns are { $columns }.
    .remedy = Rename the columns, or add them.

introduction-without-side = This introduction does not say whom it is about.
    .remedy = Give the identifier or the exact name of both organizations.

broker-missing = This row does not name a broker.
    .remedy = Give a login or initials, or delete the row.

broker-repeated = This broker stands in row { $first_row } already.
    .remedy = Give each broker one row, or other initials.

broker-without-introductions = It is not said how many introductions this broker can make.
    .remedy = Write a whole number, such as 10; 0 for none.

quota-range = The quota “{ $quota }” cannot be met: its least is above its most, or above 100 %.
    .remedy = Give a number of introductions, or a share up to 100 %.

quota-not-read = “{ $value }” is not read as a quota.
    .remedy = Write `dimension:group=number`, such as `region:Wallonia=20`, `cluster:*=5` or `size:under-50=50%`.

quota-group-unknown = No organization is in the group of the quota “{ $quota }”.
    .remedy = Choose one of: { $known }.

brokers-too-many = { $count } brokers are more than { $most }.
    .remedy = Bring brokers with the same languages and regions together in one row.

pin-not-a-candidate = No introduction of { $organization } and { $partner } is among the candidates.
    .remedy = Check both names; with --add any pair can be added.

pin-barred = { $organization } and { $partner } are pinned, but a rule, an answer or missing consent forbids that.
    .remedy = Take the pin back, or withdraw the rule.

pair-not-read = “{ $value }” is not read as a pair of organizations.
    .remedy = Write both sides with an equals sign between: ORG=ORG.

partner-advice-missing = { $organization } and { $partner } are no clusters; weighing such a pair needs advice on partners.
    .remedy = Hand in `advice`, made by `td.partner_advice`.

plan-impossible = No plan keeps all of these rules together: { $rules }.
    .remedy = The smallest change that lets them hold: { $changes }.

group-size-not-read = “{ $value }” is not read as the size of a group.
    .remedy = Write the fewest and the most, such as 5-10; at least 2.

weight-unknown = The gain has no part “{ $name }”.
    .remedy = Choose one of: { $known }.

page-unknown = There is no page at this address.
    .remedy = Search for what you were looking for, or begin at the overview.

page-number = “{ $value }” is not the number of a page.
    .remedy = Take a number from the foot of the list, such as 2.

page-read-only = The pages of the site can be read only.
    .remedy = Open the address in the browser; changes are made with `traitdunion` on the command line.

workspace-empty = Nothing is loaded in the workspace { $folder }.
    .remedy = Load your files with `traitdunion load`, or see the example with `traitdunion demo`.

page-failed = The site failed to make this page.
    .remedy = Try again; if it fails again, report the address and what you were doing.

report-missing = There is no report in this workspace yet.
    .remedy = Run `traitdunion report`, then load this page again.

page-unreadable = This request cannot be read.
    .remedy = Open the site at the address it gave when it started, and follow its links.

plan-number = “{ $value }” does not fit the field “{ $field }”.
    .remedy = Give a whole number from { $least } to { $most }.

plan-many = { $count } values of “{ $name }” are more than a page of the plan takes.
    .remedy = Give at most { $most }; the command line takes any number.

plan-pair-half = “{ $value }” is one side of an introduction; the other is missing.
    .remedy = Fill in both sides, or neither.
