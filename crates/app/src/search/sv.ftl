search-title = Sök
search-lead = Mål, mått, aktiviteter, enheter och sidor.
search-field = Sök
search-button = Sök
search-none = Inget passar ”{ $words }”
search-none-text = Prova ett annat ord eller en del av ordet. Utkast som du inte får se söks inte.
search-count = { $count ->
    [one] En träff på ”{ $words }”
   *[other] { $count } träffar på ”{ $words }”
}
search-more = De { $count } bästa träffarna visas. Skriv fler ord för att smalna av.
search-what = Träff
search-kind = Vad det är
search-where = Var
search-doing = Sida
search-hint = Skriv några bokstäver. Pil upp och ned väljer, Retur öppnar.
search-nothing = Inget passar. Prova ett annat ord.
search-shortcut = Ctrl K
search-go-home = Min sida
search-go-thread = Röda tråden
search-go-words = Läs tråden i ord
search-go-health = Trådens hälsa
search-do-plan = Planera
search-go-follow-up = Följa upp och rapportera
search-do-import = Läs in mätvärden från fil
search-do-measure = Nytt mått
search-go-activities = Aktiviteter
search-go-assignments = Uppdrag
search-go-model = Styrmodellen och ordlistan
search-go-organisation = Organisationen
search-go-trail = Spåret: vem ändrade vad
search-go-people = Personer och roller
search-term = Så heter det här
search-earlier = Sökning
search-recent = Senast
search-recent-note = Listan finns bara i den här webbläsaren och syns bara för dig.
search-forget = Glöm det senaste
search-go-analyses = Analyser: varför blev det som det blev?
