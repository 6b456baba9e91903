import { donationKindNames } from '../donation/gift/donation-kind.ts'
import type { LetterTemplateDetails } from './letter-template-details.ts'

/** Where a template is used: 「紙・メール」 */
export function letterUseWords({ forPaper, forMail }: Pick<LetterTemplateDetails, 'forPaper' | 'forMail'>): string {
  return [...(forPaper ? ['紙'] : []), ...(forMail ? ['メール'] : [])].join('・')
}

/** The gifts that a 礼状 is proposed for, nothing where a letter is not about a gift. */
export function suitedGiftWords({ kind, giftKinds }: Pick<LetterTemplateDetails, 'kind' | 'giftKinds'>): string {
  if (kind !== 'thank_you') return ''
  return giftKinds.length === 0 ? 'すべて' : giftKinds.map((each) => donationKindNames[each]).join('・')
}
