import type { Deps } from '@sasaeai/api/deps'
import { downloadJournalExport } from '@sasaeai/api/ledger/journal-export/download-journal-export'
import { journalExportIdSchema } from '@sasaeai/domain/id-schemas'
import type { RequestHandler } from 'express'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { admitReader, type WhoAsks } from './admit-reader.ts'

/** The file of an export for the accounting program, sent as it is read, with the bytes that it had on its first day. */
export function downloadJournalFile(deps: Deps, whoAsks: WhoAsks): RequestHandler {
  return async (request, response) => {
    const actor = await admitReader(request, response, { whoAsks, permission: 'journalExport.read' })
    if (actor === null) return
    const exportId = journalExportIdSchema.safeParse(request.params['exportId'])
    const file = exportId.success ? await downloadJournalExport(deps, actor, exportId.data) : null
    if (file === null) {
      response.status(404).type('text/plain').send('書き出しが見つかりません。一覧から選び直してください。')
      return
    }
    response.attachment(`仕訳_${file.exportNumber}.csv`).type(file.isCp932 ? 'text/csv; charset=Shift_JIS' : 'text/csv; charset=utf-8')
    await pipeline(Readable.from(file.chunks), response)
  }
}
