# The help of the program: it reads like a book
help-introduction = Traitdunion connects the dots of an industrial ecosystem: it shows who is tied to which cluster, which clusters meet too little, and which introductions change that most. The verbs below follow one another in the order of the route.
help-example = To begin: `traitdunion demo`. With your own files: `traitdunion load members.xlsx clusters.csv ties.csv`, then `traitdunion report`.

command-load = read files into the workspace
command-load-help = Reads organizations, clusters and ties (CSV, TSV, XLSX, ODS, Parquet, CORDIS) into the workspace. A load is whole or it is nothing: all faults are shown together, and it can be undone.
command-batches = list the loads
command-batches-help = Lists the loads of the workspace, with their files and dates.
command-undo = undo a load
command-undo-help = Undoes a whole load. What other loads said remains.
command-resolve = find the organizations behind the records
command-resolve-help = Brings together the records of one organization, and says which remain in doubt.
command-review = see possible duplicates
command-review-help = Shows the pairs in doubt, the most probable first, with what agrees and what does not.
command-judge = rule whether two records are the same
command-judge-help = Rules that two organizations are the same, or different. A ruling always wins over a score; undo withdraws it.
command-snapshot = freeze the ecosystem of a day
command-snapshot-help = Freezes what is known on a day. The same facts always have the same key.
command-audit = see who is tied, and which clusters meet too little
command-audit-help = Counts members with a tie, with none known and without data, and compares contacts between clusters with what could be expected.
command-recommend = say who should meet whom, and why
command-recommend-help = Recommends introductions, each with its reasons and their sources; for one organization if you name it, for all, or between two clusters. Rules and answers are obeyed. Advice on partners is learned from the dated ties before; how often it comes true, backtest says.
command-plan = choose the introductions that change most
command-plan-help = Chooses, within the limits given, the introductions that move the network most, and says how near that is to the best possible. Sets beside it random plans, the best scores and your own list; tells what would change with a line more or less; draws who waits for the next round; makes groups that meet monthly.
command-report = write the report in three languages
command-report-help = Writes the report in French, Dutch and English, with every list as CSV and XLSX.
command-demo = walk the whole route on the built-in Belgian ecosystem
command-demo-help = Walks the whole route on the built-in Belgian ecosystem and opens the report on this machine.
command-serve = open the report in a browser
command-serve-help = Opens the site of the workspace, on this machine only.

# Arguments and options
option-files = files to read
option-workspace = folder of the workspace (else TRAITDUNION_WORKSPACE, else ./workspace)
option-json = print JSON, for a machine
option-as-of = day to freeze, such as 2026-06-30 (else that of the newest facts)
option-introductions = introductions, in all
option-per-organization = at most for each organization
option-per-cluster = at most for each cluster
option-at-least = at least so many for a group, such as `region:Wallonia=20`, `cluster:*=5` or `size:under-50=50%`
option-at-most = at most so many for a group, such as `language:fr=40` or `region:Flanders=60`
option-brokers = spreadsheet of who makes introductions: broker, introductions, languages, regions
option-consented = propose only organizations that consent (rule may-be-proposed)
option-pin = keep this introduction in the plan, written ORG=ORG
option-add = add this introduction, whether or not it was recommended, written ORG=ORG
option-drop = leave this introduction out, written ORG=ORG
option-compare = your own list (organization, partner), set beside the plan
option-randomize = draw this share of the introductions among near-equals; the others of these wait for the next round
option-meeting-groups = also make so many groups that meet monthly
option-group-size = fewest and most organizations of a group, such as 5-10
option-within = kilometres to the middle of a group, at most
option-partners = partners weighed for each organization (0: none)
option-solver = quick, auto, or exact: until it is proved to be the best
option-weigh-plan = what a part of the gain counts, such as tied=3
option-format = kind of files: table or cordis
option-source = name of the source, within which references are unique
option-map = TOML file that says what each column means
option-save-mapping = write here how the columns were read
option-complete = the files list every tie of their organizations
option-dry-run = say what would change, and change nothing
option-batch = number of the load
option-top = how many to show
option-verdict = the same, different, or withdraw the ruling
option-first = first organization
option-second = second organization
option-by = who rules
option-note = why
option-organization = identifier or exact name of an organization
option-kind = what to recommend: cluster, or partner (another organization)
option-port = port on 127.0.0.1
option-serve = open the report in a browser afterwards
option-version = say the version

