-- Orders to tell the past again, and how far each has come: a service that was killed goes on behind the last page.
create table republication (
    id           uuid        primary key,
    key          text,                    -- of the records; null: all
    from_at      timestamptz,             -- inclusive
    to_at        timestamptz,             -- exclusive
    status       text        not null default 'running'
                 check (status in ('running', 'completed', 'failed', 'cancelled')),
    place        text,                    -- of the last record that is in the outbox; null: none is yet
    sent         bigint      not null default 0,
    total        bigint,
    started_at   timestamptz not null,
    completed_at timestamptz,
    error        text
);
create index republication_newest on republication (started_at desc, id desc);
