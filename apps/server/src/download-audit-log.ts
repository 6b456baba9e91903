import type { Deps } from '@sasaeai/api/deps'
import { auditLogName, streamAuditLog } from '@sasaeai/api/document/export-audit-log'
import { namesInAuditLog } from '@sasaeai/api/names-in-audit-log'
import { auditFilterSchema } from '@sasaeai/domain/user/audit-search'
import type { RequestHandler } from 'express'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { admitReader, type WhoAsks } from './admit-reader.ts'

/** 監査ログ as CSV in UTF-8, sent as it is read, the filter as in the address of its page. A browser that stops listening stops the reading. */
export function downloadAuditLog(deps: Deps, whoAsks: WhoAsks): RequestHandler {
  return async (request, response) => {
    const actor = await admitReader(request, response, { whoAsks, permission: 'audit.read' })
    if (actor === null) return
    const filter = auditFilterSchema.safeParse(request.query)
    if (!filter.success) {
      response.status(400).type('text/plain').send('絞り込みの条件を読み取れません。監査ログの画面から書き出し直してください。')
      return
    }
    response.attachment(`${auditLogName(deps)}.csv`).type('text/csv; charset=utf-8')
    await pipeline(Readable.from(streamAuditLog(deps, actor, { filter: filter.data, namesOf: namesInAuditLog })), response)
  }
}