# What a command says
progress-open = opening the workspace
progress-load = reading the files
progress-resolve = finding the organizations
progress-snapshot = freezing the day
progress-audit = auditing the ties
progress-recommend = looking for introductions
progress-plan = choosing the plan
progress-plan-compare = setting other plans beside it
progress-plan-groups = seating groups
progress-report = writing the report
load-done =
    Load { $batch }: { $rows ->
        [one] { $rows } row read.
       *[other] { $rows } rows read.
    }
load-again =
    { $rows ->
        [one] Nothing new: this { $rows } row is already in load { $batch }.
       *[other] Nothing new: these { $rows } rows are already in load { $batch }.
    }
load-dry-run =
    { $rows ->
        [one] { $rows } row read; nothing is changed.
       *[other] { $rows } rows read; nothing is changed.
    }
load-changes =
    { $noun ->
        [organizations] Organizations: { $new } new, { $changed } changed, { $same } the same.
        [ties] Ties: { $new } new, { $changed } changed, { $same } the same.
        [events] Events: { $new } new, { $changed } changed, { $same } the same.
        [participations] Participations: { $new } new, { $changed } changed, { $same } the same.
       *[topics] Themes: { $new } new, { $changed } changed, { $same } the same.
    }
load-count =
    { $noun ->
        [organizations]   Records of organizations: { $count }
        [ties]   Ties: { $count }
        [events]   Events: { $count }
        [participations]   Participations: { $count }
       *[topics]   Themes: { $count }
    }
at-row = row { $row }
no-batches = Nothing has been loaded yet.
no-rows = Nothing to show.
undo-done =
    { $rows ->
        [one] Load { $batch } is undone ({ $rows } row).
       *[other] Load { $batch } is undone ({ $rows } rows).
    }
resolve-done = { $records } records speak of { $organizations } organizations; { $doubts } pairs remain in doubt and { $unresolved } ties name nobody known.
review-count =
    { $count ->
        [0] No pair is in doubt.
        [one] { $count } pair is in doubt.
       *[other] { $count } pairs are in doubt, the most probable first.
    }
judge-same = { $first } and { $second } are one organization; there are now { $organizations }.
judge-different = { $first } and { $second } are two organizations; there are now { $organizations }.
judge-undo = The ruling on { $first } and { $second } is withdrawn; there are now { $organizations } organizations.
snapshot-done = Situation on { $as_of }: { $organizations } organizations, of which { $clusters } clusters and { $members } members; { $ties } ties. Key { $short_key }.
report-done = The report is in { $folder }.
serving = The site is open at { $address } (Ctrl+C to stop).
stopped = Stopped.
usage-remedy = Type `traitdunion --help`, or a verb followed by `--help`, to see what can be said.

# The summary on the terminal
summary-loaded = { $organizations } organizations, { $clusters } clusters and { $ties } ties, on { $day }
summary-matrix = Contacts seen between the named clusters (expected)
summary-gaps = Where most contacts are missing
summary-gap = { $a } – { $b }: { $observed } of { $expected } expected
summary-bridge = { $organization } – pairs linked: { $pairs }, held alone: { $alone }
summary-plan = The first introductions
summary-gain = Expected gain { $gain }; at random { $random }; best scores { $top }; maximum { $bound }
summary-files = The report and its lists: { $folder }
summary-known = Members: { $tied } with a known tie, { $no_tie_known } with none known, { $no_data } without data
summary-score = score { $score }
doubt-pair = { $probability }: { $left } and { $right }
doubt-judge = `traitdunion judge same { $left } { $right }`
doubt-agrees = agrees: { $fields }
doubt-differs = does not agree: { $fields }

