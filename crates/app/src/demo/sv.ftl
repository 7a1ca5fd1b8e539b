demo-choose-title = Vem vill du vara?
demo-choose-lead = Välj en person och se Tråden med hens ögon. Ingen behöver lösenord i demon.
demo-by-password = Logga in med e-post och lösenord i stället
demo-saved-view = Utan ansvarig
