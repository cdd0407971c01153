-- A tag has at most 64 characters. Longer ones were never of use; they were copied into every turn and event.
update conversation set language = 'und' where length(language) > 64;
update turn set language = 'und' where length(language) > 64;
update turn set transcript_language = 'und' where length(transcript_language) > 64;
update transcription set language = 'und' where length(language) > 64;

-- Not valid: rows that an earlier version writes while this one starts must not keep it from starting.
alter table conversation add constraint conversation_language_length check (length(language) <= 64) not valid;
alter table turn
    add constraint turn_language_length check (length(language) <= 64) not valid,
    add constraint turn_transcript_language_length check (length(transcript_language) <= 64) not valid;
alter table transcription add constraint transcription_language_length check (length(language) <= 64) not valid;
