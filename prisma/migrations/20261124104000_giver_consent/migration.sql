-- 芳名 is the giver's to change, for what was given and for the months that come; the audit log keeps what was said before.
GRANT UPDATE (consent, printed_name) ON online_gift TO sasaeai_app;
