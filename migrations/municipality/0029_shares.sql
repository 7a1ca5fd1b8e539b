-- What a percentage is a share of: only of a share of people can chance be reckoned from how many they are.
-- Empty, or nothing, where nobody has said it.
alter table measure_worth add column share_of text;
