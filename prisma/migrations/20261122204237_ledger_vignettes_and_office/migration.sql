-- AlterTable
ALTER TABLE "edition" ADD COLUMN     "on_sale_at" TIMESTAMPTZ(3),
ADD COLUMN     "retired_at" TIMESTAMPTZ(3);

-- AlterTable
ALTER TABLE "edition_revision" ADD COLUMN     "material" BOOLEAN NOT NULL DEFAULT false;

-- AlterTable
ALTER TABLE "revision_lesson" ADD COLUMN     "source_hash" TEXT NOT NULL DEFAULT '';

-- AlterTable
ALTER TABLE "revision_test" ADD COLUMN     "source_hash" TEXT NOT NULL DEFAULT '';

-- AlterTable
ALTER TABLE "lesson_progress" ADD COLUMN     "carried_from" UUID;

-- CreateTable
CREATE TABLE "vignette_run" (
    "id" UUID NOT NULL,
    "enrolment_id" UUID NOT NULL,
    "revision_id" UUID NOT NULL,
    "vignette_id" TEXT NOT NULL,
    "number" INTEGER NOT NULL,
    "path" JSONB NOT NULL DEFAULT '[]',
    "started_at" TIMESTAMPTZ(3) NOT NULL,
    "saved_at" TIMESTAMPTZ(3) NOT NULL,
    "ended_at" TIMESTAMPTZ(3),

    CONSTRAINT "vignette_run_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "extra_attempt" (
    "id" UUID NOT NULL,
    "enrolment_id" UUID NOT NULL,
    "test_id" TEXT NOT NULL,
    "granted_by" UUID NOT NULL,
    "reason" TEXT NOT NULL,
    "granted_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "extra_attempt_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "evaluation_answer" (
    "id" UUID NOT NULL,
    "course_slug" TEXT NOT NULL,
    "edition" TEXT NOT NULL,
    "month" TEXT NOT NULL,
    "answers" JSONB NOT NULL,

    CONSTRAINT "evaluation_answer_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "item_statistic" (
    "id" UUID NOT NULL,
    "course_slug" TEXT NOT NULL,
    "edition" TEXT NOT NULL,
    "test_id" TEXT NOT NULL,
    "item_id" TEXT NOT NULL,
    "answered" INTEGER NOT NULL,
    "correct" INTEGER NOT NULL,
    "discrimination" INTEGER,
    "chosen" JSONB NOT NULL,
    "computed_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "item_statistic_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "revision_vignette" (
    "id" UUID NOT NULL,
    "revision_id" UUID NOT NULL,
    "vignette_id" TEXT NOT NULL,
    "lesson_id" TEXT NOT NULL,
    "definition" JSONB NOT NULL,
    "source_hash" TEXT NOT NULL,

    CONSTRAINT "revision_vignette_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "vignette_run_enrolment_id_vignette_id_number_key" ON "vignette_run"("enrolment_id", "vignette_id", "number");

-- CreateIndex
CREATE INDEX "extra_attempt_enrolment_id_test_id_idx" ON "extra_attempt"("enrolment_id", "test_id");

-- CreateIndex
CREATE INDEX "evaluation_answer_course_slug_edition_idx" ON "evaluation_answer"("course_slug", "edition");

-- CreateIndex
CREATE UNIQUE INDEX "item_statistic_course_slug_edition_test_id_item_id_key" ON "item_statistic"("course_slug", "edition", "test_id", "item_id");

-- CreateIndex
CREATE UNIQUE INDEX "revision_vignette_revision_id_vignette_id_key" ON "revision_vignette"("revision_id", "vignette_id");

-- AddForeignKey
ALTER TABLE "vignette_run" ADD CONSTRAINT "vignette_run_enrolment_id_fkey" FOREIGN KEY ("enrolment_id") REFERENCES "enrolment"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "vignette_run" ADD CONSTRAINT "vignette_run_revision_id_fkey" FOREIGN KEY ("revision_id") REFERENCES "edition_revision"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "extra_attempt" ADD CONSTRAINT "extra_attempt_enrolment_id_fkey" FOREIGN KEY ("enrolment_id") REFERENCES "enrolment"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "revision_vignette" ADD CONSTRAINT "revision_vignette_revision_id_fkey" FOREIGN KEY ("revision_id") REFERENCES "edition_revision"("id") ON DELETE CASCADE ON UPDATE CASCADE;
