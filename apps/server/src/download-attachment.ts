import type { Deps } from '@sasaeai/api/deps'
import { readAttachment } from '@sasaeai/api/supporter/attachment/read-attachment'
import type { SignedIn } from '@sasaeai/api/user/resolve-actor'
import { supporterAttachmentIdSchema } from '@sasaeai/domain/id-schemas'
import { mayDo } from '@sasaeai/domain/user/permission'
import type { Request, RequestHandler } from 'express'

/** A file kept with a supporter, for those who may read the register. It is saved, never shown as a page of ours. */
export function downloadAttachment(deps: Deps, whoAsks: (request: Request) => Promise<SignedIn | null>): RequestHandler {
  return async (request, response) => {
    const signedIn = await whoAsks(request)
    const refuse = (status: number, words: string) => void response.status(status).type('text/plain').send(words)
    if (signedIn === null) return refuse(401, 'サインインし直すか、管理者に権限を相談してください。')
    if (!mayDo(signedIn.actor.role, 'supporter.read')) return refuse(403, 'このファイルを開く権限がありません。管理者に相談してください。')
    const attachmentId = supporterAttachmentIdSchema.safeParse(request.params['attachmentId'])
    const attachment = attachmentId.success ? await readAttachment(deps, attachmentId.data) : null
    if (attachment === null) return refuse(404, 'ファイルが見つかりません。支援者のページを読み込み直してください。')
    response.set({
      'content-type': attachment.mediaType,
      'content-disposition': `attachment; filename="file"; filename*=UTF-8''${encodeURIComponent(attachment.fileName)}`,
      'cache-control': 'private, no-cache',
      etag: `"${attachment.sha256}"`,
    })
    response.send(attachment.bytes)
  }
}
