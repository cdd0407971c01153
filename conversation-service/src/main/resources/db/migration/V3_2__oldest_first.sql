-- Forgotten turns are looked for from the oldest on, up to where the analysis has read: what is newer, which may be
-- millions while the analysis is away, is not even looked at.
drop index unanalysed_turn_next;
create index unanalysed_turn_oldest on unanalysed_turn (recorded_at);
