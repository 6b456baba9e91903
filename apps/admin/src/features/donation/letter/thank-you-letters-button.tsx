import { letterTemplateIdSchema } from '@sasaeai/domain/id-schemas'
import type { JournalEntryId } from '@sasaeai/domain/ids'
import { LetterOrderButton } from '../../letter/letter-order-button.tsx'
import { bySuitingTemplate } from './thank-you-templates.ts'

/** 礼状 for gifts, with a template of one's choice or with the one that suits each. */
export function ThankYouLettersButton({ entryIds, children }: { entryIds: readonly JournalEntryId[]; children: string }) {
  return (
    <LetterOrderButton title="礼状を作る" kinds={['thank_you']} firstOptions={[bySuitingTemplate]}
      note={entryIds.length === 1 ? '窓あき封筒（長形3号）用のA4 1枚です。' : `${entryIds.length}件の寄附に1枚ずつ作ります。匿名の方と住所のない方は、作成のあとにお知らせします。`}
      order={({ templateId, issuedOn }) => ({ kind: 'thank_you_letters', entryIds: [...entryIds], templateId: letterTemplateIdSchema.safeParse(templateId).data, issuedOn })}>
      {children}
    </LetterOrderButton>
  )
}
