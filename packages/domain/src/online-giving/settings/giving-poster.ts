import { z } from 'zod'
import { givingLinkIdSchema } from '../../id-schemas.ts'
import { siteAddressSchema } from './giving-link-details.ts'

/** What the QR code of a short link is printed on. */
export const givingPosterForms = ['a4', 'cards'] as const
export type GivingPosterForm = (typeof givingPosterForms)[number]

export const givingPosterFormNames: Record<GivingPosterForm, string> = { a4: 'ポスター（A4）', cards: 'カード（A4に8枚）' }

/** How many links are printed at once. */
export const mostPosters = 200

/** A page for each link: a poster, or eight cards to be cut. */
export const givingPostersOrderSchema = z.object({
  kind: z.literal('giving_posters'),
  linkIds: z.array(givingLinkIdSchema).min(1).max(mostPosters),
  form: z.enum(givingPosterForms),
  site: siteAddressSchema,
})
