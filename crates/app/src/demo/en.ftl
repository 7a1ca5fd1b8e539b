demo-choose-title = Who do you want to be?
demo-choose-lead = Choose a person and see Tråden with their eyes. Nobody needs a password in the demo.
demo-by-password = Sign in with e-mail and password instead
demo-saved-view = Without responsible
