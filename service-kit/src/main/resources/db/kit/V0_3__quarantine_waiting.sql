-- How many records wait for a person is asked every few seconds; those that are done with are kept for ever.
create index quarantine_waiting on quarantine (topic, partition) where status = 'waiting';
