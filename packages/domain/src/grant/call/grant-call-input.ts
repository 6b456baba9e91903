import { z } from 'zod'
import { fiscalYearSchema } from '../../calendar/fiscal-year-schema.ts'
import { localDateSchema } from '../../calendar/local-date-schema.ts'
import { revisionSchema } from '../../council/revision.ts'
import { allocationIdSchema, campaignIdSchema, grantCallIdSchema, grantKindIdSchema, ledgerAccountIdSchema } from '../../id-schemas.ts'
import { amountRefusalMessage, largestTypedYen } from '../../money/parse-amount.ts'
import { postingMomentSchema } from '../../ledger/posting-moment-schema.ts'
import { yenSchema } from '../../money/yen-schema.ts'

/** 支払元: the drive's custody, or the council itself. */
export const grantPayers = ['campaign', 'council'] as const
export type GrantPayer = (typeof grantPayers)[number]

export const grantPayerNames: Record<GrantPayer, string> = {
  campaign: '運動の預り金から直接',
  council: '社協の支出として',
}

/** What a call is, but for its year: the fields of its form. */
export const grantCallFields = {
  grantKindId: z.string().min(1, '助成の種類を選んでください。').pipe(grantKindIdSchema),
  name: z.string().trim().min(1, '名称を入力してください。例：歳末たすけあい 団体助成').max(60, '名称は60文字以内で入力してください。'),
  payer: z.enum(grantPayers, '支払元を選んでください。'),
  /** Whose custody pays; with `payer` campaign always, else never. */
  campaignId: z.preprocess(nothingAsNull, campaignIdSchema.nullable().default(null)),
  /** 支出の科目; with `payer` council always, else never. */
  expenseAccountId: z.preprocess(nothingAsNull, ledgerAccountIdSchema.nullable().default(null)),
  /** 原資の配分金 */
  allocationId: z.preprocess(nothingAsNull, allocationIdSchema.nullable().default(null)),
  budgetYen: yenSchema.refine((amount) => amount >= 0 && amount <= largestTypedYen, amountRefusalMessage('too_large')),
  opensOn: localDateSchema,
  closesOn: localDateSchema,
  /** 使途の報告の期限 */
  reportDueOn: localDateSchema.nullable().default(null),
  guidelines: z.string().trim().max(2_000, '要項は2000文字以内で入力してください。').default(''),
} as const

function nothingAsNull(value: unknown): unknown {
  return value === '' ? null : value
}

interface PaidCall {
  readonly payer: GrantPayer
  readonly campaignId: unknown
  readonly expenseAccountId: unknown
  readonly opensOn: string
  readonly closesOn: string
  readonly reportDueOn: string | null
}

/** The rules across the fields of a call, told at the field at fault; for `superRefine`. */
export function checkGrantCall(call: PaidCall, context: z.core.$RefinementCtx): void {
  const complain = (field: string, message: string) => context.addIssue({ code: 'custom', path: [field], message })
  if (call.payer === 'campaign' && call.campaignId === null) complain('campaignId', '支払う運動を選んでください。')
  if (call.payer === 'council' && call.expenseAccountId === null) complain('expenseAccountId', '支出の科目を選んでください。')
  if (call.closesOn < call.opensOn) complain('closesOn', '締切日は受付開始日以後の日付にしてください。')
  if (call.reportDueOn !== null && call.reportDueOn < call.opensOn) complain('reportDueOn', '報告の期限は受付開始日以後の日付にしてください。')
}

/** What the other payer would need is left out, whatever stood in its field. */
export function withOnePayer<Call extends Pick<GrantCallDetails, 'payer' | 'campaignId' | 'expenseAccountId'>>(call: Call): Call {
  return call.payer === 'campaign' ? { ...call, expenseAccountId: null } : { ...call, campaignId: null }
}

export const grantCallDetailsSchema = z.object({ fiscalYear: fiscalYearSchema, ...grantCallFields }).superRefine(checkGrantCall)
export type GrantCallDetails = z.output<typeof grantCallDetailsSchema>

/** A call that is there already, and the revision that it was opened on. */
export const seenGrantCallSchema = z.object({ callId: grantCallIdSchema, revision: revisionSchema })
export type SeenGrantCall = z.output<typeof seenGrantCallSchema>

/** `change` is null for a new call. */
export const saveGrantCallSchema = z.object({ change: seenGrantCallSchema.nullable(), details: grantCallDetailsSchema })
export type SaveGrantCallInput = z.output<typeof saveGrantCallSchema>

/** As the books stood at a moment; as they stand now without one. */
const ofMoment = { postedUntil: postingMomentSchema.optional() }
export const grantYearSchema = z.object({ fiscalYear: fiscalYearSchema })
export const grantCallsSchema = grantYearSchema.extend(ofMoment)
export const grantCallSchema = z.object({ callId: grantCallIdSchema, ...ofMoment })

/** 前年度から写す: the calls of the year before, as far as they are missing. */
export const copyGrantCallsSchema = z.object({ toYear: fiscalYearSchema })
export type CopyGrantCallsInput = z.output<typeof copyGrantCallsSchema>
