-- In which band of frequency a word is, 1 for the most frequent to 5; null: nothing tells, or it was last read before this migration.
alter table vocabulary add column band smallint;

-- A tenant may bring word lists of its own. The tenant '' stands for all that have none of the language.
alter table word_level drop constraint word_level_language_scheme_fkey, drop constraint word_level_pkey;
alter table level_list drop constraint level_list_pkey;

alter table level_list add column tenant text collate "C" not null default '';
alter table word_level add column tenant text collate "C" not null default '';

alter table level_list add primary key (tenant, language, scheme);
alter table word_level
    add primary key (tenant, language, scheme, lemma),
    add foreign key (tenant, language, scheme) references level_list on delete cascade;
