-- CreateSchema
CREATE SCHEMA IF NOT EXISTS "public";

-- CreateTable
CREATE TABLE "person" (
    "id" UUID NOT NULL,
    "email" TEXT NOT NULL,
    "email_key" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "locale" TEXT NOT NULL DEFAULT 'nl',
    "role" TEXT NOT NULL DEFAULT 'learner',
    "password_hash" TEXT,
    "email_verified_at" TIMESTAMPTZ(3),
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "person_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "session" (
    "id" TEXT NOT NULL,
    "public_id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "last_seen_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "user_agent" TEXT NOT NULL DEFAULT '',

    CONSTRAINT "session_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "mail_code" (
    "id" UUID NOT NULL,
    "purpose" TEXT NOT NULL,
    "email_key" TEXT NOT NULL,
    "person_id" UUID,
    "code_hash" TEXT NOT NULL,
    "link_hash" TEXT NOT NULL,
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "used_at" TIMESTAMPTZ(3),
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "mail_code_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "register_number" (
    "id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "register" TEXT NOT NULL,
    "number" TEXT NOT NULL,
    "consent_at" TIMESTAMPTZ(3) NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "register_number_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "person_data_key" (
    "person_id" UUID NOT NULL,
    "wrap_key_id" TEXT NOT NULL,
    "wrapped_key" BYTEA NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "person_data_key_pkey" PRIMARY KEY ("person_id")
);

-- CreateTable
CREATE TABLE "attempt" (
    "id" UUID NOT NULL,
    "enrolment_id" UUID NOT NULL,
    "revision_id" UUID NOT NULL,
    "test_id" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "number" INTEGER NOT NULL,
    "drawn" JSONB NOT NULL,
    "answers" JSONB NOT NULL DEFAULT '{}',
    "state" TEXT NOT NULL DEFAULT 'open',
    "score_percent" INTEGER,
    "passed" BOOLEAN,
    "own_work_at" TIMESTAMPTZ(3),
    "started_at" TIMESTAMPTZ(3) NOT NULL,
    "saved_at" TIMESTAMPTZ(3) NOT NULL,
    "submitted_at" TIMESTAMPTZ(3),

    CONSTRAINT "attempt_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "provider" (
    "id" INTEGER NOT NULL DEFAULT 1,
    "details" JSONB NOT NULL,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "provider_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "site_document" (
    "key" TEXT NOT NULL,
    "content_hash" TEXT NOT NULL,
    "data" JSONB NOT NULL,
    "published_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "site_document_pkey" PRIMARY KEY ("key")
);

-- CreateTable
CREATE TABLE "course" (
    "slug" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "course_pkey" PRIMARY KEY ("slug")
);

