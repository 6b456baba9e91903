import { z } from 'zod'
import { revisionSchema } from '../../council/revision.ts'
import { areaIdSchema, givingLinkIdSchema, givingTargetIdSchema } from '../../id-schemas.ts'
import { optionalTypedYen } from '../../money/typed-yen.ts'
import { positiveYenSchema } from '../../money/yen-schema.ts'

/** 短いリンク: an address for a QR code that opens a page already filled in. Its code is made by the program. */
export const givingLinkSchema = z.object({
  label: z.string().trim().min(1, '名前を入力してください。どこに貼るかが分かる名前にします。例：日吉校区だより 秋号').max(60, '名前は60文字以内で入力してください。'),
  targetId: z.string().min(1, '受付項目を選んでください。').pipe(givingTargetIdSchema),
  /** 校区・自治会 that the gift is counted for. */
  areaId: areaIdSchema.nullable(),
  amountYen: positiveYenSchema.nullable(),
})
export type GivingLinkDetails = z.output<typeof givingLinkSchema>

/** `id` is null for a new link. */
export const saveGivingLinkSchema = z.object({
  id: givingLinkIdSchema.nullable(),
  revision: revisionSchema.nullable(),
  details: givingLinkSchema,
})
export type SaveGivingLinkInput = z.output<typeof saveGivingLinkSchema>

/** The same with the amount as somebody typed it. */
export const typedGivingLinkSchema = givingLinkSchema.extend({
  amountYen: optionalTypedYen.refine((amount) => amount === null || amount > 0, '1円以上の金額を入力してください。'),
})

/** One link for each area that stands directly below another: for every 校区 of the city, for every 自治会 of a 校区. */
export const layAreaLinksSchema = givingLinkSchema.pick({ targetId: true, amountYen: true }).extend({
  parentAreaId: z.string().min(1, '上の地域を選んでください。').pipe(areaIdSchema),
})
export type LayAreaLinksInput = z.output<typeof layAreaLinksSchema>

/** The same with the amount as somebody typed it. */
export const typedAreaLinksSchema = layAreaLinksSchema.extend({ amountYen: typedGivingLinkSchema.shape.amountYen })

/** 「https://kifu.example.jp」: where people open the site, without a path. */
export const siteAddressSchema = z
  .url({ protocol: /^https?$/, error: 'サイトのアドレスが読み取れません。画面を読み込み直してください。' })
  .max(200)
  .transform((address) => new URL(address).origin)

export const exportLinksSchema = z.object({ site: siteAddressSchema })

/** No i, l, o, 0 or 1: somebody may copy it from paper by hand. */
const linkAlphabet = 'abcdefghjkmnpqrstuvwxyz23456789'
const linkCodeLength = 6

/** The code of a new link, from the random end of its own id: one of some 890 million. */
export function linkCodeOf(linkId: string): string {
  let rest = Number.parseInt(linkId.slice(-12), 16)
  let code = ''
  for (let place = 0; place < linkCodeLength; place += 1) {
    code += linkAlphabet[rest % linkAlphabet.length] ?? ''
    rest = Math.floor(rest / linkAlphabet.length)
  }
  return code
}

/** Where a short link stands, below the address of the site: 「/g/k7m3wq」. */
export function givingLinkPath(code: string): string {
  return `/g/${code}`
}
