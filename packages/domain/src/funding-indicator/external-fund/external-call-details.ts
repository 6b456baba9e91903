import { z } from 'zod'
import { localDateSchema } from '../../calendar/local-date-schema.ts'
import type { DateContext } from '../../calendar/parse-date.ts'
import { optionalTypedDateSchema, typedDateSchema } from '../../calendar/typed-date.ts'
import { revisionSchema } from '../../council/revision.ts'
import { externalCallIdSchema, supporterIdSchema } from '../../id-schemas.ts'
import { optionalTypedYen } from '../../money/typed-yen.ts'
import { yenSchema } from '../../money/yen-schema.ts'
import { externalCallKinds } from './external-call-kind.ts'

const words = (name: string, most: number) => z.string().trim().max(most, `${name}は${most}文字以内で入力してください。`).default('')
const isAmount = (amount: number | null) => amount === null || amount > 0
const amountMessage = '金額は1円以上で入力してください。'
const isAddress = (text: string) => text === '' || /^https?:\/\/\S+$/.test(text)

const fields = z.object({
  name: z.string().trim().min(1, '募集の名称を入力してください。例：地域福祉活動助成').max(100, '名称は100文字以内で入力してください。'),
  funder: z.string().trim().min(1, '募集元を入力してください。例：○○財団').max(100, '募集元は100文字以内で入力してください。'),
  /** The funder in the register of supporters, where it is kept there. */
  funderId: supporterIdSchema.nullable().default(null),
  kind: z.enum(externalCallKinds, '種類を選んでください。'),
  theme: words('テーマ', 200),
  opensOn: localDateSchema.nullable().default(null),
  deadlineOn: localDateSchema,
  /** 上限額, in yen. */
  amountYen: yenSchema.nullable().default(null).refine(isAmount, amountMessage),
  resultOn: localDateSchema.nullable().default(null),
  url: words('ホームページ', 500).refine(isAddress, 'ホームページは http:// か https:// で始まるアドレスを入力してください。'),
  note: words('備考', 1_000),
  /** 見送り: the day of that decision. */
  passedOn: localDateSchema.nullable().default(null),
})
type Fields = z.output<typeof fields>

function checkDays({ opensOn, deadlineOn }: Fields, context: z.RefinementCtx<Fields>): void {
  if (opensOn !== null && deadlineOn < opensOn) context.addIssue({ code: 'custom', path: ['deadlineOn'], message: '締切日は、受付開始日以後にしてください。' })
}

/** A 募集 as it is stored. */
export const externalCallDetailsSchema = fields.superRefine(checkDays)
export type ExternalCallDetails = z.output<typeof externalCallDetailsSchema>

/** The same as a form holds it. */
export function typedExternalCallSchema(context: DateContext) {
  const day = optionalTypedDateSchema(context)
  return fields
    .extend({ opensOn: day, deadlineOn: typedDateSchema(context), resultOn: day, passedOn: day, amountYen: optionalTypedYen.refine(isAmount, amountMessage) })
    .superRefine(checkDays)
}

/** `id` is null for a new one. */
export const saveExternalCallSchema = z.object({ id: externalCallIdSchema.nullable(), revision: revisionSchema.nullable(), details: externalCallDetailsSchema })
