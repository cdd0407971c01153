-- The tables of conversation-service, less the tenant and what nobody sends here.
create table conversation (
    id               uuid        not null primary key,
    learner_id       text        not null,
    guest            boolean     not null,
    channel          text        not null,
    language         text        not null,
    time_zone        text        not null,
    module           text,
    metadata         text        not null,
    started_at       timestamptz not null,
    last_activity_at timestamptz not null,
    turn_count       integer     not null,
    last_sequence    integer     not null
) with (fillfactor = 80); -- each turn updates its conversation's row in place

create table turn (
    id              uuid        not null primary key,
    conversation_id uuid        not null,
    sequence        integer     not null,
    learner_text    text,
    reply_text      text,
    occurred_at     timestamptz not null,
    recorded_at     timestamptz not null,
    duration_ms     integer,
    language        text        not null,
    metadata        text        not null,
    unique (conversation_id, sequence)
);
