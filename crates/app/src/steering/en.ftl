steering-title = The steering model
steering-contents = On this page
steering-valid-from-to = In force { $from } to { $to }.
steering-valid-from = In force from { $from }.
steering-based-on = Made from the model of { $whose }.
steering-based-on-year = Made from the { $year } model of { $whose }.
steering-origin = Origin
steering-no-decision = No decision is named.
steering-versions = Versions
steering-version-number = Version { $number }
steering-first-day = From
steering-last-day = To
steering-loaded-at = Loaded
steering-loaded-by = By
steering-older = You are reading version { $version }, which has been replaced
steering-show-newest = Show the model in force
steering-change = Change the model
steering-download = Get it as a file
steering-settle = To settle a matter: get the model as a file, change the place named under the question and take the question away from the list open_decisions. Then load the file.
steering-not-in-force = From which day the model is in force is not decided.
steering-types = The thread, from the top down
steering-other-types = Beside the thread
steering-scales = Scales
steering-assessments = How it is assessed
steering-document-decided-by = decided by { $level }
steering-note = { $part ->
    [coverage] How much the sources cover
    [dialogues] Dialogues
    [analysis] Analysis
    [internal_control] Internal control
    [declarations] Declarations
    [feedback] Feedback
    [providers] Providers
    [frameworks] Frameworks
    [public] Openness
    [map_to] Links to other models
    [misfits] What does not fit
    [notes] Notes
   *[other] { $part }
}
steering-phases = The round of the work
steering-phases-text = What we learn one year becomes what we plan the next.
steering-phase = { $phase ->
    [plan] Plan
    [act] Carry out
    [follow_up] Follow up and analyse
    [improve] Mend and develop
   *[other] { $phase }
}
steering-phase-text = { $phase ->
    [plan] Goals, assignments and money for the coming year.
    [act] Everyday activities, each with somebody responsible and a last day.
    [follow_up] Outcomes against goals, why they became so and what it means for the residents.
    [improve] Action on deviations, and what shall be done differently.
   *[other] { $phase }
}
steering-calendar = The yearly cycle
steering-documents = Documents
steering-levels = Levels of the organisation
steering-terms = The municipality’s words
steering-glossary = Glossary
steering-open = Left to decide
steering-open-text = The model works all the same. What holds until then does so until somebody decides.
steering-open-show = Show what is left
steering-all-decided = Everything in the model is decided.
steering-version = Version and decision
steering-notes = More from the model
steering-sources = Sources
steering-validity = Validity
steering-decision = Decision
steering-replaces = Replaces
steering-remark = Remark
steering-id = Identity
steering-forms = The word
steering-owner = Responsible level
steering-prepared-by = Prepared by
steering-decided-by = Decided by
steering-horizon = Holds for
steering-linked-to = Belongs with
steering-count = How many
steering-formulation = Wording
steering-judged = Assessment
steering-never-judged = Not assessed
steering-scale = Scale
steering-rules = Rules
steering-fields = Fields of its own
steering-breakdowns = Broken down by
steering-items = Includes
steering-target-kinds = Levels that can be set
steering-voluntary = voluntary
steering-at-least = at least { $min }
steering-at-most = at most { $max }
steering-exactly = exactly { $count }
steering-between = { $min } to { $max }
steering-years = { $years } years
steering-yes = Yes
steering-no = No
steering-class = Class
steering-classes = Classes of measures
steering-counts = Counts in assessments
steering-controllable = The municipality can affect it
steering-for = for { $roles }
steering-missing = Never counts as an assessment.
steering-together = Put together
steering-counted-classes = Classes that count
steering-from = Starts from
steering-measured-share = At least measured
steering-per-cent = { $share } per cent
steering-from-share = from { $share } per cent
steering-coverage-question = Question about coverage
steering-fulfilment-question = Question about fulfilment
steering-reason = Reason
steering-reason-required = Is always given
steering-stages = Stages
steering-no-day = Without a fixed day
steering-times = { $times ->
    [one] once
   *[other] { $times } times
}
steering-opens = { $days ->
    [one] opens the day before
   *[other] opens { $days } days before
}
steering-about-last-year = about last year
steering-about-next-year = about next year
steering-about-year = about { $year }
steering-document-level = Belongs to
steering-sections = Sections
steering-level = Level
steering-kind = Kind
steering-no-definition = Not explained yet.
steering-rule-max-per-owner = At most { $most } for each responsible.
steering-rule-max-total = At most { $most } in all.
steering-rule-cover-all = Each responsible answers to everything above or says why not.
steering-rule-cover = Each responsible answers to all { $types } or says why not.
steering-rule-parent-optional = May stand alone.
steering-rule-measure = Has at least one measure.
steering-rule-unmeasurable = What cannot be measured is written as { $types }.
steering-rule-decision = The decision is stated.
steering-rule-variants = Comes as { $variants }.
steering-rule-inherits = Also binds { $levels }.
steering-rule-proposals = Proposals may be entered.
steering-rule-proposals-by = Proposals may be entered by { $levels }.
steering-rule-not-assessed = Is never assessed.
steering-rule-view = Is put together from { $types }.
steering-role = { $role ->
    [direction] Direction
    [grouping] Heading
    [goal] Goal
    [mission] Permanent task
    [assignment] Assignment
    [criterion] Criterion
    [measure] Measure
    [activity] Activity
    [promise] Promise
    [risk] Risk
    [control] Control
    [external] From outside
   *[other] { $role }
}
steering-link = { $link ->
    [groups] is sorted under
    [contributes] contributes to
    [decomposes] is a part of
    [specifies] specifies
    [measures] measures
    [executes] carries out
    [threatens] threatens
    [mitigates] lowers
   *[other] { $link }
}
steering-formulation-word = { $formulation ->
    [smart] Specific, measurable, accepted, realistic and timed
    [smarta] Specific, measurable, accepted, realistic, timed and with a responsible
    [takt] Clear, with a responsible, quantifiable and timed
    [yes_no] One can answer yes or no to whether it is reached
    [activity3] Concrete, with a responsible and an end date
   *[other] { $formulation }
}
steering-horizon-word = { $horizon ->
    [open] Until further notice
    [long_years] Many years, without an end
    [term] The term of office
    [years] Some years
    [year] One year
    [period] A period other than a calendar year
    [project] As long as the project runs
   *[other] { $horizon }
}
steering-target-kind = { $kind ->
    [at_least] at least
    [at_most] at most
    [equal] exactly
    [range] between two values
    [increase] increase
    [decrease] decrease
    [rank_share] among the best
    [milestone_text] in words
    [yes_no] yes or no
    [none] followed without a level
   *[other] { $kind }
}
steering-method = { $method ->
    [manual] A person judges
    [from_measures] From measures
    [from_children] From the level below
    [from_criteria] From criteria
    [coverage_x_fulfilment] Coverage times fulfilment
    [forecast] Forecast
    [none] Not assessed
   *[other] { $method }
}
steering-method-text = { $method ->
    [manual] The responsible chooses a level and gives the reason.
    [from_measures] The system compares outcomes with the levels set and proposes. A person decides.
    [from_children] The system reads the assessments on the level below and proposes. A person decides.
    [from_criteria] The system reads the assessments of the criteria and proposes. A person decides.
    [coverage_x_fulfilment] How much of the goal is covered is weighed with how well that part is fulfilled.
    [forecast] The expected outcome at the end of the period, on a scale of its own.
    [none] No assessment is made.
   *[other] { $method }
}
steering-aggregate = { $aggregate ->
    [all] All must reach the level
    [majority] More than half must reach the level
    [share] By the share that reaches the level
    [weighted] By the weighted share
    [worst] The worst decides
   *[other] { $aggregate }
}
steering-scale-use = { $purpose ->
    [outcome] How it went
    [forecast] How it is expected to go
    [progress] How far the work has come
   *[other] { $purpose }
}
steering-cycle-kind = { $kind ->
    [omvarldsanalys] Study of the surrounding world
    [directive] Directive
    [frames] Frames
    [plan] Plan
    [budget] Budget
    [decide] Decision
    [workplan] Work plan
    [followup_month] Monthly follow-up
    [followup_part] Part-year follow-up
    [followup_year] Yearly follow-up
    [forecast] Forecast
    [dialogue] Dialogue
    [citizen_dialogue] Dialogue with citizens
    [evaluate] Evaluation
    [survey] Survey
    [review_model] Review of the model
    [external_evaluation] External evaluation
   *[other] { $kind }
}
steering-document-kind = { $kind ->
    [vision] Vision
    [strategy] Strategy
    [programme] Programme
    [budget] Budget
    [directive] Directive
    [plan] Plan
    [workplan] Work plan
    [month_report] Monthly report
    [part_report] Part-year report
    [annual_report] Annual report
    [quality_report] Quality report
    [control_plan] Internal control plan
    [control_report] Internal control report
    [declaration] Declaration
    [owner_directive] Owner directive
    [policy] Policy
    [handbook] Handbook
    [register] Register
   *[other] Other
}
steering-level-kind = { $kind ->
    [council] Council
    [executive_board] Executive board
    [executive_subcommittee] Subcommittee
    [committee] Committee
    [programme_committee] Programme committee
    [company] Company
    [joint_body] Joint body
    [administration] Administration
    [sector] Sector
    [unit] Unit
    [employee] Employee
    [provider] Provider
    [party] Party
    [citizens] Citizens
   *[other] { $kind }
}
steering-concept = { $concept ->
    [target] The value to reach
    [outcome] The measured value
    [baseline] The value before the work
    [forecast] The expected value
    [assessment] The judgement of how it went
    [analysis] The explanation of a result
    [feedback] What citizens think
    [year_wheel] The course of the year
   *[other] { $concept }
}
steering-evaluate = Evaluate the steering model
