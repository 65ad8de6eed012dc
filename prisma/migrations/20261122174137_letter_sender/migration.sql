-- AlterTable
ALTER TABLE "outbox_mail" ADD COLUMN     "from_name" TEXT,
ADD COLUMN     "reply_to" TEXT;
