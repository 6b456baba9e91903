import { createHash } from 'node:crypto'
import { setTimeout as pause } from 'node:timers/promises'
import { localDateInTokyo } from '@sasaeai/domain/calendar/local-date'
import { type ApiClient, openApiClient } from './api-client.ts'
import { type Figure, mebibytes, seconds, times } from './figure.ts'
import { type ServerProcess, signInAsAccountant } from './product-server.ts'
import { withClient } from './scratch-database.ts'

export interface JournalsPlace {
  readonly databaseUrl: string
  readonly product: ServerProcess
}

/** More than this is no longer flat: the same server answers its pages beside it. */
const mostMebibytes = 40

/**
 * Every posting as a file for the accounting program (shown, made, downloaded) and as the list of 明細: how long it takes
 * beside PostgreSQL's own COPY of the same columns, and by how much the server grows meanwhile. In a kept folder all of it went
 * out before, and is only downloaded.
 */
export async function measureJournals({ databaseUrl, product }: JournalsPlace): Promise<Figure[]> {
  const api = await openApiClient(product.url)
  try {
    const cookie = await signInAsAccountant(product.url)
    // Before anything was asked for: what the first work leaves behind counts for all that follow.
    const before = await product.memory()
    const figures: Figure[] = []
    const measure = async (name: string, limit: number, work: () => Promise<boolean>) => figures.push(...(await figuresOf({ name, limit, product, before, work })))
    const copied = await millisOf(() => copyAway(databaseUrl, journalColumns))
    const wanted = await whatWaits(api, databaseUrl)
    if (wanted.entries > 0) {
      await measure('all postings shown before they go to the accounting program', copied, async () => (await preview(api, wanted.span)).entries === wanted.entries)
      await measure('the same made an export', copied, async () => (await api.act('journalExport.make', wanted)).includes('exportNumber'))
    }
    const kept = await newestExport(databaseUrl)
    const name = `${kept.postings.toLocaleString('en')} postings of ${kept.entries.toLocaleString('en')} entries downloaded for the accounting program`
    await measure(name, copied, async () => (await download(product, { path: `/exports/journals/${kept.id}`, cookie })) === kept.sha256)
    const listed = await millisOf(() => copyAway(databaseUrl, listColumns))
    await measure('the list of 明細 downloaded, all years', listed, async () => (await download(product, { path: '/exports/postings.csv', cookie })).length === 64)
    return figures
  } finally {
    api.close()
  }
}

interface MeasuredWork {
  readonly name: string
  /** Of COPY, in ms. */
  readonly limit: number
  readonly product: ServerProcess
  /** The server's memory to begin with, in MiB. */
  readonly before: number
  /** Whether what came was right. */
  readonly work: () => Promise<boolean>
}

async function figuresOf({ name, limit, product, before, work }: MeasuredWork): Promise<Figure[]> {
  const startedAt = performance.now()
  const { result, greatest } = await whileWatching(product, work)
  const ours = performance.now() - startedAt
  const grown = greatest - before
  return [
    { name, ours: seconds(ours), limit: seconds(limit), ratio: times(ours / limit), aim: '—', isMet: null },
    { name: '  memory of the server since its start grown by', ours: mebibytes(grown), limit: '—', ratio: result ? 'as expected' : 'NOT AS EXPECTED', aim: `≤ ${mostMebibytes} MiB`, isMet: grown <= mostMebibytes && result },
  ]
}

interface JournalSpan {
  readonly profileId: string | undefined
  readonly firstDay: null
  readonly lastDay: string
}

interface WaitingExport {
  readonly span: JournalSpan
  readonly entries: number
  readonly debitYen: number
}

