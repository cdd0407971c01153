-- Sound of turns. One row for each object that a client was let store, or has stored through this service; the key of an
-- object is never used twice.
create table audio (
    key             text        collate "C" not null primary key, -- in the order in which S3 lists its objects
    tenant          text        not null,
    conversation_id uuid        not null,
    turn_id         uuid        not null,
    side            text        not null check (side in ('learner', 'reply')),
    class           text        not null check (class in ('raw', 'processed')),
    state           text        not null check (state in ('pending', 'uploaded', 'available', 'refused', 'expired')),
    content_type    text        not null,
    size_bytes      bigint      not null,
    sha256          bytea       not null,
    duration_ms     integer,                                      -- null: nobody has said
    uploaded_key    text,                                         -- the key that the client was given, once it is not this one
    reason          text,                                         -- why it was refused or has expired: the name of a problem
    requested_at    timestamptz not null,
    uploaded_at     timestamptz,                                  -- the client has said so, or has sent the bytes
    check_at        timestamptz,                                  -- when to look at an uploaded one again
    expires_at      timestamptz not null                          -- of a pending one: when nobody waits for it any more
);
create unique index audio_available on audio (tenant, turn_id, side, class) where state = 'available';
create index audio_of_turn on audio (tenant, turn_id);
create index audio_due on audio (expires_at) where state in ('pending', 'available');
create index audio_unchecked on audio (check_at) where state = 'uploaded';

-- Orders to clean up among the sound, and what came of them.
create table audio_sweep (
    id              uuid        not null primary key,
    dry_run         boolean     not null,
    status          text        not null default 'running' check (status in ('running', 'completed', 'failed', 'cancelled')),
    phase           text        not null default 'expiry' check (phase in ('expiry', 'raw', 'processed')),
    place           text        collate "C" not null default '', -- the last key that has been looked at in this phase
    looked_at       bigint      not null default 0,              -- rows and objects
    abandoned       bigint      not null default 0,              -- uploads that nobody has told of
    expired         bigint      not null default 0,              -- sound that was kept for long enough
    orphan_objects  bigint      not null default 0,              -- without a row
    missing_objects bigint      not null default 0,              -- rows without an object
    bytes           bigint      not null default 0,              -- that were freed
    started_at      timestamptz not null,
    completed_at    timestamptz,
    error           text
);
create index audio_sweep_running on audio_sweep (started_at, id) where status = 'running';
create index audio_sweep_newest on audio_sweep (started_at desc, id desc);

-- The text of a turn that came after it. What the client sent at first stays beside it: by that a repetition is known.
alter table turn
    add column transcript_revision   bigint, -- null: there is none
    add column transcript_text       text,
    add column transcript_language   text,
    add column transcript_timings    text,   -- JSON
    add column transcript_confidence double precision,
    add column transcript_duration   integer,
    add column transcribed_at        timestamptz;
