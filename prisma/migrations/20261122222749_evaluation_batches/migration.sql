-- AlterTable
ALTER TABLE "evaluation_answer" ADD COLUMN     "released" BOOLEAN NOT NULL DEFAULT false;

-- What the office has already seen stays shown: taken back and shown again with one more, it would tell which one was new.
UPDATE "evaluation_answer" SET "released" = true
WHERE ("course_slug", "edition") IN (SELECT "course_slug", "edition" FROM "evaluation_answer" GROUP BY "course_slug", "edition" HAVING count(*) >= 5);
