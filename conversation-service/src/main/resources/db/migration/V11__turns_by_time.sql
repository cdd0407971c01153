-- The turns of a conversation by when they were said, whatever the order of their arrival: for the context, and for the
-- turns of a learner, which are those of the learner's conversations.
create index turn_by_time on turn (tenant, conversation_id, occurred_at, id);

-- The local day of a turn by the time-zone data of the service that recorded it. Later data may give another one, and the
-- day in which the turn counts must not depend on when its event is sent again. Null: recorded before this migration.
alter table turn add column local_date date;

-- Conversations of a module or of a channel; 'none' stands for no module.
create index conversation_of_module on conversation (tenant, coalesce(module, 'none'), started_at desc, id desc);
create index conversation_of_channel on conversation (tenant, channel, started_at desc, id desc);
