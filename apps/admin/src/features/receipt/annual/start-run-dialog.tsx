import { zodResolver } from '@hookform/resolvers/zod'
import { formatLocalDateShort } from '@sasaeai/domain/calendar/japanese-era'
import { partsOf } from '@sasaeai/domain/calendar/local-date'
import { typedDateSchema } from '@sasaeai/domain/calendar/typed-date'
import { id, type ReceiptRunId } from '@sasaeai/domain/ids'
import { DateField } from '@sasaeai/ui/date-field'
import { NoticeBanner } from '@sasaeai/ui/notice-banner'
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { useForm } from 'react-hook-form'
import { z } from 'zod'
import { FormDialog } from '../../../app/form-dialog.tsx'
import { newId } from '../../../app/new-id.ts'
import { readTypedDate, today } from '../../../app/read-typed.ts'
import { trpc } from '../../../app/trpc.ts'

const typedStart = z.object({ issuedOn: typedDateSchema({ today: today() }) })

/** 発行を始める: asks for the day that stands on the receipts; then they are issued in the background. */
export function StartRunDialog({ calendarYear, onClose }: { calendarYear: number; onClose: () => void }) {
  // The same for every press, so that an answer that was lost starts nothing twice.
  const [runId] = useState(() => id<'ReceiptRunId'>(newId()) satisfies ReceiptRunId)
  const start = useMutation(trpc.receipt.annual.start.mutationOptions())
  const order = useMutation(trpc.document.order.mutationOptions())
  const day = formatLocalDateShort(today())
  const isUnderWay = partsOf(today()).year === calendarYear
  const form = useForm({ resolver: zodResolver(typedStart), defaultValues: { issuedOn: day }, shouldFocusError: false })
  return (
    <FormDialog
      title={`${calendarYear}年の年間証明を発行する`}
      form={form}
      saveLabel="発行を始める"
      done="年間証明の発行を始めました。できあがると「発行の記録」から開けます"
      save={async ({ issuedOn }) => {
        const started = await start.mutateAsync({ runId, calendarYear, issuedOn })
        return started.ok ? order.mutateAsync({ kind: 'annual_receipts', receiptRunId: runId }) : started
      }}
      onClose={onClose}
    >
      {(errorOf) => (
        <>
          <p>寄附者ごとに1枚を、フリガナの順に番号を付けて発行します。途中で止まっても、続きから発行できます。同じ方に2枚発行されることはありません。</p>
          {isUnderWay && <NoticeBanner tone="warning" title={`${calendarYear}年はまだ終わっていません`}>このあと同じ方からいただく寄附は、年間証明に入らず、1件ずつの領収書になります。</NoticeBanner>}
          <DateField label="発行日" requirement="required" id="issuedOn" read={readTypedDate} defaultValue={day} support="領収書に印刷されます。番号はこの日の年度のものになります。"
            error={errorOf('issuedOn')} {...form.register('issuedOn')} />
        </>
      )}
    </FormDialog>
  )
}
