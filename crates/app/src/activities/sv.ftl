activities-not-started = Inte startad
activities-ongoing = Pågår
activities-late = Försenad
activities-done = Klar
activities-paused = Pausad
