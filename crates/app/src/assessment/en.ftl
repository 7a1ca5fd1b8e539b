assessment-achieved = Achieved
assessment-partly = Partly achieved
assessment-not-achieved = Not achieved
assessment-cannot-tell = Cannot be judged
assessment-not-assessed = Not assessed

assessment-title = Assessment
assessment-none-yet = Nobody has judged this yet
assessment-none-yet-text = It is judged in the next follow-up, or here by whoever answers for the goal.
assessment-judge = Judge
assessment-by = { $name }, { $stage } { $day }
assessment-nobody = Not stated
assessment-period-of = Covers { $period }.
assessment-forecast = Forecast for the year: { $word }.
assessment-proposal-same = The rule proposed the same.
assessment-proposal-other = The rule proposed something else: { $word }.
assessment-stage = { $stage ->
    [own] own assessment
    [central] overall assessment
   *[political] political assessment
}
assessment-rule = What the rule proposes
assessment-rule-forecast = Proposed forecast
assessment-by-hand = No proposal is computed. A person judges and says why.
assessment-not-judged = This is not judged according to the steering model.
assessment-nothing-counts = No proposal: nothing below it counts.
assessment-nothing-said = { $of ->
    [one] No proposal: the only one that counts says nothing yet.
   *[other] No proposal: all { $ofword } that count say nothing yet.
}
assessment-too-few = No proposal: only { $said } of { $of } say anything, and the rule demands at least { $least }%.
assessment-unanswered = { $which ->
    [coverage] No proposal: the question on coverage is not answered.
    [fulfilment] No proposal: the question on fulfilment is not answered.
   *[both] No proposal: the questions on coverage and fulfilment are not answered.
}
assessment-target = target
assessment-targets = targets
assessment-met = { $case ->
    [one] the measure meets its { $target }
    [one-not] the measure does not meet its { $target }
    [both] both measures meet their { $targets }
    [all] all { $of } measures meet their { $targets }
    [none] none of { $of } measures meets its { $target }
    [single] one of { $of } measures meets its { $target }
   *[some] { $reached } of { $of } measures meet their { $targets }
}
assessment-children = { $case ->
    [one] the only part is achieved
    [one-not] the only part is not achieved
    [both] both parts are achieved
    [all] all { $of } parts are achieved
    [none] none of { $of } parts is achieved
    [single] one of { $of } parts is achieved
   *[some] { $reached } of { $of } parts are achieved
}
assessment-criteria = { $case ->
    [one] the criterion is fulfilled
    [one-not] the criterion is not fulfilled
    [both] both criteria are fulfilled
    [all] all { $of } criteria are fulfilled
    [none] none of { $of } criteria is fulfilled
    [single] one of { $of } criteria is fulfilled
   *[some] { $reached } of { $of } criteria are fulfilled
}
assessment-expected = { $case ->
    [one] the only part is expected to reach the goal by the end of the year
    [one-not] the only part is not expected to reach the goal by the end of the year
    [both] both parts are expected to reach the goal by the end of the year
    [all] all { $of } parts are expected to reach the goal by the end of the year
    [none] none of { $of } parts is expected to reach the goal by the end of the year
    [single] one of { $of } parts is expected to reach the goal by the end of the year
   *[some] { $reached } of { $of } parts are expected to reach the goal by the end of the year
}
assessment-missing = { $what ->
    [measures] { $missing ->
        [one] one has no value
       *[other] { $word } have no value
    }
    [criteria] { $missing ->
        [one] one is not judged
       *[other] { $word } are not judged
    }
    [forecasts] { $missing ->
        [one] one has no forecast
       *[other] { $word } have no forecast
    }
   *[children] { $missing ->
        [one] one is not judged
       *[other] { $word } are not judged
    }
}
assessment-answers = { $coverage ->
    [whole] What is reported covers the whole goal.
    [part] What is reported covers a part of the goal.
   *[little] What is reported covers a small part of the goal.
} { $fulfilment ->
    [achieved] That part is achieved.
    [partly] That part is partly achieved.
   *[not_achieved] That part is not achieved.
}

