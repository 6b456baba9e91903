-- The key that signs session cookies and encrypts second-factor secrets, made on the first start so that every server
-- on this database knows the same one. AUTH_SECRET in the environment takes its place.
CREATE TABLE "server_secret" (
    "name" TEXT NOT NULL,
    "value" TEXT NOT NULL,

    CONSTRAINT "server_secret_pkey" PRIMARY KEY ("name")
);
GRANT SELECT, INSERT ON server_secret TO sasaeai_app;
