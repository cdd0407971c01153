-- Highlights are found through their turn's row; what they say is derived of the turn whenever it is read. A first use thus
-- costs a row in the vocabulary and no second one here, which would need three indexes more.
alter table analyzed_turn
    add column recorded_at     timestamptz, -- null: analysed before this migration
    add column occurred_at     timestamptz, -- null: likewise, and without highlights
    add column highlight_ids   uuid[],      -- derived of turn, type and place; null: none
    add column highlight_types text[];      -- of the same highlights, in the same order

update analyzed_turn as turn
set occurred_at = told.occurred_at, highlight_ids = told.ids, highlight_types = told.types
from (select tenant, turn_id, max(occurred_at) as occurred_at, array_agg(id order by id) as ids, array_agg(type order by id) as types
      from highlight group by tenant, turn_id) as told
where turn.tenant = told.tenant and turn.turn_id = told.turn_id;

drop table highlight;

create index analyzed_turn_highlights on analyzed_turn (tenant, occurred_at desc) where highlight_ids is not null;
create index analyzed_turn_highlights_of_learner on analyzed_turn (tenant, learner_id, occurred_at desc)
    where highlight_ids is not null;
create index analyzed_turn_highlights_of_conversation on analyzed_turn (tenant, conversation_id, occurred_at desc)
    where highlight_ids is not null;

-- A vocabulary is listed in three orders, and read whole for each but one; without this index a change of first use is
-- written in place.
drop index vocabulary_recent;

-- Long turns are compressed by the cheaper method, where this PostgreSQL has it.
do $$
begin
    alter table analyzed_turn alter column recorded set compression lz4;
    alter table analyzed_turn alter column facts set compression lz4;
exception when feature_not_supported then
    raise notice 'this PostgreSQL has no lz4: pglz stays';
end
$$;
