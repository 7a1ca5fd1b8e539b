assessment-achieved = Uppnått
assessment-partly = Delvis uppnått
assessment-not-achieved = Inte uppnått
assessment-cannot-tell = Kan inte bedömas
assessment-not-assessed = Inte bedömt
