-- For local installations only, never for production: a role with a well-known password that may read every table,
-- so that tests and tools can look behind the services' interfaces. May be run again and again.

do $$
begin
    if not exists (select from pg_roles where rolname = 'checker') then
        create role checker login;
    end if;
end
$$;

alter role checker password 'checker';
alter role checker set default_transaction_read_only = on;
grant pg_read_all_data to checker;