# Rules and answers
command-rule = require or forbid introductions
command-rule-help = Says that two organizations must meet (must), must not (must-not), or that one wants no rival, a partner of its own four-digit NACE class (no-rivals). Says too that an organization consents to be proposed to others (may-be-proposed), or does not (not-proposed). A rule wins over every score, has an owner and a reason, and is never overwritten.
command-rules = list the rules that hold
command-rules-help = Lists the rules that hold, with owner, day and reason, and apart those whose organizations are not known now.
command-answer = write down what became of introductions
command-answer-help = Writes down what became of an introduction, or of all those in a spreadsheet (--file). Who said no is not proposed again without new facts; the others not for a while. What was written before stays.
command-answers = list the answers, and where each pair stands
command-answers-help = Lists what became of introductions, and says for each pair whether it is open, cooling, refused or done.
option-rule = must, must-not, no-rivals (no partner of the same NACE class), may-be-proposed or not-proposed (consent)
option-partner = the other organization
option-rule-reason = why; names no person
option-owner = who decides: a login or initials, never a name
option-withdraw = take it back; it stays in the history
option-outcome = what became of it: proposed, silent (no answer), accepted, declined, met or partnered
option-answers-file = spreadsheet of answers: organization, partner, outcome, day, reason, by, note
option-answer-reason = why it was declined: competitor, no-time, no-need, known-already, not-relevant or other
option-answer-note = free text; names no person
option-at = day of the answer, such as 2026-06-30 (else today)
rule-kept =
    { $kind ->
        [must] { $organization } and { $partner } must meet.
        [must-not] { $organization } and { $partner } must not be brought together.
        [may-be-proposed] { $organization } consents to be proposed to others.
        [not-proposed] { $organization } is not proposed to anybody.
       *[no-rivals] { $organization } meets no partner of its own activity.
    } { $rules ->
        [one] { $rules } rule holds.
       *[other] { $rules } rules hold.
    }
rule-withdrawn =
    { $kind ->
        [no-rivals] The rule on the rivals of { $organization } is withdrawn.
        [may-be-proposed] What { $organization } said on being proposed is withdrawn.
        [not-proposed] What { $organization } said on being proposed is withdrawn.
       *[other] The rule on { $organization } and { $partner } is withdrawn.
    } { $rules ->
        [one] { $rules } rule holds.
       *[other] { $rules } rules hold.
    }
no-rules = No rule holds.
rules-unresolved =
    { $count ->
        [one] One rule has no effect now: its organizations are not known, or have become one.
       *[other] { $count } rules have no effect now: their organizations are not known, or have become one.
    }
answer-kept = { $organization } and { $partner }: { $outcome }, on { $day }.
answer-withdrawn = The answer on { $organization } and { $partner } is withdrawn ({ $outcome }, on { $day }).
answers-loaded =
    { $rows ->
        [one] { $rows } row read
       *[other] { $rows } rows read
    }: { $added ->
        [one] { $added } answer is new
       *[other] { $added } answers are new
    }, { $known } known already.
no-answers = No answer has been written down yet.
answers-unresolved =
    { $count ->
        [one] One answer has no effect now: its organizations are not known, or have become one.
       *[other] { $count } answers have no effect now: their organizations are not known, or have become one.
    }

option-all = for all organizations that are advised
option-pairs = introductions between those around one cluster and those around another
option-weigh = count a proximity more or less than learned, such as geographic=2 or standing=0: geographic, cognitive, social, organizational, institutional or standing, from 0 to 5 times; may be repeated
option-cap = partners for all: how many lists an organization may be in
option-floor = partners for all: how many lists it should be in at least
recommend-cost = The cap and the floor give up { $share } of the expected success; { $count ->
        [one] { $count } organization is named.
       *[other] { $count } organizations are named.
    }
summary-chance = { $chance } within a year
