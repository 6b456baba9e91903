import { formatLocalDate } from '@sasaeai/domain/calendar/japanese-era'
import { Button } from '@sasaeai/ui/button'
import { useState } from 'react'
import { useMayDo } from '../../../app/use-may-do.ts'
import { OrderPapersButton } from '../../document/order-papers-button.tsx'
import type { GiftAnswer } from '../gift/gift-page.tsx'
import { MailThankYouDialog } from './mail-thank-you-dialog.tsx'
import { RecordLettersDialog } from './record-letters-dialog.tsx'
import { ThankYouLettersButton } from './thank-you-letters-button.tsx'

/** 申込書 and 礼状 of one gift: made, and written down when they were handed over. */
export function GiftLetters({ gift }: { gift: GiftAnswer }) {
  const mayWrite = useMayDo('donation.write')
  const [isRecording, setRecording] = useState(false)
  const [isMailing, setMailing] = useState(false)
  const { entryId, letters, isUndone } = gift
  return (
    <section aria-labelledby="gift-letters">
      <h2 id="gift-letters" className="mb-3 text-[1.125rem] font-bold">申込書と礼状</h2>
      {letters.length === 0 ? (
        <p>礼状の記録はまだありません。</p>
      ) : (
        <ul>
          {letters.map(({ letterId, sentOn, method, recordedByName }) => (
            <li key={letterId}>{formatLocalDate(sentOn)}　{method}（記録 {recordedByName}）</li>
          ))}
        </ul>
      )}
      {!isUndone && (
        <div className="mt-4 flex flex-wrap gap-3 print-hidden">
          <OrderPapersButton order={{ kind: 'donation_application', entryId }}>申込書を印刷</OrderPapersButton>
          <ThankYouLettersButton entryIds={[entryId]}>礼状を印刷</ThankYouLettersButton>
          {mayWrite && gift.supporterId !== null && <Button onClick={() => setMailing(true)}>礼状をメールで送る</Button>}
          {mayWrite && <Button onClick={() => setRecording(true)}>礼状を渡したことを記録</Button>}
        </div>
      )}
      {isMailing && <MailThankYouDialog entryId={entryId} onClose={() => setMailing(false)} />}
      {isRecording && <RecordLettersDialog entryIds={[entryId]} onClose={() => setRecording(false)} />}
    </section>
  )
}
