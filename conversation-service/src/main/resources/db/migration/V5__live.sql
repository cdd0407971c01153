-- Learners whom somebody has listened to of late: while a row stands here, what happens to the learner is kept for the
-- streams. Whoever tells or registers holds the row's lock; so positions become visible in their order, and a reader that
-- has seen one has seen all before it. A serial id would not do: it is given out before the commit.
create table live_learner (
    tenant      text        not null,
    learner_id  text        not null,
    position    bigint      not null, -- of the last event; begins at the epoch's milliseconds, then one by one
    floor       bigint      not null, -- events up to this position may be gone
    listened_at timestamptz not null, -- when somebody last listened, to the minute
    primary key (tenant, learner_id)
) with (fillfactor = 70); -- each event updates its learner's row in place

-- What was told of a learner, kept for a day.
create table live_event (
    tenant          text        not null,
    learner_id      text        not null,
    position        bigint      not null,
    conversation_id uuid        not null,
    turn_id         uuid,                 -- null: of the conversation as a whole
    type            text        not null,
    data            text        not null, -- JSON, as it is sent
    cause           uuid        not null, -- of what it was derived: the same cause is told once
    created_at      timestamptz not null,
    primary key (tenant, learner_id, position),
    unique (tenant, learner_id, cause)
) with (autovacuum_vacuum_scale_factor = 0.0, autovacuum_vacuum_threshold = 5000);
create index live_event_oldest on live_event (created_at);
