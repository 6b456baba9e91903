import { localDateInTokyo } from '@sasaeai/domain/calendar/local-date'
import { mailTextOf } from '@sasaeai/domain/letter/mail-text'
import { templateForGift } from '@sasaeai/domain/letter/template-for-gift'
import { hasOwnReceipt, waitsForDeposit } from '@sasaeai/domain/online-giving/care/payment-receipt'
import { addedToLetter, type ReceiptNews, thanksMailOf } from '@sasaeai/domain/online-giving/care/thanks-mail'
import { standardThanks } from '@sasaeai/domain/online-giving/settings/standard-notices'
import type { Deps } from '../../deps.ts'
import { valuesOfGift } from '../../donation/letter/letter-of-gift.ts'
import { readLetterGifts } from '../../donation/letter/read-letter-gifts.ts'
import { readCouncilValues } from '../../letter/compose/read-council-values.ts'
import { readMailTemplates } from '../../letter/compose/read-usable-templates.ts'
import type { PaymentCase } from './payment-case.ts'

/**
 * What the mail of thanks for a payment says: to a gift in Japanese the council's own 礼状 for mails that suits it, where it
 * has one; otherwise お礼の言葉 of the settings, or the words of this program in the language that the giver has chosen.
 */
export async function composeThanks(deps: Deps, payment: PaymentCase, isAttached: boolean): Promise<{ readonly subject: string; readonly body: string }> {
  const receipt = newsOf(payment, isAttached)
  return (await lettered(deps, payment, receipt)) ?? thanksMailOf({
    ...payment, receipt, isOrganization: payment.giverKind === 'organization', thanks: payment.ownThanks === '' ? usualThanks(payment) : payment.ownThanks,
  })
}

function newsOf(payment: PaymentCase, isAttached: boolean): ReceiptNews {
  if (isAttached) return 'attached'
  if (payment.giverKind === 'anonymous' || payment.money === 'drive') return 'none'
  if (!hasOwnReceipt(payment)) return payment.rule === 'annual' && payment.money === 'donation' ? 'yearly' : 'none'
  if (waitsForDeposit(payment)) return 'after_deposit'
  return payment.wish === 'paper' && payment.receiptId !== null ? 'by_post' : 'none'
}

async function lettered(deps: Deps, payment: PaymentCase, receipt: ReceiptNews): Promise<{ readonly subject: string; readonly body: string } | null> {
  const { language, money, entryId, giverKind } = payment
  if (language !== 'ja' || money !== 'donation' || entryId === null || giverKind === 'anonymous') return null
  const [gift] = await readLetterGifts(deps, [entryId])
  const template = gift === undefined ? undefined : templateForGift(await readMailTemplates(deps, 'thank_you'), gift.kind)
  if (gift === undefined || template === undefined) return null
  const values = { ...(await readCouncilValues(deps, localDateInTokyo(deps.now()))), ...valuesOfGift(gift) }
  const { subject, body } = mailTextOf(template, values, receipt === 'attached' ? '領収書（PDF）' : '')
  const added = addedToLetter({ ...payment, receipt })
  return { subject, body: added.length === 0 ? body : `${body}\n${added.join('\n\n')}\n` }
}

function usualThanks({ rule, minimumYen, maximumYen, council }: PaymentCase): string {
  return standardThanks({ receiptRule: rule, minimumYen, maximumYen }, { ...council, postalCode: '', representative: '' })
}