assessment-grounds = How the proposal is computed
assessment-grounds-note = { $said } of { $of } say something
assessment-input = Rests on
assessment-weight = Weight
assessment-counts = Counts
assessment-counts-yes = Yes
assessment-counts-no = No
assessment-standing = Standing
assessment-said = Says
assessment-no-value = No value
assessment-no-target = { $value }, no target set
assessment-against = { $value } against { $target }
assessment-source = { $source ->
    [value] Latest value
    [judgement] Judged
    [forecast] Forecast
    [own_measures] Through its own measures
   *[progress] How far the work has come
}
assessment-level = Level
assessment-demands = Demands
assessment-now = Now
assessment-holds = Fulfilled
assessment-at-least = at least { $pct }%
assessment-more-than = more than { $pct }%
assessment-else = otherwise
assessment-share = { $pct }% ({ $part } of { $whole })
assessment-bars = Limits of each level
assessment-least-said = At least { $pct }% must say something for anything to be proposed.
assessment-equal-weights = All weigh the same.
assessment-more-inputs = { $count ->
    [one] One more is in the file that you can download.
   *[other] { $count } more are in the file that you can download.
}
assessment-download = Download what it rests on
assessment-change-weights = Change weights
assessment-matrix = What the answers give
assessment-coverage = Coverage
assessment-fulfilment = Fulfilment
assessment-gives = Gives
assessment-extent = { $extent ->
    [whole] The whole goal
    [part] A part of the goal
   *[little] A small part of the goal
}
assessment-coverage-question = How much of the goal does what is reported cover?
assessment-fulfilment-question = How well is that part fulfilled?

assessment-judge-title = Judge { $title }
assessment-judge-lead = Your judgement stands beside those of others. It replaces nobody else's.
assessment-which-stage = Whose judgement is it?
assessment-which-kind = What do you judge?
assessment-kind = { $kind ->
    [forecast] Forecast for the year
   *[outcome] How it has gone
}
assessment-period = Period
assessment-question = { $kind ->
    [forecast] How is it expected to go by the end of the year?
   *[outcome] How far have you come?
}
assessment-proposed = Proposed: { $level }. { $reason }
assessment-reason = Why do you judge so?
assessment-reason-hint = A reason is needed when you judge otherwise than proposed, or when the steering model demands it.
assessment-reason-required = Write why you judge so
assessment-reason-differs = You judge otherwise than proposed. Write why.
assessment-in-account = The period is judged in the unit's report. Choose another period, or judge in the report.
assessment-to-account = To the report
assessment-save = Save the judgement
assessment-conflict = Somebody else has already judged here
assessment-conflict-text = { $name } has judged the period at that step: { $level }. That judgement stands. What you wrote is kept: choose another step or another period.

assessment-weights-title = Weights for { $title }
assessment-weights-lead = A whole number from 1 to 100. What weighs 2 counts twice as much as what weighs 1.
assessment-weights-save = Save the weights
assessment-weight-problem = Write a whole number from 1 to 100
assessment-weights-conflict = Somebody else has changed the weights while you wrote
assessment-weights-conflict-text = What you wrote is kept. Save again if your weights shall hold.

assessment-overrides = Departures from the proposal
assessment-overrides-lead = Judgements that differ from what the rule proposed, or between the own, the overall and the political assessment.
assessment-overrides-none = No departures
assessment-overrides-none-text = All judgements agree with the proposals and with each other.
assessment-overrides-older = Show older
assessment-overrides-newest = Show the latest
assessment-what = What
assessment-whose = Where
assessment-proposal = Proposal
assessment-judgements = Judgements
assessment-filter = Choose departures
assessment-all-periods = All periods
assessment-all-units = The whole municipality
assessment-show = Show
assessment-differs-proposal = Differs from the proposal
assessment-differs-stages = Differs between stages
assessment-which-differ = Kind
assessment-all-kinds = All departures
assessment-unit = Organisation
assessment-no-proposal-word = No proposal
assessment-no-reason = No reason is written.

assessment-file-row = row
assessment-file-what = name
assessment-file-kind = kind
assessment-file-counts = counts
assessment-file-weight = weight
assessment-file-level = level
assessment-file-limit = condition
assessment-file-share = per cent
assessment-file-value = value
assessment-file-target = target
assessment-file-period = period
assessment-file-source = source
assessment-file-rule = rule
assessment-file-bar = limit
assessment-file-input = input
assessment-file-answer = answer
assessment-file-matrix = matrix
assessment-file-least = least that must say something
assessment-file-proposal = proposal
assessment-file-judgement = judgement
assessment-file-at-least = at least
assessment-file-more-than = more than
assessment-file-name = grounds
assessment-limit = At most { $max } characters, { $left } left
assessment-overrides-note = Where a person judged otherwise than the rule, or two stages differ.
assessment-period-hint = The proposal is made of the latest values. For a period further back no reason is owed for judging otherwise.

assessment-proposal-since = What the rule counts has changed since then.
assessment-grounds-forecast = How the proposed forecast is computed
assessment-input-forecast = What the forecast rests on
assessment-bars-forecast = What each level of the forecast demands
assessment-no-forecast = Has no forecast
assessment-file-of-forecast = forecast { $row }
assessment-no-level = No target level
