import type { Deps } from '@sasaeai/api/deps'
import { readMailAttachment } from '@sasaeai/api/letter/outbox/read-mail-attachment'
import type { SignedIn } from '@sasaeai/api/user/resolve-actor'
import { outgoingMailIdSchema } from '@sasaeai/domain/id-schemas'
import { mayDo } from '@sasaeai/domain/user/permission'
import type { Request, RequestHandler } from 'express'

/** A file as it is attached to a mail, for those who may read the outbox. */
export function downloadMailAttachment(deps: Deps, whoAsks: (request: Request) => Promise<SignedIn | null>): RequestHandler {
  return async (request, response) => {
    const signedIn = await whoAsks(request)
    const refuse = (status: number, words: string) => void response.status(status).type('text/plain').send(words)
    if (signedIn === null) return refuse(401, 'サインインし直すか、管理者に権限を相談してください。')
    if (!mayDo(signedIn.actor.role, 'mail.read')) return refuse(403, 'このファイルを開く権限がありません。管理者に相談してください。')
    const mailId = outgoingMailIdSchema.safeParse(request.params['mailId'])
    const sequence = Number(request.params['sequence'])
    const file = mailId.success && Number.isInteger(sequence) && sequence > 0 && sequence < 100 ? await readMailAttachment(deps, mailId.data, sequence) : null
    if (file === null) return refuse(404, 'ファイルが見つかりません。送信箱を読み込み直してください。')
    response.set({
      'content-type': file.mediaType,
      'content-disposition': `attachment; filename="file"; filename*=UTF-8''${encodeURIComponent(file.fileName)}`,
      'cache-control': 'private, no-cache',
      etag: `"${file.sha256}"`,
    })
    response.send(file.bytes)
  }
}
