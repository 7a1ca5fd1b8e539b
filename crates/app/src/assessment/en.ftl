assessment-achieved = Achieved
assessment-partly = Partly achieved
assessment-not-achieved = Not achieved
assessment-cannot-tell = Cannot be judged
assessment-not-assessed = Not assessed
