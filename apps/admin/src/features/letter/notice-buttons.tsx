import { letterTemplateIdSchema } from '@sasaeai/domain/id-schemas'
import type { NoticeAudience } from '@sasaeai/domain/letter/letter-input'
import { Button, type ButtonProps } from '@sasaeai/ui/button'
import { useMutation } from '@tanstack/react-query'
import { lazy, Suspense, useState } from 'react'
import { trpc } from '../../app/trpc.ts'
import { useMayDo } from '../../app/use-may-do.ts'
import { LetterOrderButton } from './letter-order-button.tsx'

const RecordSentDialog = lazy(async () => ({ default: (await import('./record-sent-dialog.tsx')).RecordSentDialog }))

/** ご案内 to one supporter or to all whom a list shows: made, and written down when they were sent. */
export function NoticeButtons({ audience, count = 1, size }: { readonly audience: NoticeAudience; readonly count?: number } & Pick<ButtonProps, 'size'>) {
  const mayWrite = useMayDo('supporter.write')
  const record = useMutation(trpc.letter.recordNotices.mutationOptions())
  const [isRecording, setRecording] = useState(false)
  const isList = 'filter' in audience
  const note = isList ? `表示している${count.toLocaleString('ja-JP')}件に1枚ずつ作ります。住所のない方、お知らせの郵送を希望しない方、匿名の方は除き、作成のあとにお知らせします。` : '窓あき封筒（長形3号）用のA4 1枚です。'
  return (
    <span className="flex flex-wrap gap-2 print-hidden">
      <LetterOrderButton size={size} title={isList ? 'ご案内をまとめて作る' : 'ご案内を作る'} kinds={['notice']} note={note}
        order={({ templateId, issuedOn }) => ({ kind: 'notice_letters', templateId: letterTemplateIdSchema.parse(templateId), audience, issuedOn })}>
        ご案内を作る
      </LetterOrderButton>
      {mayWrite && <Button size={size} onClick={() => setRecording(true)}>送ったことを記録</Button>}
      <Suspense>
        {isRecording && (
          <RecordSentDialog title={isList ? `ご案内を送った記録（${count.toLocaleString('ja-JP')}件のうち送れる方）` : 'ご案内を送った記録'} done="ご案内を記録しました" kinds={['notice']} onClose={() => setRecording(false)}
            save={({ templateId, ...sent }) => record.mutateAsync({ ...sent, templateId: letterTemplateIdSchema.parse(templateId), audience })} />
        )}
      </Suspense>
    </span>
  )
}
