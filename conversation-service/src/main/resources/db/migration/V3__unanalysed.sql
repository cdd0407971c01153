-- Turns in the order in which they were recorded: to look for those that nobody has analysed, and to announce them
-- again. Ascending instants land on the index's last page, so that a turn pays little for it.
create index turn_recorded on turn (recorded_at);
