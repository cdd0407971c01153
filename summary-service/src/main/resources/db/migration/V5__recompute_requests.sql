-- What is ordered twice is done once, unless the first is at work; and an order that fails is tried again later and later,
-- behind the others.
alter table recompute_request
    add attempts integer     not null default 0,
    add due_at   timestamptz not null default now(); -- by the database's clock
delete from recompute_request as again using recompute_request as first
where first.done_until = '' and again.done_until = '' and first.id < again.id
  and first.tenant = again.tenant and first.date = again.date
  and first.learner_id is not distinct from again.learner_id;
create unique index recompute_request_waiting on recompute_request (tenant, date, learner_id) nulls not distinct
    where done_until = '';
create index recompute_request_due on recompute_request (due_at, id);
