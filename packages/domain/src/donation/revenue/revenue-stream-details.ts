import { z } from 'zod'
import { fiscalYearSchema } from '../../calendar/fiscal-year-schema.ts'
import { localDateSchema } from '../../calendar/local-date-schema.ts'
import type { DateContext } from '../../calendar/parse-date.ts'
import { optionalTypedDateSchema } from '../../calendar/typed-date.ts'
import { groundCodeSchema, groundNameSchema } from '../../council/ground-code.ts'
import { revisionSchema } from '../../council/revision.ts'
import { fundIdSchema, fundingSourceIdSchema, ledgerAccountIdSchema, revenueStreamIdSchema, supporterIdSchema } from '../../id-schemas.ts'
import { postingMomentSchema } from '../../ledger/posting-moment-schema.ts'
import { optionalTypedYen } from '../../money/typed-yen.ts'
import { yenSchema } from '../../money/yen-schema.ts'
import { revenueStreamKinds, sponsorDisplays } from './revenue-stream-kind.ts'

const words = (name: string, most: number) => z.string().trim().max(most, `${name}は${most}文字以内で入力してください。`).default('')
const isAmount = (amount: number | null) => amount === null || amount > 0
const amountMessage = '金額は1円以上で入力してください。'
/** The first line of a list of choices stands for none. */
const noneWhenEmpty = (value: unknown) => (value === '' ? null : value)

const fields = z.object({
  kind: z.enum(revenueStreamKinds, '種類を選んでください。'),
  code: groundCodeSchema,
  name: groundNameSchema,
  /** 設置会社 or 協賛企業; nobody for an outside platform, whose receipts the city gives. */
  supporterId: supporterIdSchema.nullable().default(null),
  fundingSourceId: z.string().min(1, '財源を選んでください。').pipe(fundingSourceIdSchema),
  fundId: z.preprocess(noneWhenEmpty, fundIdSchema.nullable().default(null)),
  startsOn: localDateSchema.nullable().default(null),
  endsOn: localDateSchema.nullable().default(null),
  /** Of one month of a machine, of the whole agreement, or 目標額 of a project, in yen. */
  expectedYen: yenSchema.nullable().default(null).refine(isAmount, amountMessage),
  /** 設置場所, or the platform. */
  place: words('場所・サイト名', 100),
  /** 手数料率 in words, or 特典. */
  terms: words('条件・特典', 500),
  display: z.preprocess(noneWhenEmpty, z.enum(sponsorDisplays, '名前の出し方を選んでください。').nullable().default(null)),
  feeAccountId: z.preprocess(noneWhenEmpty, ledgerAccountIdSchema.nullable().default(null)),
  note: words('備考', 200),
})
type Fields = z.output<typeof fields>

function checkKind(details: Fields, context: z.RefinementCtx<Fields>): void {
  const miss = (field: keyof Fields, message: string) => context.addIssue({ code: 'custom', path: [field], message })
  if (details.kind === 'vending_machine' && details.startsOn === null) miss('startsOn', '設置日を入力してください。手数料が入る月の始まりです。')
  if (details.kind === 'sponsorship' && details.supporterId === null) miss('supporterId', '協賛する企業を支援者から選んでください。')
  if (details.kind === 'sponsorship' && details.display === null) miss('display', '名前の出し方を選んでください。')
  if (details.kind === 'crowdfunding' && details.feeAccountId === null) miss('feeAccountId', '手数料の科目を選んでください。例：支払手数料')
  if (details.startsOn !== null && details.endsOn !== null && details.endsOn < details.startsOn) miss('endsOn', '終わりの日は、始まりの日以後にしてください。')
}

/** What another kind had in the form is left out. */
function onlyOfKind(details: Fields): Fields {
  return {
    ...details,
    supporterId: details.kind === 'crowdfunding' ? null : details.supporterId,
    display: details.kind === 'sponsorship' ? details.display : null,
    feeAccountId: details.kind === 'crowdfunding' ? details.feeAccountId : null,
  }
}

/** 協賛・収益 as it is stored. */
export const revenueStreamDetailsSchema = fields.superRefine(checkKind).transform(onlyOfKind)
export type RevenueStreamDetails = z.output<typeof revenueStreamDetailsSchema>

/** The same as a form holds it. */
export function typedRevenueStreamSchema(context: DateContext) {
  const day = optionalTypedDateSchema(context)
  return fields.extend({ startsOn: day, endsOn: day, expectedYen: optionalTypedYen.refine(isAmount, amountMessage) }).superRefine(checkKind).transform(onlyOfKind)
}

/** `id` is null for a new one. */
export const saveRevenueStreamSchema = z.object({
  id: revenueStreamIdSchema.nullable(),
  revision: revisionSchema.nullable(),
  details: revenueStreamDetailsSchema,
})

/** As the books stood at a moment; as they stand now without one. */
const ofMoment = { postedUntil: postingMomentSchema.optional() }

export const revenueListSchema = z.object({ fiscalYear: fiscalYearSchema, kind: z.enum(revenueStreamKinds), ...ofMoment })
export type RevenueList = z.output<typeof revenueListSchema>
export const revenueStreamSchema = z.object({ streamId: revenueStreamIdSchema, fiscalYear: fiscalYearSchema, ...ofMoment })
export type RevenueStreamInput = z.output<typeof revenueStreamSchema>
