-- The area tree must also keep its order when the levels of its types are changed (SA005, as for the areas themselves).
CREATE FUNCTION check_area_type_order() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public AS $$
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
