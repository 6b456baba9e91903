-- Who gives online is looked for in the register by the e-mail address, and then by the name.
CREATE INDEX supporter_email_idx ON supporter (lower(email)) WHERE email <> '';
