-- Keys are compared byte by byte (collate "C"): the order of every list is the same on every installation.

-- What one turn adds to its day; the highest revision of a turn counts. No text: words are 64-bit hashes of language and lemma.
create table turn_fact (
    tenant          text collate "C" not null,
    turn_id         uuid             not null,
    learner_id      text collate "C" not null,
    date            date             not null, -- the local day
    conversation_id uuid             not null,
    sequence        integer          not null,
    revision        bigint           not null,
    module          text collate "C",
    channel         text collate "C" not null,
    time_zone       text             not null,
    occurred_at     timestamptz      not null,
    learner_words   integer          not null,
    reply_words     integer          not null,
    sentences       integer          not null,
    duration_ms     integer,
    new_words       integer          not null,
    words           bigint[]         not null,
    highlights      jsonb,                     -- how many of each type; null: none
    primary key (tenant, turn_id)
);
create index turn_fact_of_learner on turn_fact (tenant, learner_id, date);
create index turn_fact_of_date on turn_fact (tenant, date, learner_id);

-- A learner's local day, recomputed from its facts.
create table learner_day (
    tenant        text collate "C" not null,
    learner_id    text collate "C" not null,
    date          date             not null,
    time_zone     text             not null, -- of the day's last turn
    revision      bigint           not null,
    conversations integer          not null,
    turns         integer          not null,
    learner_words integer          not null,
    reply_words   integer          not null,
    unique_words  integer          not null,
    new_words     integer          not null,
    sentences     integer          not null,
    speaking_ms   bigint           not null,
    highlights    jsonb            not null, -- how many of each type
    by_module     jsonb            not null, -- turns of each module
    by_channel    jsonb            not null, -- turns of each channel
    first_turn_at timestamptz      not null,
    last_turn_at  timestamptz      not null,
    updated_at    timestamptz      not null,
    primary key (tenant, learner_id, date)
) with (fillfactor = 70); -- each batch of turns updates its days' rows in place
create index learner_day_of_date on learner_day (tenant, date, learner_id);

-- A learner's day in one module: small enough to be summed whenever the module's day changes.
create table module_learner_day (
    tenant        text collate "C" not null,
    module        text collate "C" not null, -- 'none' for turns without one
    date          date             not null,
    learner_id    text collate "C" not null,
    turns         integer          not null,
    conversations integer          not null,
    learner_words integer          not null,
    new_words     integer          not null,
    speaking_ms   bigint           not null,
    by_channel    jsonb            not null, -- turns of each channel
    primary key (tenant, module, date, learner_id)
) with (fillfactor = 70);

-- Module days whose learners' days have changed. Only ever appended, so that no consumer waits for another.
create table module_mark (
    id     bigint generated always as identity primary key,
    tenant text collate "C" not null,
    module text collate "C" not null,
    date   date             not null
) with (autovacuum_vacuum_scale_factor = 0.0, autovacuum_vacuum_threshold = 5000);

create table module_day (
    tenant        text collate "C" not null,
    module        text collate "C" not null,
    date          date             not null,
    revision      bigint           not null,
    turns         integer          not null,
    conversations integer          not null,
    learners      integer          not null,
    learner_words integer          not null,
    new_words     integer          not null,
    speaking_ms   bigint           not null,
    by_channel    jsonb            not null, -- turns of each channel
    updated_at    timestamptz      not null,
    primary key (tenant, module, date)
) with (fillfactor = 70);
create index module_day_of_date on module_day (tenant, date, module);

-- The highest revision of all rows that were deleted: a day that comes back starts above it.
create table revision_floor (
    kind     text   primary key,
    revision bigint not null
);

-- Days that somebody wants recomputed from their facts.
create table recompute_request (
    id         bigint generated always as identity primary key,
    tenant     text collate "C" not null,
    date       date             not null,
    learner_id text collate "C",                     -- null: every learner of that date
    done_until text collate "C" not null default ''  -- the last learner that has been done
);
