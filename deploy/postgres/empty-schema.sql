-- Empties the schema of a service that is to be rebuilt: analysis or summary. Its tables stay, with the migrations they
-- have seen. Stop all instances of the service first, run this as the schema's owner, start the service, republish:
-- docs/operations.md, Rebuild. Word lists stay: people have brought them, and they follow from nothing.
--   psql --set ON_ERROR_STOP=1 --username analysis_owner --dbname parlance --file empty-schema.sql

do $$
begin
    if current_schema() is null or current_schema() not in ('analysis', 'summary') then
        raise exception 'only analysis and summary can be rebuilt: this would empty "%"', current_schema();
    end if;
    execute (
        select 'truncate ' || string_agg(format('%I.%I', schemaname, tablename), ', ')
        from pg_tables
        where schemaname = current_schema() and tablename not in ('flyway_schema_history', 'level_list', 'word_level')
    );
end
$$;
