-- Turns recorded before this instant have been compared with what the analysis has told.
create table reconciled_until (
    only_row boolean     primary key default true check (only_row),
    until    timestamptz not null
);
insert into reconciled_until (until) values ('2000-01-01Z');

-- What was accepted on a day (UTC, of recordedAt), and how much of it was analysed; the rest is in unanalysed_turn.
create table reconciled_day (
    date     date    primary key,
    accepted bigint  not null,
    analysed bigint  not null,
    closed   boolean not null default false -- counted once more from the turns, after the day was over
);

-- Turns that had not been analysed when they should have been.
create table unanalysed_turn (
    tenant      text        not null,
    turn_id     uuid        not null,
    recorded_at timestamptz not null,
    announced   integer     not null default 0,     -- how often again
    quarantined boolean     not null default false, -- its event, or its analysis, waits here for a person
    next_at     timestamptz not null,               -- when to look again
    primary key (tenant, turn_id)
);
create index unanalysed_turn_next on unanalysed_turn (next_at);
