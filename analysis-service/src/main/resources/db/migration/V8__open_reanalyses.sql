-- What is ordered twice is done once; and an order that fails often lets the others go first.
alter table reanalysis add attempts integer not null default 0;
update reanalysis as again
set status = 'cancelled', completed_at = clock_timestamp(), error = 'The same was ordered before'
where status = 'running'
  and exists (select from reanalysis as first
              where first.status = 'running' and (first.started_at, first.id) < (again.started_at, again.id)
                and first.tenant is not distinct from again.tenant
                and first.learner_id is not distinct from again.learner_id
                and first.from_at is not distinct from again.from_at
                and first.to_at is not distinct from again.to_at
                and first.dry_run = again.dry_run);
create unique index reanalysis_open on reanalysis (tenant, learner_id, from_at, to_at, dry_run) nulls not distinct
    where status = 'running';
