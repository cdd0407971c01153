-- Speech that was made, or is being made, by what it says and how: the hash of docs/speech.md. The text is not kept.
create table speech (
    hash         bytea       primary key,
    state        text        not null check (state in ('making', 'made')),
    claim        uuid        not null, -- of whoever makes it, or made it
    lease_until  timestamptz not null, -- by the database's clock; a maker who lets it pass is succeeded
    attempts     integer     not null, -- claims so far: an earlier maker may have stored the object before it died
    engine       text        not null,
    object_key   text        collate "C", -- in the order in which S3 lists its objects
    content_type text,
    size_bytes   bigint,
    duration_ms  integer,
    made_at      timestamptz,
    expires_at   timestamptz,          -- of what was converted and can be converted again; null: kept for good
    check (state = 'making' or object_key is not null and content_type is not null and size_bytes is not null)
);
create index speech_expiring on speech (expires_at) where expires_at is not null;
create index speech_abandoned on speech (lease_until) where state = 'making';
create unique index speech_object on speech (object_key) where object_key is not null;

-- Characters that were spoken for a tenant on a day (UTC), against its budget.
create table speech_spent (
    tenant     text   not null,
    day        date   not null,
    characters bigint not null,
    primary key (tenant, day)
);

-- Sound of learners that is to become text. The row is the job: whoever holds its claim works on it until next_at.
create table transcription (
    id              uuid        primary key, -- derived from the sound's key: the same sound is one job
    tenant          text        not null,
    conversation_id uuid        not null,
    turn_id         uuid        not null,
    object_key      text        not null,
    content_type    text        not null,
    language        text        not null,    -- of the turn
    status          text        not null check (status in ('pending', 'processing', 'completed', 'failed')),
    attempts        integer     not null default 0,
    claim           uuid,
    next_at         timestamptz not null,    -- when it is to be tried; while processing, when its maker counts as gone
    error           text,                    -- in a few words, nothing of what was said
    created_at      timestamptz not null,
    completed_at    timestamptz
);
create index transcription_due on transcription (next_at) where status in ('pending', 'processing');
create index transcription_newest on transcription (tenant, created_at desc, id desc);
create index transcription_of_turn on transcription (tenant, turn_id);
