conclusions-title = Analyser
conclusions-none = Ingen har analyserat varför det blev som det blev.
conclusions-begin = Analysera varför
conclusions-begin-here = Analysera varför det avviker
conclusions-open = Analys för { $year }
conclusions-under-way = Pågår
conclusions-whose = { $unit }, { $who }, { $day }
conclusions-certain = Säkert
conclusions-likely = Troligt
conclusions-unsure = Osäkert
conclusions-use = Använd slutsatsen
conclusions-used = Slutsatsen står i texten ovan.
conclusions-changed = Analysen har ändrats sedan slutsatsen användes här
conclusions-changed-text = Här står ”{ $taken }”. Analysen säger nu ”{ $now }”.
conclusions-count = { $count ->
    [0] ingen än
    [one] en
   *[other] { $count }
}
conclusions-all = Alla analyser: varför det blev som det blev
conclusions-begin-report = Analysera rapporten
conclusions-of-body = Vad analyserna har kommit fram till
conclusions-none-of-body = Ingen analys är avslutad för året.
conclusions-all-of-body = Alla avslutade analyser
conclusions-moved = Siffror har ändrats sedan analysen gjordes
conclusions-moved-text = Analysen bygger på siffror från { $day }. Sedan dess har värden ändrats för: { $measures }. Läs om slutsatsen fortfarande håller.
conclusions-moved-link = Se vad som har ändrats i analysen
