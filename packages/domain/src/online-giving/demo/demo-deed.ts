import { z } from 'zod'

/** What staff can have happen at the demo gateway (デモの決済会社), which no giver can. */
export const demoDeeds = [
  'next_month', 'make_payout', 'fail_payout', 'open_dispute', 'win_dispute', 'lose_dispute', 'finish_refund', 'fail_refund',
  'refuse_card', 'take_card',
] as const
export type DemoDeed = (typeof demoDeeds)[number]

/** As its button says it. */
export const demoDeedNames: Readonly<Record<DemoDeed, string>> = {
  next_month: '次の月へ進める',
  make_payout: '入金する',
  fail_payout: '銀行から戻る',
  open_dispute: '異議を申し立てる',
  win_dispute: '認められる',
  lose_dispute: '返すことになる',
  finish_refund: '口座を知らせる',
  fail_refund: '返金に失敗する',
  refuse_card: 'カードを使えなくする',
  take_card: 'カードを使えるようにする',
}

/** One of them, at one account. */
export const demoDeedSchema = z.object({
  /** Of the 支払いの受け口. */
  accountCode: z.string().min(1).max(40),
  deed: z.enum(demoDeeds),
  /** pi_…, sub_…, re_…, du_…, po_… that it is done to; empty for what is done to none. */
  subjectId: z.string().max(100).default(''),
})
export type DemoDeedInput = z.output<typeof demoDeedSchema>
