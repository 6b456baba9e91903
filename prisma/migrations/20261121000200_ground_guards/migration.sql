-- What PostgreSQL itself refuses of the council's own tables, and the version that they carry.

-- ── Plain checks ────────────────────────────────────────────────────────────────────────────────────────────
ALTER TABLE council ADD CONSTRAINT council_is_single CHECK (id = 1);
ALTER TABLE ground_version ADD CONSTRAINT ground_version_is_single CHECK (id = 1);
INSERT INTO ground_version (id, version) VALUES (1, 0);
ALTER TABLE area_household ADD CONSTRAINT area_household_is_count CHECK (households >= 0);
ALTER TABLE campaign ADD CONSTRAINT campaign_window CHECK (opens_on <= closes_on);
ALTER TABLE funding_target ADD CONSTRAINT funding_target_is_yen CHECK (target_yen >= 0 AND target_yen <= 9000000000000);
CREATE UNIQUE INDEX funding_target_once_per_scope ON funding_target
  (fiscal_year, funding_source_id, COALESCE(area_id, '00000000-0000-0000-0000-000000000000'::uuid));
CREATE UNIQUE INDEX area_one_root ON area ((parent_id IS NULL)) WHERE parent_id IS NULL;

-- ── The area tree keeps its order: a child's level is below its parent's, hence no cycle ─────────────────────
CREATE FUNCTION check_area_order() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
  own_level int;
BEGIN
  SELECT level INTO own_level FROM area_type WHERE id = NEW.area_type_id;
  IF EXISTS (SELECT 1 FROM area p JOIN area_type t ON t.id = p.area_type_id WHERE p.id = NEW.parent_id AND t.level >= own_level)
     OR EXISTS (SELECT 1 FROM area c JOIN area_type t ON t.id = c.area_type_id WHERE c.parent_id = NEW.id AND t.level <= own_level) THEN
    RAISE EXCEPTION 'area % would stand at or above its parent''s level', NEW.code USING ERRCODE = 'SA005';
  END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER area_keeps_order AFTER INSERT OR UPDATE OF parent_id, area_type_id ON area
  FOR EACH ROW EXECUTE FUNCTION check_area_order();

-- … and also when the levels of its types are changed.
CREATE FUNCTION check_area_type_order() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  IF EXISTS (
    SELECT 1 FROM area c JOIN area_type ct ON ct.id = c.area_type_id
      JOIN area p ON p.id = c.parent_id JOIN area_type pt ON pt.id = p.area_type_id
      WHERE pt.level >= ct.level) THEN
    RAISE EXCEPTION 'an area would stand at or above its parent''s level' USING ERRCODE = 'SA005';
  END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER area_type_keeps_order AFTER UPDATE ON area_type
  FOR EACH STATEMENT EXECUTE FUNCTION check_area_type_order();

-- ── Ground data has a version ───────────────────────────────────────────────────────────────────────────────
CREATE FUNCTION raise_ground_version() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  UPDATE ground_version SET version = version + 1 WHERE id = 1;
  RETURN NULL;
END $$;
DO $$
DECLARE
  t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['council', 'fiscal_year', 'fiscal_period', 'area_type', 'area', 'area_household',
      'ledger_account', 'funding_source', 'fund', 'dues_kind', 'campaign', 'collection_method', 'funding_target'] LOOP
    EXECUTE format('CREATE TRIGGER %I AFTER INSERT OR UPDATE OR DELETE ON %I FOR EACH STATEMENT EXECUTE FUNCTION raise_ground_version()',
      t || '_raises_ground_version', t);
  END LOOP;
END $$;
