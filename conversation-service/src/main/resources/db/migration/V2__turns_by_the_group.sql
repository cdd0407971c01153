-- Whoever inserts a turn holds the lock of its conversation's row (no key update), and so will whoever deletes one; the
-- foreign key looked the row up and locked it once more for each turn.
alter table turn drop constraint turn_tenant_conversation_id_fkey;
