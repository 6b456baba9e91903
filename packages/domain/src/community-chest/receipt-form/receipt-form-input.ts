import { z } from 'zod'
import { fiscalYearSchema } from '../../calendar/fiscal-year-schema.ts'
import { localDateSchema } from '../../calendar/local-date-schema.ts'
import { revisionSchema } from '../../council/revision.ts'
import { receiptFormBlockIdSchema } from '../../id-schemas.ts'
import { positiveYenSchema } from '../../money/yen-schema.ts'
import { receiptFormStates } from './receipt-form-state.ts'

const largestNumber = 99_999_999
/** As many forms as one block may hold: what is larger was mistyped. */
const mostForms = 10_000

/** A printed number as it is typed: full width is read, an empty field is not. */
function typedNumberSchema(name: string) {
  return z.preprocess(
    (value) => (typeof value === 'string' ? value.normalize('NFKC').replaceAll(/[,\s]/g, '') || undefined : value),
    z.coerce
      .number(`${name}は数字で入力してください。例：1201`)
      .int(`${name}は数字で入力してください。例：1201`)
      .min(0, `${name}は0以上で入力してください。`)
      .max(largestNumber, `${name}は8けたまでで入力してください。`),
  )
}

/** 冊: a block of forms as it was handed over. The fiscal year is that of the day on which it was received. */
export const formBlockFields = {
  series: z.string().trim().min(1, '様式・記号を入力してください。例：領収書 A').max(30, '様式・記号は30文字以内で入力してください。'),
  firstNumber: typedNumberSchema('最初の番号'),
  lastNumber: typedNumberSchema('最後の番号'),
  receivedOn: localDateSchema,
  keeper: z.string().trim().max(60, '保管する人・場所は60文字以内で入力してください。').default(''),
  note: z.string().trim().max(300, '備考は300文字以内で入力してください。').default(''),
} as const

interface NumberedBlock {
  readonly firstNumber: number
  readonly lastNumber: number
}

/** The rules across the fields of a block, told at the field at fault; for `superRefine`. */
export function checkFormBlock({ firstNumber, lastNumber }: NumberedBlock, context: z.core.$RefinementCtx): void {
  const complain = (message: string) => context.addIssue({ code: 'custom', path: ['lastNumber'], message })
  if (lastNumber < firstNumber) complain('最後の番号は、最初の番号以上にしてください。')
  if (lastNumber - firstNumber >= mostForms) complain('ひとつの冊は1万枚までです。番号を確かめてください。')
}

export const formBlockDetailsSchema = z.object(formBlockFields).superRefine(checkFormBlock)
export type FormBlockDetails = z.output<typeof formBlockDetailsSchema>

/** A block that is there already, and the revision that it was opened on. */
export const seenFormBlockSchema = z.object({ blockId: receiptFormBlockIdSchema, revision: revisionSchema })
export type SeenFormBlock = z.output<typeof seenFormBlockSchema>

/** `change` is null for a new block. */
export const saveFormBlockSchema = z.object({ change: seenFormBlockSchema.nullable(), details: formBlockDetailsSchema })
export type SaveFormBlockInput = z.output<typeof saveFormBlockSchema>

/** What is recorded of one number, or of a range of numbers that were spoiled or returned together. */
export const recordedFormFields = {
  state: z.enum(receiptFormStates, '状態を選んでください。'),
  firstNumber: typedNumberSchema('番号'),
  lastNumber: typedNumberSchema('番号'),
  usedOn: localDateSchema,
  /** 交付先; taken from the entry where it is left out. */
  recipient: z.string().trim().max(100, '交付先は100文字以内で入力してください。').default(''),
  amountYen: positiveYenSchema
    .nullable()
    .default(null),
  /** 伝票番号 in the fiscal year of the day. */
  entryNumber: z.int().positive().nullable().default(null),
  note: z.string().trim().max(100, '備考は100文字以内で入力してください。').default(''),
} as const

interface RecordedForm extends NumberedBlock {
  readonly state: string
  readonly recipient: string
  readonly amountYen: number | null
  readonly entryNumber: number | null
}

/** A form is issued to somebody, one at a time; what was spoiled or returned went to nobody. */
export function checkRecordedForm(form: RecordedForm, context: z.core.$RefinementCtx): void {
  const complain = (field: string, message: string) => context.addIssue({ code: 'custom', path: [field], message })
  if (form.lastNumber < form.firstNumber) complain('lastNumber', '終わりの番号は、始めの番号以上にしてください。')
  if (form.state === 'issued') {
    if (form.lastNumber !== form.firstNumber) complain('lastNumber', '交付は1枚ずつ記録してください。')
    if (form.recipient === '' && form.entryNumber === null) complain('recipient', '交付先か伝票番号を入力してください。')
  } else if (form.recipient !== '' || form.amountYen !== null || form.entryNumber !== null) {
    complain('state', '書き損じと返納には、交付先・金額・伝票番号を付けられません。')
  }
}

export const recordFormsSchema = z.object({ blockId: receiptFormBlockIdSchema, ...recordedFormFields }).superRefine(checkRecordedForm)
export type RecordFormsInput = z.output<typeof recordFormsSchema>

/** Takes back what was recorded of a range, all of it in one state: the forms are on hand again. */
export const putBackFormsSchema = z.object({
  blockId: receiptFormBlockIdSchema,
  state: z.enum(receiptFormStates),
  firstNumber: z.int().min(0).max(largestNumber),
  lastNumber: z.int().min(0).max(largestNumber),
})
export type PutBackFormsInput = z.output<typeof putBackFormsSchema>

export const formBlockSchema = z.object({ blockId: receiptFormBlockIdSchema })
export const formYearSchema = z.object({ fiscalYear: fiscalYearSchema })
