import { z } from 'zod'
import { localDateSchema } from '../../calendar/local-date-schema.ts'
import type { DateContext } from '../../calendar/parse-date.ts'
import { optionalTypedDateSchema } from '../../calendar/typed-date.ts'
import { revisionSchema } from '../../council/revision.ts'
import { externalApplicationIdSchema, externalCallIdSchema, fundIdSchema, userIdSchema } from '../../id-schemas.ts'
import { optionalTypedYen } from '../../money/typed-yen.ts'
import { yenSchema } from '../../money/yen-schema.ts'
import { externalApplicationStates } from './external-application-state.ts'

const isAmount = (amount: number | null) => amount === null || amount > 0
const amountMessage = '金額は1円以上で入力してください。'
/** The first line of a list of choices stands for none. */
const noneWhenEmpty = (value: unknown) => (value === '' ? null : value)

const fields = z.object({
  callId: externalCallIdSchema,
  projectName: z.string().trim().min(1, '事業名を入力してください。例：子ども食堂の開設支援').max(100, '事業名は100文字以内で入力してください。'),
  requestedYen: yenSchema.nullable().default(null).refine(isAmount, amountMessage),
  state: z.enum(externalApplicationStates, '状態を選んでください。'),
  appliedOn: localDateSchema.nullable().default(null),
  decidedOn: localDateSchema.nullable().default(null),
  awardedYen: yenSchema.nullable().default(null).refine(isAmount, amountMessage),
  reportDueOn: localDateSchema.nullable().default(null),
  reportedOn: localDateSchema.nullable().default(null),
  responsibleId: z.preprocess(noneWhenEmpty, userIdSchema.nullable().default(null)),
  fundId: z.preprocess(noneWhenEmpty, fundIdSchema.nullable().default(null)),
  note: z.string().trim().max(1_000, '備考は1000文字以内で入力してください。').default(''),
})
type Fields = z.output<typeof fields>

/** What each state needs, and that its days follow each other. PostgreSQL decides the same once more. */
function checkState(details: Fields, context: z.RefinementCtx<Fields>): void {
  const { state, appliedOn, decidedOn, awardedYen, reportedOn } = details
  const miss = (field: keyof Fields, message: string) => context.addIssue({ code: 'custom', path: [field], message })
  const isDecided = state === 'awarded' || state === 'rejected'
  if ((isDecided || state === 'applied') && appliedOn === null) miss('appliedOn', '申込日を入力してください。例：R8.5.20')
  if (isDecided && decidedOn === null) miss('decidedOn', '決定日を入力してください。例：R8.7.1')
  if (state === 'awarded' && awardedYen === null) miss('awardedYen', '決定額を入力してください。例：500,000')
  if (isDecided && appliedOn !== null && decidedOn !== null && decidedOn < appliedOn) miss('decidedOn', '決定日は、申込日以後にしてください。')
  if (state === 'awarded' && decidedOn !== null && reportedOn !== null && reportedOn < decidedOn) miss('reportedOn', '報告日は、決定日以後にしてください。')
}

/** What another state had in the form is left out. */
function onlyOfState(details: Fields): Fields {
  const isDecided = details.state === 'awarded' || details.state === 'rejected'
  const isAwarded = details.state === 'awarded'
  return {
    ...details,
    appliedOn: details.state === 'preparing' ? null : details.appliedOn,
    decidedOn: isDecided ? details.decidedOn : null,
    awardedYen: isAwarded ? details.awardedYen : null,
    reportDueOn: isAwarded ? details.reportDueOn : null,
    reportedOn: isAwarded ? details.reportedOn : null,
  }
}

/** An 申込 as it is stored. */
export const externalApplicationDetailsSchema = fields.superRefine(checkState).transform(onlyOfState)
export type ExternalApplicationDetails = z.output<typeof externalApplicationDetailsSchema>

/** The same as a form holds it. */
export function typedExternalApplicationSchema(context: DateContext) {
  const day = optionalTypedDateSchema(context)
  const amount = optionalTypedYen.refine(isAmount, amountMessage)
  return fields
    .extend({ appliedOn: day, decidedOn: day, reportDueOn: day, reportedOn: day, requestedYen: amount, awardedYen: amount })
    .superRefine(checkState)
    .transform(onlyOfState)
}

/** `id` is null for a new one. */
export const saveExternalApplicationSchema = z.object({
  id: externalApplicationIdSchema.nullable(),
  revision: revisionSchema.nullable(),
  details: externalApplicationDetailsSchema,
})
