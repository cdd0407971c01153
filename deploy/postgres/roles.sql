-- Roles and schemas of Parlance. May be run again and again: it creates what is missing and puts the rest right.
--
-- For each service S in (conversation, analysis, summary):
--   schema S      all tables of the service; no other service reads them
--   role S_owner  owns the schema and runs the migrations
--   role S_app    what the service works as: reads and writes rows, creates, alters and drops nothing
--
-- Run it in Parlance's own database, as a role that may create roles and owns the database (or as superuser).
-- The six passwords (without single quotes) are placeholders: the local platform fills them in by itself, an operator
-- with envsubst:
--   export conversation_owner_password=... conversation_app_password=... (and so on for analysis and summary)
--   envsubst < roles.sql | psql --set ON_ERROR_STOP=1 --dbname parlance
--
-- Time limits: a machine that loses power or stands still in a transaction keeps its locks until the server ends the
-- session. README.md, Time limits, says why each is as long as it is.

do $$
declare
    service text;
    owner   text;
    app     text;
    setting text[];
    -- A session whose machine has gone ends after 10 s + 3 * 5 s without an answer, or 30 s after what it was sent last.
    keepalives constant text[] := array[
        ['tcp_keepalives_idle', '10s'], ['tcp_keepalives_interval', '5s'], ['tcp_keepalives_count', '3'],
        ['tcp_user_timeout', '30s'], ['client_connection_check_interval', '5s']];
    -- Below the services' own: they give up a statement after 30 s and a transaction after 60 s.
    app_limits constant text[] := array[
        ['statement_timeout', '25s'], ['lock_timeout', '10s'], ['idle_in_transaction_session_timeout', '15s'],
        ['transaction_timeout', '70s']];
    -- Migrations take as long as they take, and Flyway holds its lock in an idle transaction all the while.
    owner_limits constant text[] := array[
        ['statement_timeout', '0'], ['lock_timeout', '0'], ['idle_in_transaction_session_timeout', '0'],
        ['transaction_timeout', '0']];
begin
    foreach service in array array['conversation', 'analysis', 'summary'] loop
        owner := service || '_owner';
        app := service || '_app';
        if not exists (select from pg_roles where rolname = owner) then
            execute format('create role %I login', owner);
        end if;
        if not exists (select from pg_roles where rolname = app) then
            execute format('create role %I login', app);
        end if;
        -- Who is no superuser must be a member of the owner to give it a schema.
        if not (select rolsuper from pg_roles where rolname = current_user) then
            execute format('grant %I to current_user with inherit true, set true', owner);
        end if;

        execute format('create schema if not exists %I authorization %I', service, owner);
        execute format('grant usage on schema %I to %I', service, app);
        execute format('grant select, insert, update, delete on all tables in schema %I to %I', service, app);
        execute format('grant usage, select on all sequences in schema %I to %I', service, app);
        execute format('alter default privileges for role %I in schema %I'
            ' grant select, insert, update, delete on tables to %I', owner, service, app);
        execute format('alter default privileges for role %I in schema %I'
            ' grant usage, select on sequences to %I', owner, service, app);

        execute format('alter role %I set search_path = %I', owner, service);
        execute format('alter role %I set search_path = %I', app, service);
        foreach setting slice 1 in array keepalives || app_limits loop
            execute format('alter role %I set %I = %L', app, setting[1], setting[2]);
        end loop;
        foreach setting slice 1 in array keepalives || owner_limits loop
            execute format('alter role %I set %I = %L', owner, setting[1], setting[2]);
        end loop;
        execute format('grant connect on database %I to %I, %I', current_database(), owner, app);
    end loop;
    execute format('revoke create, temporary on database %I from public', current_database());
end
$$;

alter role conversation_owner password '${conversation_owner_password}';
alter role conversation_app password '${conversation_app_password}';
alter role analysis_owner password '${analysis_owner_password}';
alter role analysis_app password '${analysis_app_password}';
alter role summary_owner password '${summary_owner_password}';
alter role summary_app password '${summary_app_password}';
