-- When a turn was counted in its day for the first time; null: before this was noted.
alter table turn_fact add created_at timestamptz;
