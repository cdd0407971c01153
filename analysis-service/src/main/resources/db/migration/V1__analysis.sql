-- One row a turn: what was recorded, what was found, and the state of its jobs.
create table analyzed_turn (
    tenant          text        not null,
    turn_id         uuid        not null,
    learner_id      text        not null,
    conversation_id uuid        not null,
    revision        bigint      not null,
    status          text        not null check (status in ('completed', 'partial', 'failed')),
    recorded        text        not null, -- the event turn-recorded, JSON
    facts           text        not null, -- words and moments, JSON
    jobs            jsonb       not null, -- [{type, status, attempts, error, result}]
    created_at      timestamptz not null,
    completed_at    timestamptz,
    primary key (tenant, turn_id)
);
create index analyzed_turn_newest on analyzed_turn (tenant, created_at desc, turn_id);
create index analyzed_turn_failed on analyzed_turn (tenant, created_at desc, turn_id) where status <> 'completed';

-- The words of a learner. The first use is the least (occurred_at, conversation_id, sequence), whatever arrived when.
create table vocabulary (
    tenant                text        not null,
    learner_id            text        not null,
    language              text        not null,
    lemma                 text        not null,
    display               text        not null,
    surface               text        not null,
    level                 text,
    count                 integer     not null,
    first_seen_at         timestamptz not null,
    first_conversation_id uuid        not null,
    first_sequence        integer     not null,
    first_turn_id         uuid        not null,
    last_seen_at          timestamptz not null,
    primary key (tenant, learner_id, language, lemma)
) with (fillfactor = 80);
create index vocabulary_recent on vocabulary (tenant, learner_id, first_seen_at desc);

create table highlight (
    tenant          text        not null,
    id              uuid        not null, -- derived of turn, type and place
    type            text        not null,
    learner_id      text        not null,
    conversation_id uuid        not null,
    turn_id         uuid        not null,
    occurred_at     timestamptz not null,
    description     text        not null,
    excerpt         text        not null,
    primary key (tenant, id)
);
create index highlight_of_learner on highlight (tenant, learner_id, occurred_at desc, id desc);
create index highlight_of_conversation on highlight (tenant, conversation_id, occurred_at desc, id desc);
create index highlight_newest on highlight (tenant, occurred_at desc, id desc);
