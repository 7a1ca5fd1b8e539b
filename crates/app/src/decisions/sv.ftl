decisions-with-paragraph = { $body } { $day } § { $paragraph }
decisions-without-paragraph = { $body } { $day }
decisions-reference = dnr { $reference }
