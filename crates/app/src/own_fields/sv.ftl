own-fields-title = Egna fält
own-fields-lead = Fälten kommer från er styrmodell.
own-fields-said = { $said } av { $all } ifyllda
own-fields-nothing = Inget valt
own-fields-yes = Ja
own-fields-no = Nej
own-fields-problem-number = Skriv ett tal, till exempel 8,5.
own-fields-problem-type = Det som är skrivet under Egna fält hör till ett annat slag och går inte att spara här. Gå igenom fälten och spara igen.
