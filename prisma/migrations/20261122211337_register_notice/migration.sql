-- AlterTable
ALTER TABLE "site_document" ADD COLUMN     "office_changed_at" TIMESTAMPTZ(3);

-- CreateTable
CREATE TABLE "register_notice" (
    "id" UUID NOT NULL,
    "revision_id" UUID NOT NULL,
    "accreditation_id" UUID NOT NULL,
    "reported_on" TIMESTAMPTZ(3) NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "register_notice_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "register_notice_revision_id_accreditation_id_key" ON "register_notice"("revision_id", "accreditation_id");

-- AddForeignKey
ALTER TABLE "register_notice" ADD CONSTRAINT "register_notice_revision_id_fkey" FOREIGN KEY ("revision_id") REFERENCES "edition_revision"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "register_notice" ADD CONSTRAINT "register_notice_accreditation_id_fkey" FOREIGN KEY ("accreditation_id") REFERENCES "accreditation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
