compilations-title = Sammanställning
compilations-lead = Texterna är skrivna en gång, av dem som vet. Citera det som är viktigast och skriv er egen bedömning bredvid.
compilations-own = { $body } bedömer
compilations-own-hint = Skriv vad ni själva drar för slutsats. Citaten ändras inte.
compilations-save = Spara
compilations-save-beside = Spara bedömningen
compilations-quotes = Citerat underifrån
compilations-count = { $quotes ->
    [one] En text
   *[other] { $quotes } texter
}
compilations-beside = { $body } bedömer:
compilations-through = Citerad genom { $body }
compilations-unquote = Ta bort citatet
compilations-quote = Citera
compilations-offered = Att citera
compilations-texts = { $texts ->
    [one] En text
   *[other] { $texts } texter
}
compilations-none = Inget att citera än
compilations-none-text = När någon under er har lämnat sin rapport eller fastställt sin sammanställning finns texterna här.
compilations-nothing-yet = Inget är skrivet än.
compilations-draft = Utkast. Senast ändrat av { $who } { $when }. Den läses av er som skriver och av dem som läser utkast hos er.
compilations-settled = Låst: fastställd av { $who } { $when }. Den läses av alla som läser er rapport och citeras av nivån ovanför.
compilations-settle-title = Är sammanställningen klar?
compilations-settle = Fastställ
compilations-settle-text = Då läses den av alla, kommer med i rapporten och kan citeras av nivån ovanför. Varken er text eller citaten ändras efter det.
compilations-reopen = Öppna igen
compilations-needs-text = Skriv er egen bedömning först
compilations-source-changed = Texten har ändrats sedan den citerades
compilations-now-says = Så här står det nu:
compilations-use-new = Använd den nya texten
compilations-keep-old = Behåll den citerade
compilations-changed-after = Texten har ändrats efter att sammanställningen fastställdes. Här står den som den citerades.
compilations-withdrawn = Texten är inte lämnad längre
compilations-withdrawn-text = Den som skrev texten har tagit tillbaka den eller fått tillbaka den. Citatet står kvar som det var tills ni tar bort det.
compilations-changed = Sammanställningen har ändrats sedan du öppnade sidan
compilations-changed-text = { $who } ändrade den { $when }. Spara igen om det du skrivit är det som ska gälla.
compilations-yours = Det du skrev:
compilations-link = Sammanställning
compilations-yours-title = Sammanställningar du skriver
compilations-gone = Texten finns inte längre att välja. Någon har tagit tillbaka eller tagit bort den. Det du har skrivit står kvar men är inte sparat än.
compilations-more = { $count ->
    [one] En rapport till är lämnad men visas inte här. Be den som sammanställer däremellan att fastställa sin text.
   *[other] { $count } rapporter till är lämnade men visas inte här. Be dem som sammanställer däremellan att fastställa sina texter.
}
compilations-settled-of = Läs vad { $body } har fastställt
