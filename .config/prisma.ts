// Where Prisma's command-line tools find the schema; the product itself applies migrations at start (packages/db).
import path from 'node:path'
import { defineConfig } from 'prisma/config'

export default defineConfig({
  schema: path.join(import.meta.dirname, '..', 'prisma'),
  migrations: { path: path.join(import.meta.dirname, '..', 'prisma', 'migrations') },
  ...(process.env['DATABASE_URL'] === undefined ? {} : { datasource: { url: process.env['DATABASE_URL'] } }),
})
