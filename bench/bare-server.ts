/**
 * What the product is compared with where it starts and where its first page appears: the least that React, tRPC and
 * PostgreSQL can do. `node bench/bare-server.ts` with DATABASE_URL, PORT and, for the page, PAGE_FOLDER.
 */
import { readFile } from 'node:fs/promises'
import { createServer } from 'node:http'
import path from 'node:path'
import { gzipSync } from 'node:zlib'
import { initTRPC } from '@trpc/server'
import { createHTTPHandler } from '@trpc/server/adapters/standalone'
import pg from 'pg'

const { DATABASE_URL: connectionString, PORT, PAGE_FOLDER: pageFolder } = process.env
const pool = new pg.Pool({ ...(connectionString === undefined ? {} : { connectionString }), max: 4 })
const t = initTRPC.create()

const bareRouter = t.router({
  ready: t.procedure.query(async () => (await pool.query('SELECT 1 AS ready')).rows.length),
  postings: t.procedure.query(async () => {
    const { rows } = await pool.query<BareRow>(`
      SELECT p.entry_id AS "entryId", p.line_number AS "lineNumber", p.entry_date::text AS "entryDate", e.entry_number AS "entryNumber",
          e.description, s.name AS source, (-p.amount_yen)::float8 AS "amountYen"
        FROM posting p JOIN journal_entry e ON e.id = p.entry_id JOIN funding_source s ON s.id = p.funding_source_id
        WHERE p.funding_source_id IS NOT NULL ORDER BY p.entry_date DESC, p.entry_id DESC, p.line_number DESC LIMIT 50`)
    return rows
  }),
})
export type BareRouter = typeof bareRouter

interface BareRow {
  readonly entryId: string
  readonly lineNumber: number
  readonly entryDate: string
  readonly entryNumber: number
  readonly description: string
  readonly source: string
  readonly amountYen: number
}

const answerApi = createHTTPHandler({ router: bareRouter, basePath: '/trpc/' })
const types: Readonly<Record<string, string>> = { '.html': 'text/html; charset=utf-8', '.js': 'text/javascript', '.css': 'text/css' }

createServer((request, response) => {
  const { pathname } = new URL(request.url ?? '/', 'http://localhost')
  if (pathname.startsWith('/trpc/')) return answerApi(request, response)
  const file = path.join(pageFolder ?? '', pathname === '/' ? 'index.html' : path.normalize(pathname))
  readFile(file).then(
    (content) => response.writeHead(200, { 'content-type': types[path.extname(file)], 'content-encoding': 'gzip' }).end(gzipSync(content)),
    () => response.writeHead(404).end(),
  )
}).listen(Number(PORT), '127.0.0.1')

process.once('SIGTERM', () => process.exit(0))
