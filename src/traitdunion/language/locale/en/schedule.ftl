# The verb
command-schedule = give one-to-one meetings their slots and tables
command-schedule-help = Turns wishes into the meetings of a matching day: nobody is in two places, the most wanted meetings come first, then the participant served least gets as much as can be, and the result says how far it can be from the best. With --former it mends an earlier schedule, for a no-show with --absent, and moves nothing that can stay.
option-wishes-file = wishes: who, whom, and priority 1 to 3 (CSV, XLSX, ODS)
option-slots = number of slots of the day
option-tables = number of tables
option-minutes = minutes of a meeting
option-gap = minutes between two meetings
option-start = hour of the first slot
option-schedule-day = the day, such as 2026-12-03; calendars are written only with it
option-break = a slot left free for all; may be given several times
option-participants = list of those who come: languages, availability, zone, booth
option-walk = a change of zone takes a free slot
option-absent = who does not come, or NAME@5 from slot 5 on; may be given several times
option-former = the schedule.json of an earlier export, kept as far as it can be
option-give = share of the weighted wishes that may go to those served least
progress-schedule = giving meetings their slots

# Figures
schedule-title = Meetings of the day
schedule-of = { $met } of { $wishes }
finding-schedule-meetings = Meetings
finding-schedule-wishes-met = Wishes met
finding-schedule-smallest-share = Smallest share of one participant’s wishes met
finding-schedule-bound-reached = Of what no schedule can exceed
finding-schedule-added = New or moved since the earlier schedule
finding-schedule-dropped = Called off or moved since the earlier schedule

# Places and reasons
schedule-at-table = Table { $table }
schedule-at-booth = Booth { $booth }
schedule-at-booth-in = Booth { $booth }, { $zone }
schedule-summary = { $a } – { $b }
schedule-nothing = No meetings.
reason-unmet-no-room = The slots and tables went to other wishes
reason-unmet-no-common-language = No language in common
reason-unmet-no-common-slot = Never there in the same slot

# Lists
listing-schedule-meetings = Meetings
listing-schedule-unmet = Wishes not met
listing-schedule-participants = Participants
label-slot = Slot
label-hours = Hours
label-starts = Starts
label-ends = Ends
label-side-a = One side
label-side-b = Other side
label-with = With
label-meeting-place = Where
label-wishes = Wishes met
label-wisher = Who wishes
label-wished = Wishes to meet
label-priority = Priority
label-why = Why not
label-participant = Participant
label-meetings = Meetings
label-share-met = Share of own wishes met
