import type { CsvCell, CsvEncoding } from '@sasaeai/documents/write-csv'
import { formatLocalDate } from '@sasaeai/domain/calendar/japanese-era'
import { entryKindNames } from '@sasaeai/domain/ledger/entry-draft'
import type { PostingFilter } from '@sasaeai/domain/ledger/posting-filter'
import type { Failure } from '@sasaeai/domain/outcome/outcome'
import type { Actor, Deps } from '../deps.ts'
import { recordExport } from '../user/record-export.ts'
import { namedPosting, type PostingRow } from './posting-list-queries.ts'
import { listOrder } from './posting-order.ts'
import { readPostingPage } from './posting-page.ts'
import { totalPostings } from './posting-totals.ts'
import { selectBookedPostings } from './select-postings.ts'
import { weighText } from './text-condition.ts'

interface PostingExport {
  readonly filter: PostingFilter
  readonly encoding: CsvEncoding
}

/** What CP932 cannot carry was met; the file has to be given up. */
export class ExportRefused extends Error {
  readonly failure: Failure<'not_in_cp932'>
  constructor(failure: Failure<'not_in_cp932'>) {
    super('a character has no form in CP932')
    this.failure = failure
  }
}

/** So few that they are gone before the collector of young objects takes them for old ones, which stay much longer. */
const chunkLength = 200

/**
 * The whole list as CSV, a chunk of postings at a time by keyset: however long it is, only a chunk stands in memory.
 * The audit trail knows who took how much before the first byte leaves, whether or not the reader stays to the end.
 * @throws ExportRefused at the first chunk with a character that the encoding cannot carry.
 */
export async function* exportPostings(deps: Deps, actor: Actor, wanted: PostingExport): AsyncGenerator<Uint8Array> {
  let isNoted = false
  for await (const { bytes, count } of writePostings(deps, wanted)) {
    if (!isNoted) await notePostingExport(deps, actor, { ...wanted, count })
    isNoted = true
    yield bytes
  }
}

interface WrittenChunk {
  readonly bytes: Uint8Array
  /** How many postings the whole list holds. */
  readonly count: number
}

async function* writePostings(deps: Deps, { filter, encoding }: PostingExport): AsyncGenerator<WrittenChunk> {
  // Loaded with the first file: a start does not wait for it, an idle server does not carry it.
  const { csvEncoder } = await import('@sasaeai/documents/write-csv')
  const { ground, selection: booked } = await selectBookedPostings(deps.db, filter)
  const selection = await weighText(deps.db, booked)
  const { count } = await totalPostings(deps.db, selection)
  const encoder = csvEncoder({ headings, encoding })
  const order = listOrder('newest', selection.sign)
  let after = null
  do {
    const chunk = await readPostingPage(deps.db, selection, { order, after, limit: chunkLength, expected: count })
    const written = encoder.encode(chunk.map((posting) => cellsOf(namedPosting(posting, selection, ground))))
    if (!written.ok) throw new ExportRefused(written)
    yield { bytes: written.bytes, count }
    after = chunk.at(-1) ?? null
  } while (after !== null)
}

interface NotedExport {
  readonly filter: PostingFilter
  readonly encoding: CsvEncoding | 'xlsx'
  readonly count: number
}

/** Who took how much of the books out of the program. */
export function notePostingExport(deps: Deps, actor: Actor, { filter, encoding, count }: NotedExport): Promise<void> {
  const narrowing = Object.entries(filter).filter(([, value]) => value !== undefined)
  const after = { rows: count, encoding, ...Object.fromEntries(narrowing) }
  return recordExport(deps, actor, { action: 'ledger.export', subjectKind: 'ledger', subjectId: 'postings', after })
}

/** Writes the file to nowhere first: a download that has begun can no longer say what is wrong with it. */
export async function findExportRefusal(deps: Deps, wanted: PostingExport): Promise<Failure<'not_in_cp932'> | null> {
  if (wanted.encoding !== 'cp932') return null
  try {
    for await (const chunk of writePostings(deps, wanted)) void chunk
    return null
  } catch (error) {
    if (error instanceof ExportRefused) return error.failure
    throw error
  }
}

const headings =
  '年度,伝票番号,日付,和暦,種類,科目,財源,運動,会員種別,募金方法,使途・基金,地域,支援者番号,支援者,件数,金額,摘要,理由'.split(',')

function cellsOf(row: PostingRow): CsvCell[] {
  const { source, campaign, duesKind, method, fund, area, supporter } = row
  return [
    row.fiscalYear,
    row.entryNumber,
    row.entryDate,
    formatLocalDate(row.entryDate),
    entryKindNames[row.kind],
    row.account,
    ...[source, campaign, duesKind, method, fund, area].map((name) => name ?? ''),
    supporter?.number ?? '',
    supporter?.name ?? '',
    row.count,
    row.amountYen,
    row.description,
    row.reason,
  ]
}
