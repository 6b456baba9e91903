import type { Deps } from '@sasaeai/api/deps'
import { readStoredDocument } from '@sasaeai/api/document/read-stored-document'
import type { SignedIn } from '@sasaeai/api/user/resolve-actor'
import { permissionToRead } from '@sasaeai/domain/document/document-kind'
import { storedDocumentIdSchema } from '@sasaeai/domain/id-schemas'
import { mayDo } from '@sasaeai/domain/user/permission'
import type { Request, RequestHandler } from 'express'

/** A finished paper as it is kept. A PDF opens in the browser, where it is looked at before it is printed; anything else is saved. */
export function downloadPaper(deps: Deps, whoAsks: (request: Request) => Promise<SignedIn | null>): RequestHandler {
  return async (request, response) => {
    const signedIn = await whoAsks(request)
    const refuse = (status: number, words: string) => void response.status(status).type('text/plain').send(words)
    if (signedIn === null) return refuse(401, 'サインインし直すか、管理者に権限を相談してください。')
    const documentId = storedDocumentIdSchema.safeParse(request.params['documentId'])
    const paper = documentId.success ? await readStoredDocument(deps, documentId.data) : null
    if (paper === null) return refuse(404, '帳票が見つかりません。一覧から選び直してください。')
    if (!mayDo(signedIn.actor.role, permissionToRead(paper.kind))) return refuse(403, 'この帳票を開く権限がありません。管理者に相談してください。')
    const isShown = paper.mediaType === 'application/pdf'
    response.set({
      'content-type': paper.mediaType,
      'content-disposition': `${isShown ? 'inline' : 'attachment'}; filename="paper"; filename*=UTF-8''${encodeURIComponent(paper.fileName)}`,
      'cache-control': 'private, no-cache',
      etag: `"${paper.sha256}"`,
      // A browser shows a PDF by means of its own, which the policy of our pages would forbid to run.
      'content-security-policy': "frame-ancestors 'none'",
    })
    response.send(paper.bytes)
  }
}
