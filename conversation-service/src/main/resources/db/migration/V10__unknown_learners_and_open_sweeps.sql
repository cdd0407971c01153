-- A stream may be opened before its learner's first conversation. Such a row is removed soon after the stream has closed.
alter table live_learner add unknown boolean not null default false;
create index live_learner_unknown on live_learner (tenant, learner_id) where unknown;

-- What is ordered twice is done once; and an order that fails often lets the others go first.
alter table audio_sweep add attempts integer not null default 0;
update audio_sweep as again
set status = 'cancelled', completed_at = clock_timestamp(), error = 'The same was ordered before'
where status = 'running'
  and exists (select from audio_sweep as first
              where first.status = 'running' and (first.started_at, first.id) < (again.started_at, again.id)
                and first.dry_run = again.dry_run and first.force = again.force);
create unique index audio_sweep_open on audio_sweep (dry_run, force) where status = 'running';
