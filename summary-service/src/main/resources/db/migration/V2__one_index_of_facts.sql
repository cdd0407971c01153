-- Facts are looked for by learner and date together, or by date: one index answers both, and today's entries lie together.
drop index turn_fact_of_learner;
