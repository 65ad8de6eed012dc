-- By hand. Searching needs two extensions that come with PostgreSQL. Both are trusted: whoever may create in the database may create
-- them. Where that is not so, nothing of this migration happens and the message says what to do.
DO $$
BEGIN
  CREATE EXTENSION IF NOT EXISTS "pg_trgm";
  CREATE EXTENSION IF NOT EXISTS "unaccent";
EXCEPTION WHEN insufficient_privilege OR feature_not_supported OR undefined_file OR undefined_object THEN
  RAISE EXCEPTION 'Searching needs the PostgreSQL extensions pg_trgm and unaccent, and this user cannot create them in the database "%": %. Connect to that database as its owner or as a superuser, run: CREATE EXTENSION IF NOT EXISTS pg_trgm; CREATE EXTENSION IF NOT EXISTS unaccent; (where the server does not have them, install its package postgresql-contrib first), and start again.',
    current_database(), SQLERRM;
END
$$;

-- Dutch stems, accents aside. Generated columns may use it because a text search configuration named outright is immutable; the
-- function unaccent() is not.
CREATE TEXT SEARCH CONFIGURATION "kring_dutch" (COPY = pg_catalog.dutch);
ALTER TEXT SEARCH CONFIGURATION "kring_dutch" ALTER MAPPING FOR hword, hword_part, word WITH unaccent, dutch_stem;

-- CreateTable
CREATE TABLE "search_entry" (
    "revision_id" UUID NOT NULL,
    "position" INTEGER NOT NULL,
    "edition_id" UUID NOT NULL,
    "course_slug" TEXT NOT NULL,
    "course_title" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "lesson_id" TEXT,
    "lesson_title" TEXT,
    "anchor" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "body" TEXT NOT NULL,
    "open" BOOLEAN NOT NULL,
    "sameness" TEXT GENERATED ALWAYS AS (md5("kind" || ' ' || "title" || ' ' || "body")) STORED,
    "title_stems" tsvector GENERATED ALWAYS AS (to_tsvector('kring_dutch'::regconfig, translate("title", '<>', '  '))) STORED,
    "stems" tsvector GENERATED ALWAYS AS (
      setweight(to_tsvector('kring_dutch'::regconfig, translate("title", '<>', '  ')), 'A')
        || setweight(to_tsvector('kring_dutch'::regconfig, translate("body", '<>', '  ')), 'B')
    ) STORED,

    CONSTRAINT "search_entry_pkey" PRIMARY KEY ("revision_id","position")
);

-- CreateTable
CREATE TABLE "search_word" (
    "revision_id" UUID NOT NULL,
    "plain" TEXT NOT NULL,
    "edition_id" UUID NOT NULL,
    "word" TEXT NOT NULL,
    "entries" INTEGER NOT NULL,
    "open_entries" INTEGER NOT NULL,

    CONSTRAINT "search_word_pkey" PRIMARY KEY ("revision_id","plain")
);

-- CreateIndex
CREATE INDEX "search_entry_edition_id_idx" ON "search_entry"("edition_id");

-- AddForeignKey
ALTER TABLE "search_entry" ADD CONSTRAINT "search_entry_revision_id_fkey" FOREIGN KEY ("revision_id") REFERENCES "edition_revision"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "search_word" ADD CONSTRAINT "search_word_revision_id_fkey" FOREIGN KEY ("revision_id") REFERENCES "edition_revision"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- By hand. Signs of HTML were taken out of what is stemmed above: a text about <em> is text, not an element to be left out.
CREATE INDEX "search_entry_stems" ON "search_entry" USING gin ("stems");
CREATE INDEX "search_word_likeness" ON "search_word" USING gin ("plain" gin_trgm_ops);
