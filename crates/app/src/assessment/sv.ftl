assessment-achieved = Uppnått
assessment-partly = Delvis uppnått
assessment-not-achieved = Inte uppnått
assessment-cannot-tell = Kan inte bedömas
assessment-not-assessed = Inte bedömt

assessment-title = Bedömning
assessment-none-yet = Ingen har bedömt det här än
assessment-none-yet-text = Bedömningen görs i nästa uppföljning, eller här av den som svarar för målet.
assessment-judge = Bedöm
assessment-by = { $name }, { $stage } { $day }
assessment-nobody = Uppgift saknas
assessment-period-of = Gäller { $period }.
assessment-forecast = Prognos för helåret: { $word }.
assessment-proposal-same = Regeln föreslog samma sak.
assessment-proposal-other = Regeln föreslog något annat: { $word }.
assessment-stage = { $stage ->
    [own] egen bedömning
    [central] samlad bedömning
   *[political] politisk bedömning
}
assessment-rule = Regelns förslag
assessment-rule-forecast = Förslag till prognos
assessment-by-hand = Inget förslag räknas fram. En person bedömer och skriver varför.
assessment-not-judged = Det här bedöms inte enligt styrmodellen.
assessment-nothing-counts = Inget förslag: inget av det som finns under räknas.
assessment-nothing-said = { $of ->
    [one] Inget förslag: det enda som räknas saknar uppgift.
   *[other] Inget förslag: alla { $ofword } som räknas saknar uppgift.
}
assessment-too-few = Inget förslag: bara { $said } av { $of } har uppgift, och regeln kräver minst { $least } %.
assessment-unanswered = { $which ->
    [coverage] Inget förslag: frågan om täckning är inte besvarad.
    [fulfilment] Inget förslag: frågan om uppfyllelse är inte besvarad.
   *[both] Inget förslag: frågorna om täckning och uppfyllelse är inte besvarade.
}
assessment-target = mål
assessment-targets = mål
assessment-met = { $case ->
    [one] måttet når sitt { $target }
    [one-not] måttet når inte sitt { $target }
    [both] båda måtten når sina { $targets }
    [all] alla { $of } mått når sina { $targets }
    [none] inget av { $of } mått når sitt { $target }
    [single] ett av { $of } mått når sitt { $target }
   *[some] { $reached } av { $of } mått når sina { $targets }
}
assessment-children = { $case ->
    [one] den enda delen är uppnådd
    [one-not] den enda delen är inte uppnådd
    [both] båda delarna är uppnådda
    [all] alla { $of } delar är uppnådda
    [none] ingen av { $of } delar är uppnådd
    [single] en av { $of } delar är uppnådd
   *[some] { $reached } av { $of } delar är uppnådda
}
assessment-criteria = { $case ->
    [one] kriteriet är uppfyllt
    [one-not] kriteriet är inte uppfyllt
    [both] båda kriterierna är uppfyllda
    [all] alla { $of } kriterier är uppfyllda
    [none] inget av { $of } kriterier är uppfyllt
    [single] ett av { $of } kriterier är uppfyllt
   *[some] { $reached } av { $of } kriterier är uppfyllda
}
assessment-expected = { $case ->
    [one] den enda delen väntas nå målet vid årets slut
    [one-not] den enda delen väntas inte nå målet vid årets slut
    [both] båda delarna väntas nå målet vid årets slut
    [all] alla { $of } delar väntas nå målet vid årets slut
    [none] ingen av { $of } delar väntas nå målet vid årets slut
    [single] en av { $of } delar väntas nå målet vid årets slut
   *[some] { $reached } av { $of } delar väntas nå målet vid årets slut
}
assessment-missing = { $what ->
    [measures] { $missing ->
        [one] ett saknar värde
       *[other] { $word } saknar värde
    }
    [criteria] { $missing ->
        [one] ett är inte bedömt
       *[other] { $word } är inte bedömda
    }
    [forecasts] { $missing ->
        [one] en saknar prognos
       *[other] { $word } saknar prognos
    }
   *[children] { $missing ->
        [one] en är inte bedömd
       *[other] { $word } är inte bedömda
    }
}
assessment-answers = { $coverage ->
    [whole] Det som redovisas täcker hela målet.
    [part] Det som redovisas täcker en del av målet.
   *[little] Det som redovisas täcker en liten del av målet.
} { $fulfilment ->
    [achieved] Den delen är uppnådd.
    [partly] Den delen är delvis uppnådd.
   *[not_achieved] Den delen är inte uppnådd.
}

