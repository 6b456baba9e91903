import { z } from 'zod'
import { revisionSchema } from '../../council/revision.ts'
import { donationChannelIdSchema, journalEntryIdSchema, pledgeInstalmentIdSchema } from '../../id-schemas.ts'
import { acknowledgmentConsents } from '../acknowledgment/acknowledgment-consent.ts'
import { type DonationKind, donationKinds } from './donation-kind.ts'

const name = (what: string) => z.string().trim().max(100, `${what}は100文字以内で入力してください。`).default('')

/** What the books do not know of a gift. */
export const donationDetailsSchema = z.object({
  kind: z.enum(donationKinds, '種類を選んでください。'),
  deceasedName: name('故人の名前'),
  mournerName: name('喪主の名前'),
  relationship: name('続柄'),
  occasion: name('お祝い・行事の名'),
  goods: z.string().trim().max(200, '品名は200文字以内で入力してください。').default(''),
  channelId: donationChannelIdSchema.nullable().default(null),
  staff: name('担当'),
  consent: z.enum(acknowledgmentConsents, '芳名の掲載を選んでください。').default('undecided'),
  printedName: name('掲載名'),
  note: z.string().trim().max(500, '備考は500文字以内で入力してください。マイナンバーは書かないでください。').default(''),
  instalmentId: pledgeInstalmentIdSchema.nullable().default(null),
})
export type DonationDetails = z.output<typeof donationDetailsSchema>

/** `revision` is null where nothing was written down of the gift before. */
export const saveDonationSchema = z.object({
  entryId: journalEntryIdSchema,
  revision: revisionSchema.nullable(),
  details: donationDetailsSchema,
})
export type SaveDonationInput = z.output<typeof saveDonationSchema>

/** What a kind has no place for is left out, so that a changed mind leaves no name of the deceased behind. */
export function detailsOfKind(details: DonationDetails): DonationDetails {
  const { kind } = details
  return {
    ...details,
    ...(kind === 'memorial' ? {} : { deceasedName: '', mournerName: '', relationship: '' }),
    ...(hasOccasion(kind) ? {} : { occasion: '' }),
    ...(kind === 'in_kind' ? {} : { goods: '' }),
  }
}

/** Whether a kind of gift is for something that happened: a wedding, a bazaar. */
export function hasOccasion(kind: DonationKind): boolean {
  return kind === 'celebration' || kind === 'event'
}
