#!/bin/sh
# Run once, when the database is made: the role that Grafana reads with.
set -eu
psql -v ON_ERROR_STOP=1 -v reader_password="$READER_PASSWORD" --username "$POSTGRES_USER" --dbname "$POSTGRES_DB" <<'SQL'
CREATE ROLE grafana_reader LOGIN PASSWORD :'reader_password' CONNECTION LIMIT 10;
ALTER ROLE grafana_reader SET default_transaction_read_only = on;
CREATE SCHEMA service;
GRANT USAGE ON SCHEMA service TO grafana_reader;
-- also of tables that are made again
ALTER DEFAULT PRIVILEGES IN SCHEMA service GRANT SELECT ON TABLES TO grafana_reader;
SQL
