-- Which installation this database is: the same id and one of these marks stand in the object parlance-installation of its
-- bucket. A copy of this database, or one that was restored, does not know the marks that were written since.
create table installation (
    id     uuid    not null primary key,
    marks  uuid[]  not null,                              -- that were written to the bucket, the newest first
    single boolean not null default true unique check (single)
);
insert into installation (id, marks) values (gen_random_uuid(), array[gen_random_uuid()]);

-- A sweep first counts what it would remove. A null limit is none.
alter table audio_sweep
    add column force               boolean not null default false,
    add column surveyed_objects    bigint  not null default 0,
    add column surveyed_orphans    bigint  not null default 0,
    add column surveyed_missing    bigint  not null default 0,
    add column max_expired         bigint,
    add column max_orphan_objects  bigint,
    add column max_missing_objects bigint,
    drop constraint audio_sweep_phase_check,
    add constraint audio_sweep_phase_check check (phase in ('survey', 'expiry', 'raw', 'processed'));
update audio_sweep
set status = 'cancelled', completed_at = clock_timestamp()
where status = 'running'; -- it was begun without limits
