-- A conversation as V1 stored it, with a turn whose analysis was heard of and one whose analysis was not; and the answer to
-- a POST with a key. Never to be changed.
insert into conversation (tenant, id, learner_id, guest, channel, language, time_zone, module, scenario_id, metadata, started_at,
                          last_activity_at, ended_at, end_reason, turn_count, last_sequence, sent_hash)
values
    ('default', '0b9f6a0e-3c1d-4c53-9d5b-6a4a3f1b2c01', 'hana', false, 'app', 'it', 'Europe/Rome', 'free-talk', null, '{}',
     '2026-11-20T08:15:00Z', '2026-11-20T08:16:00Z', null, null, 2, 2, '\x01');
insert into turn (tenant, id, conversation_id, sequence, learner_text, reply_text, occurred_at, recorded_at, duration_ms, language,
                  word_timings, audio, metadata, sent_hash)
values
    ('default', '7d0c2b6e-94f3-4b59-8f4f-1c6f0a9d7e01', '0b9f6a0e-3c1d-4c53-9d5b-6a4a3f1b2c01', 1, 'Il gatto corre.', 'Bravo!',
     '2026-11-20T08:15:30Z', '2026-11-20T08:15:30.402Z', 2100, 'it',
     '[{"word":"Il","startMs":0,"endMs":120,"confidence":0.93}]', 'learner,reply', '{"mood":"merry"}', '\x02'),
    ('default', '7d0c2b6e-94f3-4b59-8f4f-1c6f0a9d7e02', '0b9f6a0e-3c1d-4c53-9d5b-6a4a3f1b2c01', 2, null, 'Ciao',
     '2026-11-20T08:16:00Z', '2026-11-20T08:16:00Z', null, 'it', null, null, '{}', '\x03');
insert into analyzed_turn (tenant, turn_id, conversation_id, sequence, revision, words)
values
    ('default', '7d0c2b6e-94f3-4b59-8f4f-1c6f0a9d7e01', '0b9f6a0e-3c1d-4c53-9d5b-6a4a3f1b2c01', 1, 1795767330500,
     '[{"key":"gatto","display":"gatto","new":true}]');
insert into idempotent_answer (tenant, path, key, body_hash, status, location, answer, created_at)
values
    ('default', '/v1/conversations', 'first', '\x04', 201, '/v1/conversations/0b9f6a0e-3c1d-4c53-9d5b-6a4a3f1b2c01', '{}',
     '2026-11-20T08:15:00Z');
