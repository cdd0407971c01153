-- Four turns as the analysis of V1 stored them: one with two first uses and a moment, one with nothing to highlight, one that
-- was told twice and whose analysis is partial, one whose analysis failed. Ids are what V1 derived; never to be changed.
insert into analyzed_turn (tenant, turn_id, learner_id, conversation_id, revision, status, recorded, facts, jobs,
                           created_at, completed_at)
values
    ('default', '7d0c2b6e-94f3-4b59-8f4f-1c6f0a9d7e01', 'hana', '0b9f6a0e-3c1d-4c53-9d5b-6a4a3f1b2c01', 1795767330500, 'completed',
     '{"tenant":"default","learnerId":"hana","guest":false,"conversationId":"0b9f6a0e-3c1d-4c53-9d5b-6a4a3f1b2c01","turnId":"7d0c2b6e-94f3-4b59-8f4f-1c6f0a9d7e01","sequence":1,"channel":"app","module":"free-talk","language":"it","timeZone":"Europe/Rome","localDate":"2026-11-20","occurredAt":"2026-11-20T08:15:30.120Z","recordedAt":"2026-11-20T08:15:30.120Z","learnerText":"Il gatto corre. Evviva!","replyText":"Bravo!","durationMs":2100,"wordTimings":null,"metadata":{}}',
     '{"words":[{"language":"it","lemma":"gatto","display":"gatto","surface":"gatto","count":1,"firstUse":true,"level":null,"start":3,"end":8},{"language":"it","lemma":"corre","display":"corre","surface":"corre","count":1,"firstUse":true,"level":null,"start":9,"end":14}],"replyWords":1,"sentences":2,"moments":[{"type":"emotional_moment","place":"16","description":"joy: evviva","start":16,"end":22}],"analyzers":{"emotion":1,"sentence_length":1,"vocabulary":1}}',
     '[{"type":"emotion","status":"completed","attempts":1,"error":null,"result":{"words":2}},{"type":"sentence_length","status":"completed","attempts":1,"error":null,"result":{"words":2}},{"type":"vocabulary","status":"completed","attempts":1,"error":null,"result":{"words":2}}]',
     '2026-11-20T08:15:30.5Z', '2026-11-20T08:15:30.9Z'),
    ('default', '7d0c2b6e-94f3-4b59-8f4f-1c6f0a9d7e02', 'hana', '0b9f6a0e-3c1d-4c53-9d5b-6a4a3f1b2c01', 1795767361000, 'completed',
     '{"tenant":"default","learnerId":"hana","guest":false,"conversationId":"0b9f6a0e-3c1d-4c53-9d5b-6a4a3f1b2c01","turnId":"7d0c2b6e-94f3-4b59-8f4f-1c6f0a9d7e02","sequence":2,"channel":"app","module":"free-talk","language":"it","timeZone":"Europe/Rome","localDate":"2026-11-20","occurredAt":"2026-11-20T08:16:00.000Z","recordedAt":"2026-11-20T08:16:00.000Z","learnerText":"Il gatto, il gatto","replyText":"","durationMs":null,"wordTimings":null,"metadata":{}}',
     '{"words":[{"language":"it","lemma":"gatto","display":"gatto","surface":"gatto","count":2,"firstUse":false,"level":null,"start":3,"end":8}],"replyWords":0,"sentences":1,"moments":[],"analyzers":{"emotion":1,"sentence_length":1,"vocabulary":1}}',
     '[{"type":"emotion","status":"completed","attempts":1,"error":null,"result":{"words":2}},{"type":"sentence_length","status":"completed","attempts":1,"error":null,"result":{"words":2}},{"type":"vocabulary","status":"completed","attempts":1,"error":null,"result":{"words":2}}]',
     '2026-11-20T08:16:01Z', '2026-11-20T08:16:01.2Z'),
    ('default', '7d0c2b6e-94f3-4b59-8f4f-1c6f0a9d7e03', 'hana', '0b9f6a0e-3c1d-4c53-9d5b-6a4a3f1b2c01', 1795767500001, 'partial',
     '{"tenant":"default","learnerId":"hana","guest":false,"conversationId":"0b9f6a0e-3c1d-4c53-9d5b-6a4a3f1b2c01","turnId":"7d0c2b6e-94f3-4b59-8f4f-1c6f0a9d7e03","sequence":3,"channel":"app","module":"free-talk","language":"it","timeZone":"Europe/Rome","localDate":"2026-11-20","occurredAt":"2026-11-20T08:17:00.000Z","recordedAt":"2026-11-20T08:17:00.000Z","learnerText":"Una mela","replyText":"Sì","durationMs":null,"wordTimings":null,"metadata":{}}',
     '{"words":[{"language":"it","lemma":"mela","display":"mela","surface":"mela","count":1,"firstUse":true,"level":null,"start":4,"end":8}],"replyWords":1,"sentences":1,"moments":[],"analyzers":{"emotion":1,"sentence_length":1,"vocabulary":1}}',
     '[{"type":"emotion","status":"failed","attempts":3,"error":"IllegalStateException","result":null},{"type":"sentence_length","status":"completed","attempts":1,"error":null,"result":{"words":2}},{"type":"vocabulary","status":"completed","attempts":1,"error":null,"result":{"words":2}}]',
     '2026-11-20T08:17:01Z', '2026-11-20T08:18:20Z'),
    ('default', '7d0c2b6e-94f3-4b59-8f4f-1c6f0a9d7e04', 'hana', '0b9f6a0e-3c1d-4c53-9d5b-6a4a3f1b2c01', 1795767600001, 'failed',
     '{"tenant":"default","learnerId":"hana","guest":false,"conversationId":"0b9f6a0e-3c1d-4c53-9d5b-6a4a3f1b2c01","turnId":"7d0c2b6e-94f3-4b59-8f4f-1c6f0a9d7e04","sequence":4,"channel":"app","module":"free-talk","language":"it","timeZone":"Europe/Rome","localDate":"2026-11-20","occurredAt":"2026-11-20T08:18:00.000Z","recordedAt":"2026-11-20T08:18:00.000Z","learnerText":null,"replyText":"Ciao","durationMs":null,"wordTimings":null,"metadata":{}}',
     '{"words":[],"replyWords":0,"sentences":0,"moments":[],"analyzers":{}}',
     '[{"type":"emotion","status":"failed","attempts":3,"error":"IllegalStateException","result":null},{"type":"sentence_length","status":"failed","attempts":3,"error":"IllegalStateException","result":null},{"type":"vocabulary","status":"failed","attempts":3,"error":"IllegalStateException","result":null}]',
     '2026-11-20T08:18:01Z', '2026-11-20T08:18:01Z');
