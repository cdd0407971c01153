-- What leaves this service: rows are written in the transaction that made them true, sent in order of id, then deleted.
-- Named headers and a plain payload, so that a change-data-capture connector could take the relay's place.
create table outbox (
    id          bigint generated always as identity primary key,
    topic       text        not null,
    key         text        not null,
    headers     text        not null, -- one "name: value" a line
    value       bytea,                -- null: a tombstone on a compacted topic
    created_at  timestamptz not null default clock_timestamp()
) with (autovacuum_vacuum_scale_factor = 0.0, autovacuum_vacuum_threshold = 5000);

-- Who alone may do a thing among all instances of this service, until when.
create table lease (
    name        text        primary key,
    holder      uuid        not null,
    expires_at  timestamptz not null
);

-- Records that nobody could read or apply, and events that the broker refused for good; kept for a person.
create table quarantine (
    id            uuid        primary key, -- UUID of topic, partition and offset
    topic         text        not null,
    partition     integer     not null,    -- -1: an outbox row of this service, which never got a partition
    "offset"      bigint      not null,
    key           text,
    ce_id         text,
    ce_type       text,
    headers       text        not null,
    value         bytea,
    reason        text        not null,
    attempts      integer     not null default 1,
    first_seen_at timestamptz not null,
    status        text        not null default 'waiting' check (status in ('waiting', 'retried', 'discarded')),
    changed_at    timestamptz not null,
    unique (topic, partition, "offset")
);
create index quarantine_newest on quarantine (first_seen_at desc, id);

-- How far this service has applied what it reads: everything published on a partition before as_of has had its effect.
create table intake_progress (
    topic       text        not null,
    partition   integer     not null,
    as_of       timestamptz not null,
    primary key (topic, partition)
);
