import { composeLetter, type LetterWording } from './compose-letter.ts'
import type { LetterValues } from './letter-field.ts'
import { fillText } from './letter-text.ts'

/** A template as a mail needs it. */
export interface MailWording extends LetterWording {
  readonly subject: string
}

/** Subject and text of a mail: the addressee, the template's paragraphs and facts, what is attached in words, the council. */
export function mailTextOf(wording: MailWording, values: LetterValues, attached: string): { readonly subject: string; readonly body: string } {
  const { recipientName = '', honorific = '', councilName = '', councilAddress = '', councilPhone = '' } = values
  const { title, paragraphs, facts } = composeLetter(wording, values)
  const parts = [
    `${recipientName}　${honorific}`.trim(),
    ...paragraphs,
    ...(facts.length === 0 ? [] : [['記', ...facts.map(({ label, text }) => `・${label}：${text}`)].join('\n')]),
    ...(attached === '' ? [] : [`添付：${attached}`]),
    ['----', councilName, councilAddress, councilPhone === '' ? '' : `電話 ${councilPhone}`].filter((line) => line !== '').join('\n'),
  ]
  return { subject: fillText(wording.subject, values).lines.join('　') || title, body: `${parts.join('\n\n')}\n` }
}
