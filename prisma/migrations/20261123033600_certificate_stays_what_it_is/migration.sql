-- What a certificate says never changed; now neither does what makes it that certificate: whose work it proves, the file it was printed
-- as, and that it was withdrawn or replaced. A person can leave it (their account is gone), and nobody else can take their place.
CREATE OR REPLACE FUNCTION "keep_certificate_facts"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW.printed IS DISTINCT FROM OLD.printed OR NEW.held IS DISTINCT FROM OLD.held
     OR NEW.code <> OLD.code OR NEW.mode <> OLD.mode OR NEW.issued_at <> OLD.issued_at
     OR NEW.snapshot_version <> OLD.snapshot_version OR NEW.course_slug <> OLD.course_slug OR NEW.enrolment_id <> OLD.enrolment_id
     OR (NEW.person_id IS NOT NULL AND NEW.person_id IS DISTINCT FROM OLD.person_id)
     OR (OLD.file_id IS NOT NULL AND NEW.file_id IS DISTINCT FROM OLD.file_id) THEN
    RAISE EXCEPTION 'the facts of a certificate are frozen';
  END IF;
  IF NEW.state <> OLD.state AND (NEW.state = 'current' OR OLD.state = 'revoked') THEN
    RAISE EXCEPTION 'a certificate that was withdrawn or replaced stays so';
  END IF;
  RETURN NEW;
END
$$;
