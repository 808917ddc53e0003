-- works with code from 0025
-- Runs as ss_owner. The name of a subject has a bound: the relay makes a lane of it, and one that its index cannot hold would
-- stop the events of everybody.

-- What tables are.
ALTER TABLE "domain_events" ADD CONSTRAINT "domain_events_subject_check" CHECK (length(subject_kind) <= 60 and length(subject_id) <= 200);
