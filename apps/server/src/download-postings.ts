import type { Deps } from '@sasaeai/api/deps'
import { ExportRefused, exportPostings } from '@sasaeai/api/ledger/export-postings'
import { formatLocalDate } from '@sasaeai/domain/calendar/japanese-era'
import { localDateInTokyo } from '@sasaeai/domain/calendar/local-date'
import { type PostingFilter, postingFilterOfSearch } from '@sasaeai/domain/ledger/posting-filter'
import { failureMessage } from '@sasaeai/domain/outcome/failure-message'
import type { Request, RequestHandler } from 'express'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { admitReader, type WhoAsks } from './admit-reader.ts'

/**
 * The list of postings as a CSV file, sent as it is read: `encoding=cp932` or UTF-8, the filter as in the address of
 * the list. A browser that stops listening stops the reading. What CP932 cannot carry is named instead of a file when
 * it stands in the first chunk; later on the download breaks off, which is why pages ask `ledger.checkExport` before.
 */
export function downloadPostings(deps: Deps, whoAsks: WhoAsks): RequestHandler {
  return async (request, response) => {
    const actor = await admitReader(request, response, { whoAsks, permission: 'ledger.read' })
    if (actor === null) return
    const encoding = request.query['encoding'] === 'cp932' ? 'cp932' : 'utf-8-bom'
    const file = exportPostings(deps, actor, { filter: filterOf(request), encoding })
    try {
      // Before anything is sent, while the answer can still be another one than a file.
      const beginning = await file.next()
      const name = `明細一覧_${formatLocalDate(localDateInTokyo(deps.now()))}.csv`
      response.attachment(name).type(encoding === 'cp932' ? 'text/csv; charset=Shift_JIS' : 'text/csv; charset=utf-8')
      await pipeline(Readable.from(whole(beginning, file)), response)
    } catch (error) {
      if (!(error instanceof ExportRefused) || response.headersSent) throw error
      response.status(422).type('text/plain').send(failureMessage(error.failure))
    }
  }
}

/** The filter of the list, whose numbers and yes come as text; what a person has typed stays text, whatever it looks like. */
function filterOf({ query: { text, ...chosen } }: Request): PostingFilter {
  return postingFilterOfSearch({ ...Object.fromEntries(Object.entries(chosen).map(([name, value]) => [name, valueOf(value)])), text })
}

function valueOf(value: unknown): unknown {
  if (value === 'true') return true
  return typeof value === 'string' && /^\d+$/.test(value) ? Number(value) : value
}

async function* whole(beginning: IteratorResult<Uint8Array>, rest: AsyncGenerator<Uint8Array>): AsyncGenerator<Uint8Array> {
  if (beginning.done !== true) yield beginning.value
  yield* rest
}
