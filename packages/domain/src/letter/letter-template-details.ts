import { z } from 'zod'
import { groundCodeSchema, groundNameSchema } from '../council/ground-code.ts'
import { revisionSchema } from '../council/revision.ts'
import { donationKinds } from '../donation/gift/donation-kind.ts'
import { letterTemplateIdSchema } from '../id-schemas.ts'
import { letterKinds } from './letter-kind.ts'
import { linesOf } from './letter-text.ts'
import { problemOfText } from './letter-text-problem.ts'

/** The words of a template, which are what 「標準の文に戻す」 puts back. */
const wordFields = {
  /** 表題 of the letter on paper. */
  heading: z.string().trim().max(60, '表題は60文字以内で入力してください。'),
  /** 件名 of the mail. */
  subject: z.string().trim().max(100, '件名は100文字以内で入力してください。'),
  /** Each line is a paragraph. */
  body: z.string().trim().min(1, '本文を入力してください。').max(4_000, '本文は4,000文字以内で入力してください。'),
  /** 記: whether the facts (date, amount, purpose) stand below the text once more. */
  listsFacts: z.boolean(),
}

/** 文書のひな形, as the council writes it. */
export const letterTemplateDetailsSchema = z
  .object({
    code: groundCodeSchema,
    name: groundNameSchema,
    kind: z.enum(letterKinds, '種類を選んでください。'),
    /** 礼状 only: gifts that it is proposed for; none named means that it suits every gift. */
    giftKinds: z.array(z.enum(donationKinds)),
    forPaper: z.boolean(),
    forMail: z.boolean(),
    ...wordFields,
  })
  .superRefine(({ kind, giftKinds, forPaper, forMail, heading, subject, body }, { addIssue }) => {
    const refuse = (path: string, message: string) => addIssue({ code: 'custom', path: [path], message })
    if (!forPaper && !forMail) refuse('forPaper', '紙とメールの、少なくともどちらかを選んでください。')
    if (forPaper && heading === '') refuse('heading', '紙で使うひな形には、表題を入力してください。例：ご寄附のお礼')
    if (forMail && subject === '') refuse('subject', 'メールで使うひな形には、件名を入力してください。例：ご寄附のお礼')
    if (kind !== 'thank_you' && giftKinds.length > 0) refuse('giftKinds', '寄附の種類を選べるのは、礼状だけです。')
    for (const [path, text] of Object.entries({ heading, subject, body })) {
      const problem = problemOfText(kind, text)
      if (problem !== null) refuse(path, problem)
    }
    if (linesOf(body).length > 30) refuse('body', '本文は30行までにしてください。A4 1枚に収まりません。')
  })
export type LetterTemplateDetails = z.output<typeof letterTemplateDetailsSchema>

/** What is printed or mailed of a template, whichever letters it is for. */
export type LetterWords = Pick<LetterTemplateDetails, 'heading' | 'subject' | 'body' | 'listsFacts'>

/** `id` is null for a new template. */
export const saveLetterTemplateSchema = z.object({
  id: letterTemplateIdSchema.nullable(),
  revision: revisionSchema.nullable(),
  details: letterTemplateDetailsSchema,
})
