-- By hand: what the schema language cannot say. One walk through a vignette at a time; two tabs that begin at once share it.
CREATE UNIQUE INDEX "vignette_run_one_open" ON "vignette_run" ("enrolment_id", "vignette_id") WHERE "ended_at" IS NULL;
