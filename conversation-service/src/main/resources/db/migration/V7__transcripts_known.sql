-- Which transcript of a turn the analysis has read: 0, the turn as it was recorded; null: it did not say, before this
-- migration.
alter table analyzed_turn add column transcript bigint;

-- Transcripts of a lower revision have been compared with what the analysis has told.
alter table reconciled_until add column transcripts bigint not null default 0;

-- Transcripts in about the order in which they came: their revisions begin with the epoch's milliseconds.
create index turn_transcribed on turn (transcript_revision) where transcript_revision is not null;
