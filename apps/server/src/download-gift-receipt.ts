import type { Deps } from '@sasaeai/api/deps'
import { isPathShown } from '@sasaeai/api/online-giving/giver/receipt-path'
import { readReceiptPaper } from '@sasaeai/api/receipt/paper/read-receipt-paper'
import { receiptIdSchema } from '@sasaeai/domain/id-schemas'
import type { RequestHandler } from 'express'
import { sendReceiptPaper } from './download-receipt-paper.ts'

/** The PDF of a receipt for whoever was shown its path, on the page of thanks or on マイページ, within the last hour. */
export function downloadGiftReceipt(deps: Deps): RequestHandler {
  return async (request, response) => {
    const receiptId = receiptIdSchema.safeParse(request.params['receiptId'])
    const { until, token } = request.query
    const isShown = receiptId.success && typeof until === 'string' && typeof token === 'string' && /^\d{1,16}$/.test(until)
      && (await isPathShown(deps, { receiptId: receiptId.data, until: Number(until), token }))
    const paper = isShown ? await readReceiptPaper(deps, receiptId.data) : null
    if (paper === null) {
      response.status(404).type('text/plain').send('この領収書は開けません。時間がたったときは、マイページを読み込み直してから、もう一度押してください。')
      return
    }
    sendReceiptPaper(response, paper)
  }
}
