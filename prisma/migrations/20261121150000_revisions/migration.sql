-- Two people who have one row open in a form each: the second to save is told, instead of undoing the first.
-- The revision is what a form was opened on. PostgreSQL counts it, so that no code path can forget to.
ALTER TABLE area ADD COLUMN revision INTEGER NOT NULL DEFAULT 1;
ALTER TABLE ledger_account ADD COLUMN revision INTEGER NOT NULL DEFAULT 1;
ALTER TABLE funding_source ADD COLUMN revision INTEGER NOT NULL DEFAULT 1;
ALTER TABLE fund ADD COLUMN revision INTEGER NOT NULL DEFAULT 1;
ALTER TABLE dues_kind ADD COLUMN revision INTEGER NOT NULL DEFAULT 1;
ALTER TABLE campaign ADD COLUMN revision INTEGER NOT NULL DEFAULT 1;
ALTER TABLE collection_method ADD COLUMN revision INTEGER NOT NULL DEFAULT 1;
ALTER TABLE supporter ADD COLUMN revision INTEGER NOT NULL DEFAULT 1;

-- Only what a form edits counts: taking a row out of use and back leaves open forms as they are.
CREATE FUNCTION raise_revision() RETURNS trigger LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
DECLARE
  kept text[] := ARRAY['revision', 'closed_on', 'search_text'];
BEGIN
  NEW.revision := OLD.revision + CASE WHEN to_jsonb(NEW) - kept IS DISTINCT FROM to_jsonb(OLD) - kept THEN 1 ELSE 0 END;
  RETURN NEW;
END $$;
DO $$
DECLARE
  t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['area', 'ledger_account', 'funding_source', 'fund', 'dues_kind', 'campaign', 'collection_method', 'supporter'] LOOP
    EXECUTE format('CREATE TRIGGER %I BEFORE UPDATE ON %I FOR EACH ROW EXECUTE FUNCTION raise_revision()', t || '_raises_revision', t);
  END LOOP;
END $$;
