activities-not-started = Not started
activities-ongoing = Ongoing
activities-late = Late
activities-done = Done
activities-paused = Paused
