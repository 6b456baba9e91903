import { z } from 'zod'
import { acknowledgmentConsents } from '../../donation/acknowledgment/acknowledgment-consent.ts'
import { onlineGiftIdSchema } from '../../id-schemas.ts'
import { amountRefusalMessage, parseAmount } from '../../money/parse-amount.ts'
import type { Yen } from '../../money/yen.ts'
import { proofSchema } from '../abuse/proof.ts'
import { giftFrequencies } from './gift-frequency.ts'
import { giftGiverSchema, lineOf } from './gift-giver.ts'
import { givingLanguages } from './giving-language.ts'
import { receiptWishes } from './receipt-wish.ts'

/** The last part of a page's address, as the table allows it. */
export const givingSlugSchema = z.string().regex(/^[a-z0-9]([a-z0-9-]{0,48}[a-z0-9])?$/, 'このページは見つかりません。')

/** The last part of a short link. */
const givingLinkCodeSchema = z.string().regex(/^[a-z0-9]{4,12}$/, 'このリンクは見つかりません。')

export const givingLinkSchema = z.object({ code: givingLinkCodeSchema })

/** An amount as the page holds it: the number of a button, or what was typed in any width; null where 口数 say it. */
const givenYen = z.union([z.string(), z.int()]).nullable().default(null).transform((given, context): Yen | null => {
  if (given === null) return null
  const amount = parseAmount(String(given))
  if (amount.ok) return amount.yen
  context.addIssue({ code: 'custom', message: amountRefusalMessage(amount.reason) })
  return z.NEVER
})

/** 口数 as the page holds them; null for everything but dues that are counted. */
const givenUnits = z.union([z.string(), z.int()]).nullable().default(null).transform((given, context): number | null => {
  if (given === null) return null
  const plain = String(given).normalize('NFKC').trim().replace(/口$/, '')
  if (/^[1-9]\d{0,3}$/.test(plain)) return Number(plain)
  context.addIssue({ code: 'custom', message: '口数は1から9999までの数字で入力してください。例：2' })
  return z.NEVER
})

/** 閲覧: made by a tab of a browser for as long as it is open, to tell it from others. It names nobody, and is kept only as long as starts are counted. */
export const visitSchema = z.object({ visitId: z.uuid() })

/** 香典返し: in memory of somebody. */
const memorialSchema = z.object({
  deceasedName: lineOf(100, '亡くなられた方のお名前').refine((name) => name !== '', '亡くなられた方のお名前を入力してください。例：支援 太郎'),
  /** What the deceased was to the giver. */
  relationship: lineOf(50, '続柄'),
})

/**
 * What a giver filled in, as the page sends it; the page's own form is checked by the same schema. It asks only for what the
 * receipt needs: the address where it goes by post, a name where there is one, nothing of 匿名 but an e-mail address.
 */
export const startGiftSchema = z
  .object({
    /** Made by the page, so that a double click is one gift. */
    giftId: onlineGiftIdSchema,
    slug: givingSlugSchema,
    /** 短いリンク that the giver came by; it also says for which 校区・自治会 the gift counts. */
    linkCode: givingLinkCodeSchema.nullable().default(null),
    frequency: z.enum(giftFrequencies, '寄附の回数を選んでください。'),
    amountYen: givenYen,
    units: givenUnits,
    giver: giftGiverSchema,
    receiptWish: z.enum(receiptWishes, '領収書の受け取り方を選んでください。'),
    memorial: memorialSchema.nullable().default(null),
    consent: z.enum(acknowledgmentConsents, 'お名前の掲載について選んでください。').default('undecided'),
    /** 掲載名, where it is not the giver's name. */
    printedName: lineOf(100, '掲載するお名前'),
    message: z.string().max(500, 'メッセージは500文字以内で入力してください。').default('').transform(withoutControls),
    language: z.enum(givingLanguages).default('ja'),
    ...visitSchema.shape,
    proof: proofSchema,
  })
  .superRefine((gift, { addIssue }) => {
    const issue = (path: string[], message: string) => addIssue({ code: 'custom', path, message })
    if (gift.amountYen === null && gift.units === null) issue(['amountYen'], amountRefusalMessage('empty'))
    if (gift.amountYen !== null && gift.units !== null) issue(['units'], '金額か口数のどちらかで申し込んでください。')
    if (gift.giver.kind === 'anonymous') {
      if (gift.receiptWish !== 'none') issue(['receiptWish'], '匿名の寄附では領収書を発行できません。領収書が必要な方は、お名前を入力してください。')
      if (gift.consent === 'named' || gift.consent === 'amount_hidden') issue(['consent'], '匿名の寄附では、お名前は掲載されません。')
    }
    if (gift.receiptWish === 'paper' && gift.giver.kind !== 'anonymous') {
      if (gift.giver.postalCode === '') issue(['giver', 'postalCode'], '領収書の郵送先の郵便番号を入力してください。例：830-0022')
      if (gift.giver.address === '') issue(['giver', 'address'], '領収書の郵送先の住所を入力してください。例：久留米市城南町15-5')
    }
    if (gift.memorial !== null && gift.frequency === 'monthly') issue(['frequency'], '故人をしのぶ寄附は、今回のみでお申し込みください。')
  })
export type StartGiftInput = z.output<typeof startGiftSchema>

/** Line ends stay; other characters that no paper can print do not. */
function withoutControls(text: string): string {
  return text.replace(/\r\n?/g, '\n').replace(/[^\P{Cc}\n]/gu, '').trim()
}
