import { z } from 'zod'
import { giftFilterSchema } from '../../donation/gift/gift-list-input.ts'
import { supporterIdSchema } from '../../id-schemas.ts'
import { membershipFilterSchema } from '../../membership-dues/member/membership-list-input.ts'
import { annualReceiptsSchema } from '../../receipt/receipt-input.ts'
import { receiptFilterSchema } from '../../receipt/receipt-list-input.ts'
import { supporterListSchema } from '../../supporter/supporter-list-input.ts'

/** 宛先: whose addresses are wanted, by the filters of the list that one came from, over all its pages. */
export const labelRecipientsSchema = z.discriminatedUnion('of', [
  z.object({ of: z.literal('supporters'), filter: supporterListSchema.omit({ cursor: true, limit: true }) }),
  /** One of them, from the supporter's own page. */
  z.object({ of: z.literal('supporter'), filter: z.object({ supporterId: supporterIdSchema }) }),
  /** Givers, each once. */
  z.object({ of: z.literal('gifts'), filter: giftFilterSchema }),
  z.object({ of: z.literal('members'), filter: membershipFilterSchema }),
  /** Who got receipts. */
  z.object({ of: z.literal('receipts'), filter: receiptFilterSchema }),
  /** Who got the 年間証明 of a calendar year. */
  z.object({ of: z.literal('annual_receipts'), filter: annualReceiptsSchema }),
])
export type LabelRecipients = z.output<typeof labelRecipientsSchema>
/** The same before defaults are filled in, as a page asks for it. */
export type AskedLabelRecipients = z.input<typeof labelRecipientsSchema>

export const labelRecipientsNames: Record<LabelRecipients['of'], string> = {
  supporters: '支援者名簿',
  supporter: '支援者',
  gifts: '寄附の一覧',
  members: '会員の一覧',
  receipts: '領収書の一覧',
  annual_receipts: '年間証明',
}
