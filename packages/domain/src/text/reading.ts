import { z } from 'zod'
import { toKatakana } from './kana.ts'

/**
 * A reading (フリガナ) as typed in any width and either kana; comes out as full-width katakana with single blanks.
 * Unlike a name it is no one's own spelling, so it may be rewritten. Letters and digits stay: companies have them.
 */
export const readingSchema = z
  .string()
  .max(200, 'フリガナは200文字以内で入力してください。')
  .default('')
  .transform((text, context) => {
    const reading = toKatakana(text.normalize('NFKC')).replace(/\s+/g, ' ').trim()
    if (readable.test(reading)) return reading
    context.addIssue({ code: 'custom', message: 'フリガナはカタカナで入力してください。例：ササエ ハナコ' })
    return z.NEVER
  })

const readable = /^[ァ-ヺー・ヽヾA-Za-z0-9 &'(),.-]*$/
