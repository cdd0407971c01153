-- Which transcript of a turn was analysed: 0, the turn as it was recorded. A row keeps the highest it has seen.
alter table analyzed_turn add column transcript bigint not null default 0;
