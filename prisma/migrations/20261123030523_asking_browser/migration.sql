-- AlterTable
ALTER TABLE "mail_code" ADD COLUMN     "asked_by" TEXT,
ADD COLUMN     "attempts_elsewhere" INTEGER NOT NULL DEFAULT 0;
