-- An event waits here for less than a second: compressing it, or moving it aside, costs more than the place it takes.
alter table outbox set (toast_tuple_target = 8160);