/** Everything, with 弥生's columns in UTF-8: names of the demo may hold what CP932 lacks. */
async function whatWaits(api: ApiClient, databaseUrl: string): Promise<WaitingExport> {
  const profileId = await withClient(databaseUrl, async (client) => {
    const { rows } = await client.query<{ id: string }>(`UPDATE journal_export_profile SET encoding = 'utf8' WHERE preset = 'yayoi' RETURNING id`)
    return rows[0]?.id
  })
  const span = { profileId, firstDay: null, lastDay: localDateInTokyo(new Date()) }
  return { span, ...(await preview(api, span)) }
}

async function preview(api: ApiClient, span: JournalSpan): Promise<{ entries: number; debitYen: number }> {
  const answer: { result: { data: { value: { entries: number; debitYen: number } } } } = JSON.parse(await api.act('journalExport.preview', span))
  const { entries, debitYen } = answer.result.data.value
  return { entries, debitYen }
}

interface KeptExport {
  readonly id: string
  readonly entries: number
  readonly postings: number
  readonly sha256: string
}

function newestExport(databaseUrl: string): Promise<KeptExport> {
  return withClient(databaseUrl, async (client) => {
    const { rows } = await client.query<KeptExport>('SELECT id, entries, postings, sha256 FROM journal_export ORDER BY entries DESC LIMIT 1')
    if (rows[0] === undefined) throw new Error('nothing was exported')
    return rows[0]
  })
}

/** The sha256 of the file as it arrives. */
async function download(product: ServerProcess, { path, cookie }: { path: string; cookie: string }): Promise<string> {
  const response = await fetch(`${product.url}${path}`, { headers: { cookie, 'accept-encoding': 'identity' } })
  if (!response.ok || response.body === null) throw new Error(`no file: ${response.status}`)
  const hash = createHash('sha256')
  for await (const bytes of response.body) hash.update(bytes)
  return hash.digest('hex')
}

const journalColumns = `SELECT e.fiscal_year, e.entry_number, e.entry_date, e.kind, e.description, a.code, a.name, p.amount_yen, s.name
  FROM journal_entry e JOIN posting p ON p.entry_id = e.id JOIN ledger_account a ON a.id = p.account_id LEFT JOIN funding_source s ON s.id = p.funding_source_id
  ORDER BY e.fiscal_year, e.entry_number, p.line_number`

const listColumns = `SELECT p.fiscal_year, e.entry_number, p.entry_date, e.kind, a.name, f.name, c.name, k.name, m.name, u.name, r.name, s.number, s.name, p.count,
    p.amount_yen, e.description, e.reason
  FROM posting p JOIN journal_entry e ON e.id = p.entry_id JOIN ledger_account a ON a.id = p.account_id JOIN funding_source f ON f.id = p.funding_source_id
    LEFT JOIN campaign c ON c.id = p.campaign_id LEFT JOIN dues_kind k ON k.id = p.dues_kind_id LEFT JOIN collection_method m ON m.id = p.collection_method_id
    LEFT JOIN fund u ON u.id = p.fund_id LEFT JOIN area r ON r.id = p.area_id LEFT JOIN supporter s ON s.id = coalesce(p.supporter_id, e.payer_id)
  ORDER BY p.entry_date DESC, p.entry_id DESC, p.line_number`

/** Every row arrives here and is dropped. */
function copyAway(databaseUrl: string, query: string): Promise<unknown> {
  return withClient(databaseUrl, (client) => client.query(`COPY (${query}) TO STDOUT (FORMAT csv)`))
}

async function millisOf(work: () => Promise<unknown>): Promise<number> {
  const startedAt = performance.now()
  await work()
  return performance.now() - startedAt
}

/** Looks at the server's memory five times a second until the work is done. */
async function whileWatching<T>(product: ServerProcess, work: () => Promise<T>): Promise<{ result: T; greatest: number }> {
  let greatest = 0
  const over = new AbortController()
  const watching = (async () => {
    while (!over.signal.aborted) {
      greatest = Math.max(greatest, await product.memory())
      await pause(200)
    }
  })()
  try {
    return { result: await work(), greatest: await product.memory().then((last) => Math.max(last, greatest)) }
  } finally {
    over.abort()
    await watching
  }
}
