import type { Deps } from '@sasaeai/api/deps'
import { downloadJournalExport } from '@sasaeai/api/ledger/journal-export/download-journal-export'
import type { SignedIn } from '@sasaeai/api/user/resolve-actor'
import { journalExportIdSchema } from '@sasaeai/domain/id-schemas'
import { mayDo } from '@sasaeai/domain/user/permission'
import type { Request, RequestHandler } from 'express'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'

/** The file of an export for the accounting program, sent as it is read, with the bytes that it had on its first day. */
export function downloadJournalFile(deps: Deps, whoAsks: (request: Request) => Promise<SignedIn | null>): RequestHandler {
  return async (request, response) => {
    const signedIn = await whoAsks(request)
    if (signedIn === null || !mayDo(signedIn.actor.role, 'journalExport.read')) {
      response.status(signedIn === null ? 401 : 403).type('text/plain').send('サインインし直すか、管理者に権限を相談してください。')
      return
    }
    const exportId = journalExportIdSchema.safeParse(request.params['exportId'])
    const file = exportId.success ? await downloadJournalExport(deps, signedIn.actor, exportId.data) : null
    if (file === null) {
      response.status(404).type('text/plain').send('書き出しが見つかりません。一覧から選び直してください。')
      return
    }
    response.attachment(`仕訳_${file.exportNumber}.csv`).type(file.isCp932 ? 'text/csv; charset=Shift_JIS' : 'text/csv; charset=utf-8')
    await pipeline(Readable.from(file.chunks), response)
  }
}
