create table conversation (
    tenant           text        not null,
    id               uuid        not null,
    learner_id       text        not null,
    guest            boolean     not null,
    channel          text        not null,
    language         text        not null,
    time_zone        text        not null,
    module           text,
    scenario_id      text,
    metadata         text        not null, -- JSON as the client sent it: opaque, never queried
    started_at       timestamptz not null,
    last_activity_at timestamptz not null, -- by this service's clock
    ended_at         timestamptz,
    end_reason       text check (end_reason in ('client', 'idle')),
    turn_count       integer     not null default 0,
    last_sequence    integer     not null default 0,
    sent_hash        bytea       not null, -- of what the client sent: "the same body" is the same hash
    primary key (tenant, id)
) with (fillfactor = 80); -- each turn updates its conversation's row in place
create index conversation_of_learner on conversation (tenant, learner_id, started_at desc, id desc);
create index conversation_newest on conversation (tenant, started_at desc, id desc);
create index conversation_open on conversation (tenant, id) where ended_at is null;

create table turn (
    tenant          text        not null,
    id              uuid        not null,
    conversation_id uuid        not null,
    sequence        integer     not null,
    learner_text    text,
    reply_text      text,
    occurred_at     timestamptz not null,
    recorded_at     timestamptz not null,
    duration_ms     integer,
    language        text        not null,
    word_timings    text,                 -- JSON
    audio           text,                 -- the sides whose sound will be uploaded, separated by commas
    metadata        text        not null, -- JSON
    sent_hash       bytea       not null,
    primary key (tenant, id),
    unique (tenant, conversation_id, sequence),
    foreign key (tenant, conversation_id) references conversation (tenant, id)
);

-- Answers to POSTs that carried an Idempotency-Key.
create table idempotent_answer (
    tenant     text        not null,
    path       text        not null,
    key        text        not null,
    body_hash  bytea       not null,
    status     integer     not null,
    location   text,
    answer     text        not null,
    created_at timestamptz not null,
    primary key (tenant, path, key)
);
create index idempotent_answer_oldest on idempotent_answer (created_at);

-- The words of analysed turns, for the context; the highest revision of a turn counts.
create table analyzed_turn (
    tenant          text   not null,
    turn_id         uuid   not null,
    conversation_id uuid   not null,
    sequence        integer not null,
    revision        bigint not null,
    words           text   not null, -- JSON: [{"key": …, "display": …, "new": …}]
    primary key (tenant, turn_id)
);
create index analyzed_turn_of_conversation on analyzed_turn (tenant, conversation_id, sequence);