assessment-grounds = Så räknas förslaget
assessment-grounds-note = { $said } av { $of } har uppgift
assessment-input = Underlag
assessment-weight = Vikt
assessment-counts = Räknas
assessment-counts-yes = Ja
assessment-counts-no = Nej
assessment-standing = Läge
assessment-said = Uppgift
assessment-no-value = Saknar värde
assessment-no-target = { $value }, ingen nivå satt
assessment-against = { $value } mot { $target }
assessment-source = { $source ->
    [value] Senaste värdet
    [judgement] Bedömd
    [forecast] Prognos
    [own_measures] Genom sina egna mått
   *[progress] Så långt arbetet kommit
}
assessment-level = Nivå
assessment-demands = Kräver
assessment-now = Nu
assessment-holds = Uppfyllt
assessment-at-least = minst { $pct } %
assessment-more-than = mer än { $pct } %
assessment-else = i annat fall
assessment-share = { $pct } % ({ $part } av { $whole })
assessment-bars = Gränser för varje nivå
assessment-least-said = Minst { $pct } % måste ha uppgift för att något ska föreslås.
assessment-equal-weights = Alla väger lika.
assessment-more-inputs = { $count ->
    [one] En till finns i underlaget som du kan hämta.
   *[other] { $count } till finns i underlaget som du kan hämta.
}
assessment-download = Hämta underlaget
assessment-change-weights = Ändra vikter
assessment-matrix = Så ger svaren ett förslag
assessment-coverage = Täckning
assessment-fulfilment = Uppfyllelse
assessment-gives = Ger
assessment-extent = { $extent ->
    [whole] Hela målet
    [part] En del av målet
   *[little] En liten del av målet
}
assessment-coverage-question = Hur stor del av målet täcker det som redovisas?
assessment-fulfilment-question = Hur väl är den delen uppfylld?

assessment-judge-title = Bedöm { $title }
assessment-judge-lead = Din bedömning ställs bredvid de andras. Den ersätter inte någon annans.
assessment-which-stage = Vems bedömning är det?
assessment-which-kind = Vad bedömer du?
assessment-kind = { $kind ->
    [forecast] Prognos för helåret
   *[outcome] Hur det har gått
}
assessment-period = Period
assessment-question = { $kind ->
    [forecast] Hur väntas det gå till årets slut?
   *[outcome] Hur långt har ni kommit?
}
assessment-proposed = Förslag: { $level }. { $reason }
assessment-reason = Varför bedömer du så?
assessment-reason-hint = Skälet behövs när du bedömer annorlunda än förslaget, eller när styrmodellen kräver det.
assessment-reason-required = Skriv varför du bedömer så
assessment-reason-differs = Du bedömer annorlunda än förslaget. Skriv varför.
assessment-in-account = Perioden bedöms i enhetens rapport. Välj en annan period, eller bedöm i rapporten.
assessment-to-account = Till rapporten
assessment-save = Spara bedömningen
assessment-conflict = Någon annan har redan bedömt här
assessment-conflict-text = { $name } har bedömt perioden i det steget: { $level }. Den bedömningen står kvar. Det du skrev finns kvar: välj ett annat steg eller en annan period.

assessment-weights-title = Vikter för { $title }
assessment-weights-lead = Ett heltal från 1 till 100. Det som väger 2 räknas dubbelt så mycket som det som väger 1.
assessment-weights-save = Spara vikterna
assessment-weight-problem = Skriv ett heltal från 1 till 100
assessment-weights-conflict = Någon annan har ändrat vikterna medan du skrev
assessment-weights-conflict-text = Det du skrev finns kvar. Spara igen om dina vikter ska gälla.

assessment-overrides = Avsteg från förslaget
assessment-overrides-lead = Bedömningar som skiljer sig från det regeln föreslog, eller mellan den egna, den samlade och den politiska bedömningen.
assessment-overrides-none = Inga avsteg
assessment-overrides-none-text = Alla bedömningar stämmer med förslagen och med varandra.
assessment-overrides-older = Visa äldre
assessment-overrides-newest = Visa de senaste
assessment-what = Vad
assessment-whose = Var
assessment-proposal = Förslag
assessment-judgements = Bedömningar
assessment-filter = Välj avsteg
assessment-all-periods = Alla perioder
assessment-all-units = Hela kommunen
assessment-show = Visa
assessment-differs-proposal = Skiljer sig från förslaget
assessment-differs-stages = Skiljer sig mellan steg
assessment-which-differ = Slag
assessment-all-kinds = Alla avsteg
assessment-unit = Organisation
assessment-no-proposal-word = Inget förslag
assessment-no-reason = Inget skäl är skrivet.

assessment-file-row = rad
assessment-file-what = namn
assessment-file-kind = slag
assessment-file-counts = räknas
assessment-file-weight = vikt
assessment-file-level = nivå
assessment-file-limit = villkor
assessment-file-share = procent
assessment-file-value = värde
assessment-file-target = mål
assessment-file-period = period
assessment-file-source = källa
assessment-file-rule = regel
assessment-file-bar = gräns
assessment-file-input = underlag
assessment-file-answer = svar
assessment-file-matrix = matris
assessment-file-least = krav på uppgift
assessment-file-proposal = förslag
assessment-file-judgement = bedömning
assessment-file-at-least = minst
assessment-file-more-than = mer än
assessment-file-name = underlag
assessment-limit = Högst { $max } tecken, { $left } kvar
assessment-overrides-note = Där en person bedömt annorlunda än regeln, eller två steg sagt olika.
assessment-period-hint = Förslaget bygger på de senaste värdena. För en period längre bak krävs inget skäl för att bedöma på annat sätt.

assessment-proposal-since = Det regeln räknar med har ändrats sedan dess.
assessment-grounds-forecast = Så räknas förslaget till prognos
assessment-input-forecast = Underlag för prognosen
assessment-bars-forecast = Gränser för varje nivå i prognosen
assessment-no-forecast = Saknar prognos
assessment-file-of-forecast = prognos { $row }
assessment-no-level = Saknar målnivå
