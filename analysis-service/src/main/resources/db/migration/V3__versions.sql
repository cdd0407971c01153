-- By which versions of the analysers a turn was read, as 'highlights=1,vocabulary=1'; null: before this migration, to be read from
-- the facts. Provisional: a stand-in has read it, until the real reader is at hand.
alter table analyzed_turn
    add column versions    text collate "C",
    add column provisional boolean not null default false;

create index analyzed_turn_provisional on analyzed_turn (tenant, learner_id) where provisional;

-- Turns of before V2 are found by when they were said like all others.
update analyzed_turn set occurred_at = cast(cast(recorded as json) ->> 'occurredAt' as timestamptz) where occurred_at is null;
alter table analyzed_turn alter column occurred_at set not null;

-- All turns of a learner are looked for, not only those with highlights.
create index analyzed_turn_of_learner on analyzed_turn (tenant, learner_id, occurred_at, turn_id);
drop index analyzed_turn_highlights_of_learner;

-- Orders to analyse turns of the past again.
create table reanalysis (
    id           uuid        not null primary key,
    tenant       text        collate "C",                     -- null: every tenant
    learner_id   text        collate "C",                     -- null: every learner
    from_at      timestamptz,                                 -- of the turns' occurred_at, inclusive
    to_at        timestamptz,                                 -- exclusive
    dry_run      boolean     not null,
    status       text        not null default 'running' check (status in ('running', 'completed', 'failed', 'cancelled')),
    done_tenant  text        collate "C" not null default '', -- the last learner who has been done
    done_learner text        collate "C" not null default '',
    turns        bigint      not null default 0,              -- that were analysed again
    changed      bigint      not null default 0,              -- of these, with another outcome
    total        bigint,                                      -- turns of the order; null before they were counted
    words        json        not null default '{}',           -- the most frequent changes of words, with their number
    started_at   timestamptz not null,
    completed_at timestamptz,
    error        text
);
create index reanalysis_running on reanalysis (started_at, id) where status = 'running';

-- Levels of words, by lists that an installation brings. A list is replaced as a whole.
create table level_list (
    language    text        collate "C" not null,
    scheme      text        collate "C" not null, -- such as CEFR, JLPT, HSK
    words       integer     not null,
    generation  bigint      generated always as identity,
    imported_at timestamptz not null,
    primary key (language, scheme)
);
create table word_level (
    language text collate "C" not null,
    scheme   text collate "C" not null,
    lemma    text collate "C" not null, -- as the list has it
    level    text collate "C" not null,
    primary key (language, scheme, lemma),
    foreign key (language, scheme) references level_list on delete cascade
);
