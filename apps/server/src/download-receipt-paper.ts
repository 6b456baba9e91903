import type { Deps } from '@sasaeai/api/deps'
import { type KeptReceiptPaper, readReceiptPaper } from '@sasaeai/api/receipt/paper/read-receipt-paper'
import type { SignedIn } from '@sasaeai/api/user/resolve-actor'
import { receiptIdSchema } from '@sasaeai/domain/id-schemas'
import { mayDo } from '@sasaeai/domain/user/permission'
import type { Request, RequestHandler, Response } from 'express'

/** The PDF of a receipt as it was first set; `?copy=0` is the first one where it was handed out once more or made void. */
export function downloadReceiptPaper(deps: Deps, whoAsks: (request: Request) => Promise<SignedIn | null>): RequestHandler {
  return async (request, response) => {
    const signedIn = await whoAsks(request)
    const refuse = (status: number, words: string) => void response.status(status).type('text/plain').send(words)
    if (signedIn === null) return refuse(401, 'サインインし直すか、管理者に権限を相談してください。')
    if (!mayDo(signedIn.actor.role, 'receipt.read')) return refuse(403, 'この領収書を開く権限がありません。管理者に相談してください。')
    const receiptId = receiptIdSchema.safeParse(request.params['receiptId'])
    const { copy } = request.query
    const wanted = typeof copy === 'string' && /^(-1|\d{1,3})$/.test(copy) ? Number(copy) : undefined
    const paper = receiptId.success ? await readReceiptPaper(deps, receiptId.data, wanted) : null
    if (paper === null) return refuse(404, '領収書が見つかりません。一覧から選び直してください。')
    sendReceiptPaper(response, paper)
  }
}

/** The bytes as they were kept, under the name of the receipt. */
export function sendReceiptPaper(response: Response, paper: KeptReceiptPaper): void {
  response.set({
    'content-type': 'application/pdf',
    'content-disposition': `inline; filename="receipt.pdf"; filename*=UTF-8''${encodeURIComponent(`領収書_${paper.number}.pdf`)}`,
    'cache-control': 'private, no-cache',
    etag: `"${paper.sha256}"`,
    // A browser shows a PDF by means of its own, which the policy of our pages would forbid to run.
    'content-security-policy': "frame-ancestors 'none'",
  })
  response.send(paper.bytes)
}
