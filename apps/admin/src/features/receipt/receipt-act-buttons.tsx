import { Button } from '@sasaeai/ui/button'
import { useState } from 'react'
import type { NamedReceipt } from './named-receipt.ts'
import { ReissueReceiptDialog } from './reissue-receipt-dialog.tsx'
import { VoidReceiptDialog } from './void-receipt-dialog.tsx'

/** What can be done with a receipt that is not void, each with its dialog. */
export function ReceiptActButtons({ receipt }: { receipt: NamedReceipt }) {
  const [asked, setAsked] = useState<'reissue' | 'void'>()
  const close = () => setAsked(undefined)
  const { number } = receipt
  return (
    <>
      <Button size="small" variant="quiet" className="whitespace-nowrap" aria-label={`${number}を再発行する`} onClick={() => setAsked('reissue')}>再発行</Button>
      <Button size="small" variant="quiet" className="whitespace-nowrap" aria-label={`${number}を無効にする`} onClick={() => setAsked('void')}>無効にする</Button>
      {asked === 'reissue' && <ReissueReceiptDialog receipt={receipt} onClose={close} />}
      {asked === 'void' && <VoidReceiptDialog receipt={receipt} onClose={close} />}
    </>
  )
}
