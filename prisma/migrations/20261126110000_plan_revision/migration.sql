-- Which indicators a plan has, and what money stands behind a 校区's plan, is edited in the same form as its name and kept
-- in rows of its own: they count as well, so that nobody overwrites what somebody else has chosen meanwhile.
CREATE FUNCTION raise_plan_revision() RETURNS trigger LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
DECLARE
  kept text[] := ARRAY['revision', 'closed_on'];
BEGIN
  NEW.revision := OLD.revision
    + CASE WHEN NEW.revision > OLD.revision OR to_jsonb(NEW) - kept IS DISTINCT FROM to_jsonb(OLD) - kept THEN 1 ELSE 0 END;
  RETURN NEW;
END $$;
DROP TRIGGER plan_raises_revision ON plan;
CREATE TRIGGER plan_raises_revision BEFORE UPDATE ON plan FOR EACH ROW EXECUTE FUNCTION raise_plan_revision();
DROP TRIGGER district_plan_raises_revision ON district_plan;
CREATE TRIGGER district_plan_raises_revision BEFORE UPDATE ON district_plan FOR EACH ROW EXECUTE FUNCTION raise_plan_revision();

CREATE FUNCTION raise_revision_of_plan() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  UPDATE plan SET revision = revision + 1 WHERE id IN (OLD.plan_id, NEW.plan_id);
  RETURN NULL;
END $$;
CREATE TRIGGER plan_indicator_raises_revision AFTER INSERT OR UPDATE OR DELETE ON plan_indicator
  FOR EACH ROW EXECUTE FUNCTION raise_revision_of_plan();

CREATE FUNCTION raise_revision_of_district_plan() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  UPDATE district_plan SET revision = revision + 1 WHERE id IN (OLD.district_plan_id, NEW.district_plan_id);
  RETURN NULL;
END $$;
CREATE TRIGGER district_plan_fund_raises_revision AFTER INSERT OR UPDATE OR DELETE ON district_plan_fund
  FOR EACH ROW EXECUTE FUNCTION raise_revision_of_district_plan();
CREATE TRIGGER district_plan_grant_raises_revision AFTER INSERT OR UPDATE OR DELETE ON district_plan_grant
  FOR EACH ROW EXECUTE FUNCTION raise_revision_of_district_plan();
