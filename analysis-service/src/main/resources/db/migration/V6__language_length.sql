-- A word's language is a primary subtag. Not valid: rows of earlier versions stay.
alter table vocabulary add constraint vocabulary_language_length check (length(language) <= 64) not valid;
alter table level_list add constraint level_list_language_length check (length(language) <= 64) not valid;
alter table word_level add constraint word_level_language_length check (length(language) <= 64) not valid;