insert into highlight (tenant, id, type, learner_id, conversation_id, turn_id, occurred_at, description, excerpt)
values
    ('default', '30104b96-0660-5bf1-9ad6-72a7e1313d70', 'new_word', 'hana', '0b9f6a0e-3c1d-4c53-9d5b-6a4a3f1b2c01',
     '7d0c2b6e-94f3-4b59-8f4f-1c6f0a9d7e01', '2026-11-20T08:15:30.120Z', 'first use of gatto', 'Il gatto corre.'),
    ('default', '2393c071-4d29-5c0b-b90e-bcf616397927', 'new_word', 'hana', '0b9f6a0e-3c1d-4c53-9d5b-6a4a3f1b2c01',
     '7d0c2b6e-94f3-4b59-8f4f-1c6f0a9d7e01', '2026-11-20T08:15:30.120Z', 'first use of corre', 'Il gatto corre.'),
    ('default', 'f99892f7-809f-5229-a70d-413628c002cb', 'emotional_moment', 'hana', '0b9f6a0e-3c1d-4c53-9d5b-6a4a3f1b2c01',
     '7d0c2b6e-94f3-4b59-8f4f-1c6f0a9d7e01', '2026-11-20T08:15:30.120Z', 'joy: evviva', 'Evviva!'),
    ('default', '155b2aa3-84cc-5b3e-aced-9372d8ddca2e', 'new_word', 'hana', '0b9f6a0e-3c1d-4c53-9d5b-6a4a3f1b2c01',
     '7d0c2b6e-94f3-4b59-8f4f-1c6f0a9d7e03', '2026-11-20T08:17:00.000Z', 'first use of mela', 'Una mela');
insert into vocabulary (tenant, learner_id, language, lemma, display, surface, level, count, first_seen_at, first_conversation_id,
                        first_sequence, first_turn_id, last_seen_at)
values
    ('default', 'hana', 'it', 'gatto', 'gatto', 'gatto', null, 3, '2026-11-20T08:15:30.120Z',
     '0b9f6a0e-3c1d-4c53-9d5b-6a4a3f1b2c01', 1, '7d0c2b6e-94f3-4b59-8f4f-1c6f0a9d7e01', '2026-11-20T08:16:00.000Z'),
    ('default', 'hana', 'it', 'corre', 'corre', 'corre', null, 1, '2026-11-20T08:15:30.120Z',
     '0b9f6a0e-3c1d-4c53-9d5b-6a4a3f1b2c01', 1, '7d0c2b6e-94f3-4b59-8f4f-1c6f0a9d7e01', '2026-11-20T08:15:30.120Z'),
    ('default', 'hana', 'it', 'mela', 'mela', 'mela', null, 1, '2026-11-20T08:17:00.000Z',
     '0b9f6a0e-3c1d-4c53-9d5b-6a4a3f1b2c01', 3, '7d0c2b6e-94f3-4b59-8f4f-1c6f0a9d7e03', '2026-11-20T08:17:00.000Z');
