-- An index entry per turn costs each write about a tenth of the database's time; the turns of one conversation, found by
-- their sequences, are few enough to be sorted when somebody reads them by when they were said.
drop index turn_by_time;
