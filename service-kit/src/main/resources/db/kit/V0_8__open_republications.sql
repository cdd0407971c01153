-- What is ordered twice is done once; and an order that fails often lets the others go first.
alter table republication add attempts integer not null default 0;
update republication as again
set status = 'cancelled', completed_at = clock_timestamp(), error = 'The same was ordered before'
where status = 'running'
  and exists (select from republication as first
              where first.status = 'running' and (first.started_at, first.id) < (again.started_at, again.id)
                and first.key is not distinct from again.key
                and first.from_at is not distinct from again.from_at
                and first.to_at is not distinct from again.to_at);
create unique index republication_open on republication (key, from_at, to_at) nulls not distinct
    where status = 'running';
