import { createHash } from 'node:crypto'
import { setTimeout as pause } from 'node:timers/promises'
import { localDateInTokyo } from '@sasaeai/domain/calendar/local-date'
import { type ApiClient, openApiClient } from './api-client.ts'
import { type Figure, mebibytes } from './figure.ts'
import { type ServerProcess, signInAsAccountant } from './product-server.ts'
import { withClient } from './scratch-database.ts'

export interface JournalsPlace {
  readonly databaseUrl: string
  readonly product: ServerProcess
}

interface KeptExport {
  readonly id: string
  readonly entries: number
  readonly postings: number
  readonly sha256: string
}

/** How much memory the server grows by while every entry goes out in one file, and whether what arrives is the file that was made. */
export async function measureJournals({ databaseUrl, product }: JournalsPlace): Promise<Figure[]> {
  const api = await openApiClient(product.url)
  try {
    const before = await product.memory()
    const { result, greatest } = await whileWatching(product, async () => {
      await exportWhatWaits(api, databaseUrl)
      const kept = await newestExport(databaseUrl)
      return { kept, sha256: await download(product, kept.id) }
    })
    const { kept, sha256 } = result
    const grown = greatest - before
    return [{
      name: `${kept.postings.toLocaleString('en')} postings of ${kept.entries.toLocaleString('en')} entries for the accounting program: memory grown by`,
      ours: mebibytes(grown),
      limit: '—',
      ratio: sha256 === kept.sha256 ? 'same bytes' : 'OTHER BYTES',
      aim: '≤ 100 MiB',
      isMet: grown <= 100 && sha256 === kept.sha256,
    }]
  } finally {
    api.close()
  }
}

/** Everything that waits, with 弥生's columns in UTF-8: names of the demo may hold what CP932 lacks. In a kept folder nothing waits any more. */
async function exportWhatWaits(api: ApiClient, databaseUrl: string): Promise<void> {
  const profileId = await withClient(databaseUrl, async (client) => {
    const { rows } = await client.query<{ id: string }>(`UPDATE journal_export_profile SET encoding = 'utf8' WHERE preset = 'yayoi' RETURNING id`)
    return rows[0]?.id
  })
  const span = { profileId, firstDay: null, lastDay: localDateInTokyo(new Date()) }
  const answer: { result: { data: { value: { entries: number; debitYen: number } } } } = JSON.parse(await api.act('journalExport.preview', span))
  const { entries, debitYen } = answer.result.data.value
  if (entries > 0) await api.act('journalExport.make', { span, entries, debitYen })
}

function newestExport(databaseUrl: string): Promise<KeptExport> {
  return withClient(databaseUrl, async (client) => {
    const { rows } = await client.query<KeptExport>('SELECT id, entries, postings, sha256 FROM journal_export ORDER BY export_number DESC LIMIT 1')
    if (rows[0] === undefined) throw new Error('nothing was exported')
    return rows[0]
  })
}

/** The sha256 of the file as it arrives. */
async function download(product: ServerProcess, exportId: string): Promise<string> {
  const cookie = await signInAsAccountant(product.url)
  const response = await fetch(`${product.url}/exports/journals/${exportId}`, { headers: { cookie, 'accept-encoding': 'identity' } })
  if (!response.ok || response.body === null) throw new Error(`no file: ${response.status}`)
  const hash = createHash('sha256')
  for await (const bytes of response.body) hash.update(bytes)
  return hash.digest('hex')
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
