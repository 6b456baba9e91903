-- What the giving site shows is kept in memory until something that it is made of has changed: these tables belong to that.
DO $$
DECLARE t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['payment_account', 'giving_settings', 'giving_target', 'giving_link', 'fund_report', 'fund_report_photo'] LOOP
    EXECUTE format('CREATE TRIGGER %I AFTER INSERT OR UPDATE OR DELETE ON %I FOR EACH STATEMENT EXECUTE FUNCTION raise_ground_version()',
      t || '_raises_ground_version', t);
  END LOOP;
END $$;