-- CreateTable
CREATE TABLE "edition" (
    "id" UUID NOT NULL,
    "course_slug" TEXT NOT NULL,
    "number" TEXT NOT NULL,
    "state" TEXT NOT NULL DEFAULT 'draft',
    "requirements" JSONB NOT NULL,
    "requirements_hash" TEXT NOT NULL,
    "reviewer_name" TEXT,
    "reviewer_qualification" TEXT,
    "reviewed_at" TIMESTAMPTZ(3),
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "edition_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "edition_revision" (
    "id" UUID NOT NULL,
    "edition_id" UUID NOT NULL,
    "revision" INTEGER NOT NULL,
    "content_hash" TEXT NOT NULL,
    "author" TEXT NOT NULL,
    "reason" TEXT NOT NULL,
    "source" JSONB NOT NULL,
    "compiled" JSONB NOT NULL,
    "compiler_version" INTEGER NOT NULL,
    "published_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "edition_revision_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "revision_lesson" (
    "id" UUID NOT NULL,
    "revision_id" UUID NOT NULL,
    "lesson_id" TEXT NOT NULL,
    "module_id" TEXT NOT NULL,
    "position" INTEGER NOT NULL,
    "title" TEXT NOT NULL,
    "preview" BOOLEAN NOT NULL DEFAULT false,
    "minutes" INTEGER NOT NULL,
    "content" JSONB NOT NULL,

    CONSTRAINT "revision_lesson_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "revision_test" (
    "id" UUID NOT NULL,
    "revision_id" UUID NOT NULL,
    "test_id" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "module_id" TEXT,
    "definition" JSONB NOT NULL,

    CONSTRAINT "revision_test_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "course_problem" (
    "id" UUID NOT NULL,
    "course_slug" TEXT NOT NULL,
    "file" TEXT NOT NULL,
    "line" INTEGER NOT NULL,
    "message" TEXT NOT NULL,
    "advice" TEXT NOT NULL,
    "seen_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "course_problem_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "offer" (
    "id" UUID NOT NULL,
    "course_slug" TEXT NOT NULL,
    "amount_cents" INTEGER NOT NULL,
    "currency" TEXT NOT NULL DEFAULT 'EUR',
    "vat_treatment" TEXT NOT NULL,
    "minimum_quantity" INTEGER NOT NULL DEFAULT 1,
    "valid_from" TIMESTAMPTZ(3) NOT NULL,
    "valid_to" TIMESTAMPTZ(3),
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "offer_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "accreditation" (
    "id" UUID NOT NULL,
    "course_slug" TEXT NOT NULL,
    "register" TEXT NOT NULL,
    "pe_course_id" TEXT,
    "pe_module_id" TEXT,
    "pe_edition_id" TEXT,
    "points_hundredth" INTEGER NOT NULL,
    "category" TEXT NOT NULL DEFAULT '',
    "status" TEXT NOT NULL,
    "valid_from" TIMESTAMPTZ(3),
    "valid_to" TIMESTAMPTZ(3),
    "editions_covered" JSONB NOT NULL DEFAULT '[]',
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "accreditation_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "certificate" (
    "id" UUID NOT NULL,
    "code" TEXT NOT NULL,
    "enrolment_id" UUID NOT NULL,
    "person_id" UUID,
    "course_slug" TEXT NOT NULL,
    "state" TEXT NOT NULL DEFAULT 'current',
    "mode" TEXT NOT NULL,
    "snapshot_version" INTEGER NOT NULL,
    "printed" JSONB NOT NULL,
    "held" JSONB NOT NULL,
    "issued_at" TIMESTAMPTZ(3) NOT NULL,
    "superseded_by" TEXT,
    "revoked_at" TIMESTAMPTZ(3),
    "revoke_reason" TEXT,
    "file_id" UUID,

    CONSTRAINT "certificate_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "certificate_name" (
    "enrolment_id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "confirmed_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "certificate_name_pkey" PRIMARY KEY ("enrolment_id")
);

-- CreateTable
CREATE TABLE "enrolment" (
    "id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "course_slug" TEXT NOT NULL,
    "edition_id" UUID NOT NULL,
    "cycle" INTEGER NOT NULL DEFAULT 1,
    "begun_at" TIMESTAMPTZ(3),
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "enrolment_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ground" (
    "id" UUID NOT NULL,
    "enrolment_id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "source" TEXT NOT NULL,
    "mode" TEXT NOT NULL,
    "starts_at" TIMESTAMPTZ(3) NOT NULL,
    "ends_at" TIMESTAMPTZ(3),
    "ended_at" TIMESTAMPTZ(3),
    "end_reason" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "ground_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "lesson_progress" (
    "id" UUID NOT NULL,
    "enrolment_id" UUID NOT NULL,
    "lesson_id" TEXT NOT NULL,
    "opened_at" TIMESTAMPTZ(3) NOT NULL,
    "finished_at" TIMESTAMPTZ(3),
    "last_step_id" TEXT,
    "last_seen_at" TIMESTAMPTZ(3) NOT NULL,
    "active_seconds" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "lesson_progress_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "requirement_record" (
    "id" UUID NOT NULL,
    "enrolment_id" UUID NOT NULL,
    "requirement_key" TEXT NOT NULL,
    "value" INTEGER NOT NULL,
    "evidence" JSONB NOT NULL DEFAULT '{}',
    "recorded_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "requirement_record_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "completion" (
    "enrolment_id" UUID NOT NULL,
    "completed_at" TIMESTAMPTZ(3) NOT NULL,
    "rules_version" INTEGER NOT NULL,
    "evidence" JSONB NOT NULL,

    CONSTRAINT "completion_pkey" PRIMARY KEY ("enrolment_id")
);

-- CreateTable
CREATE TABLE "writing" (
    "id" UUID NOT NULL,
    "enrolment_id" UUID NOT NULL,
    "lesson_id" TEXT NOT NULL,
    "block_id" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "version" INTEGER NOT NULL,
    "key_id" TEXT NOT NULL,
    "ciphertext" BYTEA NOT NULL,
    "submitted_at" TIMESTAMPTZ(3),
    "updated_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "writing_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "writing_version" (
    "id" UUID NOT NULL,
    "writing_id" UUID NOT NULL,
    "version" INTEGER NOT NULL,
    "key_id" TEXT NOT NULL,
    "ciphertext" BYTEA NOT NULL,
    "saved_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "writing_version_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "order" (
    "id" UUID NOT NULL,
    "reference" TEXT NOT NULL,
    "person_id" UUID,
    "buyer_name" TEXT NOT NULL,
    "buyer_email" TEXT NOT NULL,
    "locale" TEXT NOT NULL,
    "company" TEXT,
    "company_reference" TEXT,
    "vat_id" TEXT,
    "country" TEXT,
    "state" TEXT NOT NULL DEFAULT 'open',
    "review_reason" TEXT,
    "disputed" BOOLEAN NOT NULL DEFAULT false,
    "mode" TEXT NOT NULL,
    "currency" TEXT NOT NULL,
    "total_cents" INTEGER NOT NULL,
    "open_key" TEXT,
    "provider" JSONB NOT NULL,
    "terms_version" TEXT NOT NULL,
    "withdrawal_choice" TEXT NOT NULL,
    "withdrawal_version" TEXT NOT NULL,
    "withdrawal_text" TEXT NOT NULL,
    "withdrawal_at" TIMESTAMPTZ(3) NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "paid_at" TIMESTAMPTZ(3),
    "checked_at" TIMESTAMPTZ(3),

    CONSTRAINT "order_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "order_line" (
    "id" UUID NOT NULL,
    "order_id" UUID NOT NULL,
    "position" INTEGER NOT NULL,
    "course_slug" TEXT NOT NULL,
    "edition_id" UUID NOT NULL,
    "offer_id" UUID,
    "title" TEXT NOT NULL,
    "quantity" INTEGER NOT NULL,
    "unit_cents" INTEGER NOT NULL,
    "total_cents" INTEGER NOT NULL,
    "vat_treatment" TEXT NOT NULL,
    "vat_basis_points" INTEGER NOT NULL,
    "vat_cents" INTEGER NOT NULL,
    "vat_text" TEXT NOT NULL,
    "access_months" INTEGER NOT NULL,

    CONSTRAINT "order_line_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "payment_attempt" (
    "id" UUID NOT NULL,
    "order_id" UUID NOT NULL,
    "idempotency_key" TEXT NOT NULL,
    "session_id" TEXT,
    "url" TEXT,
    "state" TEXT NOT NULL DEFAULT 'open',
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "payment_attempt_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "payment" (
    "id" UUID NOT NULL,
    "order_id" UUID NOT NULL,
    "attempt_id" UUID NOT NULL,
    "session_id" TEXT NOT NULL,
    "payment_intent_id" TEXT,
    "charge_id" TEXT,
    "method" TEXT NOT NULL,
    "amount_cents" INTEGER NOT NULL,
    "currency" TEXT NOT NULL,
    "role" TEXT NOT NULL DEFAULT 'counted',
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "payment_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "stripe_customer" (
    "id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "mode" TEXT NOT NULL,
    "customer_id" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "stripe_customer_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "stripe_event" (
    "id" TEXT NOT NULL,
    "type" TEXT NOT NULL,
    "api_version" TEXT,
    "livemode" BOOLEAN NOT NULL,
    "payload" JSONB NOT NULL,
    "state" TEXT NOT NULL DEFAULT 'received',
    "note" TEXT,
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "last_error" TEXT,
    "received_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "done_at" TIMESTAMPTZ(3),

    CONSTRAINT "stripe_event_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "reconciliation" (
    "id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "started_at" TIMESTAMPTZ(3) NOT NULL,
    "finished_at" TIMESTAMPTZ(3),
    "looked" INTEGER NOT NULL DEFAULT 0,
    "repaired" INTEGER NOT NULL DEFAULT 0,
    "differences" JSONB NOT NULL DEFAULT '[]',

    CONSTRAINT "reconciliation_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "audit_event" (
    "id" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "actor_kind" TEXT NOT NULL,
    "actor_id" TEXT,
    "action" TEXT NOT NULL,
    "subject_kind" TEXT NOT NULL,
    "subject_id" TEXT NOT NULL,
    "data" JSONB NOT NULL DEFAULT '{}',

    CONSTRAINT "audit_event_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "outbox_mail" (
    "id" UUID NOT NULL,
    "key" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "person_id" UUID,
    "to" TEXT NOT NULL,
    "locale" TEXT NOT NULL,
    "subject" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    "html" TEXT NOT NULL,
    "state" TEXT NOT NULL DEFAULT 'queued',
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "last_error" TEXT,
    "message_id" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "accepted_at" TIMESTAMPTZ(3),

    CONSTRAINT "outbox_mail_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "rate_limit" (
    "key" TEXT NOT NULL,
    "window_at" TIMESTAMPTZ(3) NOT NULL,
    "count" INTEGER NOT NULL,

    CONSTRAINT "rate_limit_pkey" PRIMARY KEY ("key","window_at")
);

-- CreateTable
CREATE TABLE "stored_file" (
    "id" UUID NOT NULL,
    "sha256" TEXT NOT NULL,
    "media_type" TEXT NOT NULL,
    "size" INTEGER NOT NULL,
    "bytes" BYTEA NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "stored_file_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "person_email_key_key" ON "person"("email_key");

-- CreateIndex
CREATE UNIQUE INDEX "session_public_id_key" ON "session"("public_id");

-- CreateIndex
CREATE INDEX "session_person_id_idx" ON "session"("person_id");

-- CreateIndex
CREATE UNIQUE INDEX "mail_code_link_hash_key" ON "mail_code"("link_hash");

-- CreateIndex
CREATE INDEX "mail_code_email_key_purpose_created_at_idx" ON "mail_code"("email_key", "purpose", "created_at");

-- CreateIndex
CREATE UNIQUE INDEX "register_number_person_id_register_key" ON "register_number"("person_id", "register");

-- CreateIndex
CREATE UNIQUE INDEX "attempt_enrolment_id_test_id_number_key" ON "attempt"("enrolment_id", "test_id", "number");

-- CreateIndex
CREATE UNIQUE INDEX "edition_course_slug_number_key" ON "edition"("course_slug", "number");

-- CreateIndex
CREATE UNIQUE INDEX "edition_revision_edition_id_revision_key" ON "edition_revision"("edition_id", "revision");

-- CreateIndex
CREATE UNIQUE INDEX "revision_lesson_revision_id_lesson_id_key" ON "revision_lesson"("revision_id", "lesson_id");

-- CreateIndex
CREATE UNIQUE INDEX "revision_lesson_revision_id_position_key" ON "revision_lesson"("revision_id", "position");

-- CreateIndex
CREATE UNIQUE INDEX "revision_test_revision_id_test_id_key" ON "revision_test"("revision_id", "test_id");

-- CreateIndex
CREATE INDEX "course_problem_course_slug_idx" ON "course_problem"("course_slug");

-- CreateIndex
CREATE INDEX "offer_course_slug_valid_from_idx" ON "offer"("course_slug", "valid_from");

-- CreateIndex
CREATE INDEX "accreditation_course_slug_valid_from_idx" ON "accreditation"("course_slug", "valid_from");

-- CreateIndex
CREATE UNIQUE INDEX "certificate_code_key" ON "certificate"("code");

-- CreateIndex
CREATE INDEX "certificate_enrolment_id_idx" ON "certificate"("enrolment_id");

-- CreateIndex
CREATE INDEX "certificate_person_id_issued_at_idx" ON "certificate"("person_id", "issued_at");

-- CreateIndex
CREATE UNIQUE INDEX "enrolment_person_id_course_slug_cycle_key" ON "enrolment"("person_id", "course_slug", "cycle");

-- CreateIndex
CREATE INDEX "ground_enrolment_id_idx" ON "ground"("enrolment_id");

-- CreateIndex
CREATE UNIQUE INDEX "ground_kind_source_person_id_key" ON "ground"("kind", "source", "person_id");

-- CreateIndex
CREATE INDEX "lesson_progress_enrolment_id_last_seen_at_idx" ON "lesson_progress"("enrolment_id", "last_seen_at");

-- CreateIndex
CREATE UNIQUE INDEX "lesson_progress_enrolment_id_lesson_id_key" ON "lesson_progress"("enrolment_id", "lesson_id");

-- CreateIndex
CREATE UNIQUE INDEX "requirement_record_enrolment_id_requirement_key_key" ON "requirement_record"("enrolment_id", "requirement_key");

-- CreateIndex
CREATE INDEX "completion_completed_at_idx" ON "completion"("completed_at");

-- CreateIndex
CREATE UNIQUE INDEX "writing_enrolment_id_block_id_key" ON "writing"("enrolment_id", "block_id");

-- CreateIndex
CREATE UNIQUE INDEX "writing_version_writing_id_version_key" ON "writing_version"("writing_id", "version");

-- CreateIndex
CREATE UNIQUE INDEX "order_reference_key" ON "order"("reference");

-- CreateIndex
CREATE UNIQUE INDEX "order_open_key_key" ON "order"("open_key");

-- CreateIndex
CREATE INDEX "order_state_created_at_idx" ON "order"("state", "created_at");

-- CreateIndex
CREATE INDEX "order_person_id_id_idx" ON "order"("person_id", "id");

-- CreateIndex
CREATE UNIQUE INDEX "order_line_order_id_position_key" ON "order_line"("order_id", "position");

-- CreateIndex
CREATE UNIQUE INDEX "payment_attempt_idempotency_key_key" ON "payment_attempt"("idempotency_key");

-- CreateIndex
CREATE UNIQUE INDEX "payment_attempt_session_id_key" ON "payment_attempt"("session_id");

-- CreateIndex
CREATE INDEX "payment_attempt_order_id_idx" ON "payment_attempt"("order_id");

-- CreateIndex
CREATE UNIQUE INDEX "payment_session_id_key" ON "payment"("session_id");

-- CreateIndex
CREATE UNIQUE INDEX "payment_payment_intent_id_key" ON "payment"("payment_intent_id");

-- CreateIndex
CREATE UNIQUE INDEX "payment_charge_id_key" ON "payment"("charge_id");

-- CreateIndex
CREATE INDEX "payment_order_id_idx" ON "payment"("order_id");

-- CreateIndex
CREATE UNIQUE INDEX "stripe_customer_customer_id_key" ON "stripe_customer"("customer_id");

-- CreateIndex
CREATE UNIQUE INDEX "stripe_customer_person_id_mode_key" ON "stripe_customer"("person_id", "mode");

-- CreateIndex
CREATE INDEX "stripe_event_state_received_at_idx" ON "stripe_event"("state", "received_at");

-- CreateIndex
CREATE INDEX "reconciliation_kind_started_at_idx" ON "reconciliation"("kind", "started_at");

-- CreateIndex
CREATE INDEX "audit_event_subject_kind_subject_id_id_idx" ON "audit_event"("subject_kind", "subject_id", "id");

-- CreateIndex
CREATE INDEX "audit_event_actor_id_id_idx" ON "audit_event"("actor_id", "id");

-- CreateIndex
CREATE UNIQUE INDEX "outbox_mail_key_key" ON "outbox_mail"("key");

-- CreateIndex
CREATE INDEX "outbox_mail_state_created_at_idx" ON "outbox_mail"("state", "created_at");

-- CreateIndex
CREATE INDEX "outbox_mail_person_id_id_idx" ON "outbox_mail"("person_id", "id");

-- CreateIndex
CREATE INDEX "rate_limit_window_at_idx" ON "rate_limit"("window_at");

-- CreateIndex
CREATE INDEX "stored_file_sha256_idx" ON "stored_file"("sha256");

-- AddForeignKey
ALTER TABLE "session" ADD CONSTRAINT "session_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "register_number" ADD CONSTRAINT "register_number_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "person_data_key" ADD CONSTRAINT "person_data_key_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "attempt" ADD CONSTRAINT "attempt_enrolment_id_fkey" FOREIGN KEY ("enrolment_id") REFERENCES "enrolment"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "attempt" ADD CONSTRAINT "attempt_revision_id_fkey" FOREIGN KEY ("revision_id") REFERENCES "edition_revision"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "edition" ADD CONSTRAINT "edition_course_slug_fkey" FOREIGN KEY ("course_slug") REFERENCES "course"("slug") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "edition_revision" ADD CONSTRAINT "edition_revision_edition_id_fkey" FOREIGN KEY ("edition_id") REFERENCES "edition"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "revision_lesson" ADD CONSTRAINT "revision_lesson_revision_id_fkey" FOREIGN KEY ("revision_id") REFERENCES "edition_revision"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "revision_test" ADD CONSTRAINT "revision_test_revision_id_fkey" FOREIGN KEY ("revision_id") REFERENCES "edition_revision"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "offer" ADD CONSTRAINT "offer_course_slug_fkey" FOREIGN KEY ("course_slug") REFERENCES "course"("slug") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "accreditation" ADD CONSTRAINT "accreditation_course_slug_fkey" FOREIGN KEY ("course_slug") REFERENCES "course"("slug") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "enrolment" ADD CONSTRAINT "enrolment_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "enrolment" ADD CONSTRAINT "enrolment_course_slug_fkey" FOREIGN KEY ("course_slug") REFERENCES "course"("slug") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "enrolment" ADD CONSTRAINT "enrolment_edition_id_fkey" FOREIGN KEY ("edition_id") REFERENCES "edition"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ground" ADD CONSTRAINT "ground_enrolment_id_fkey" FOREIGN KEY ("enrolment_id") REFERENCES "enrolment"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "lesson_progress" ADD CONSTRAINT "lesson_progress_enrolment_id_fkey" FOREIGN KEY ("enrolment_id") REFERENCES "enrolment"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "requirement_record" ADD CONSTRAINT "requirement_record_enrolment_id_fkey" FOREIGN KEY ("enrolment_id") REFERENCES "enrolment"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "completion" ADD CONSTRAINT "completion_enrolment_id_fkey" FOREIGN KEY ("enrolment_id") REFERENCES "enrolment"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "writing" ADD CONSTRAINT "writing_enrolment_id_fkey" FOREIGN KEY ("enrolment_id") REFERENCES "enrolment"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "writing_version" ADD CONSTRAINT "writing_version_writing_id_fkey" FOREIGN KEY ("writing_id") REFERENCES "writing"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "order" ADD CONSTRAINT "order_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "order_line" ADD CONSTRAINT "order_line_order_id_fkey" FOREIGN KEY ("order_id") REFERENCES "order"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "order_line" ADD CONSTRAINT "order_line_edition_id_fkey" FOREIGN KEY ("edition_id") REFERENCES "edition"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "order_line" ADD CONSTRAINT "order_line_offer_id_fkey" FOREIGN KEY ("offer_id") REFERENCES "offer"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "payment_attempt" ADD CONSTRAINT "payment_attempt_order_id_fkey" FOREIGN KEY ("order_id") REFERENCES "order"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "payment" ADD CONSTRAINT "payment_order_id_fkey" FOREIGN KEY ("order_id") REFERENCES "order"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "payment" ADD CONSTRAINT "payment_attempt_id_fkey" FOREIGN KEY ("attempt_id") REFERENCES "payment_attempt"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- By hand from here: what the schema language cannot say.

-- One attempt to pay at a time, one sitting of a test at a time, one current certificate an enrolment.
CREATE UNIQUE INDEX "payment_attempt_one_open" ON "payment_attempt" ("order_id") WHERE "state" = 'open';
CREATE UNIQUE INDEX "attempt_one_open" ON "attempt" ("enrolment_id", "test_id") WHERE "state" = 'open';
CREATE UNIQUE INDEX "certificate_one_current" ON "certificate" ("enrolment_id") WHERE "state" = 'current';

-- Money is integer cents, never negative.
ALTER TABLE "offer" ADD CONSTRAINT "offer_amount" CHECK ("amount_cents" >= 0 AND "minimum_quantity" >= 1);
ALTER TABLE "order" ADD CONSTRAINT "order_total" CHECK ("total_cents" >= 0);
ALTER TABLE "order_line" ADD CONSTRAINT "order_line_sums" CHECK ("quantity" >= 1 AND "unit_cents" >= 0 AND "total_cents" = "unit_cents" * "quantity" AND "vat_cents" >= 0 AND "vat_cents" <= "total_cents");

-- The audit trail is append-only, for the application too.
CREATE FUNCTION "refuse_change"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION '% is append-only', TG_TABLE_NAME;
END
$$;
CREATE TRIGGER "audit_event_append_only" BEFORE UPDATE OR DELETE OR TRUNCATE ON "audit_event"
  FOR EACH STATEMENT EXECUTE FUNCTION "refuse_change"();
-- A certificate is never deleted, and its printed and held facts never change.
CREATE TRIGGER "certificate_never_deleted" BEFORE DELETE OR TRUNCATE ON "certificate"
  FOR EACH STATEMENT EXECUTE FUNCTION "refuse_change"();
CREATE FUNCTION "keep_certificate_facts"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW.printed IS DISTINCT FROM OLD.printed OR NEW.held IS DISTINCT FROM OLD.held
     OR NEW.code <> OLD.code OR NEW.mode <> OLD.mode OR NEW.issued_at <> OLD.issued_at THEN
    RAISE EXCEPTION 'the facts of a certificate are frozen';
  END IF;
  RETURN NEW;
END
$$;
CREATE TRIGGER "certificate_frozen" BEFORE UPDATE ON "certificate"
  FOR EACH ROW EXECUTE FUNCTION "keep_certificate_facts"();
