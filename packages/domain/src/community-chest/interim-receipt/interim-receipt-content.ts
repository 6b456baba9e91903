import { z } from 'zod'
import type { FiscalYear } from '../../calendar/fiscal-year.ts'
import { formatFiscalYear } from '../../calendar/japanese-era.ts'
import type { LocalDate } from '../../calendar/local-date.ts'
import { localDateSchema } from '../../calendar/local-date-schema.ts'
import { sumYen, type Yen } from '../../money/yen.ts'
import { yenSchema } from '../../money/yen-schema.ts'
import type { DriveKind } from '../campaign/drive-kind.ts'

/** Everything that a 預り証 says, frozen when it is issued: whatever changes later, it prints as it was. */
export const interimReceiptContentSchema = z.object({
  council: z.object({ name: z.string(), postalCode: z.string(), address: z.string(), phone: z.string(), representative: z.string() }),
  payer: z.string(),
  honorific: z.string(),
  /** Empty for an association. */
  address: z.string(),
  /** What was collected, ending in として. */
  purpose: z.string(),
  /** By method, in the order of their codes. */
  details: z.array(z.object({ label: z.string(), amountYen: yenSchema })),
  /** The first and the last day on which the money came in. */
  receivedFrom: localDateSchema,
  receivedTo: localDateSchema,
  /** For whom the money is held. */
  heldFor: z.string(),
  /** That it is no proof for a deduction, and who gives one. */
  notice: z.string(),
})
export type InterimReceiptContent = z.output<typeof interimReceiptContentSchema>

/** Money of one drive as it came in, in the order of the codes of the methods. */
export interface HeldLine {
  readonly methodName: string
  readonly amountYen: Yen
  readonly receivedOn: LocalDate
}

interface HeldDrive {
  readonly campaignName: string
  readonly fiscalYear: FiscalYear
  readonly drive: DriveKind
  /** 共同募金会 as papers name it; empty where it is not recorded. */
  readonly prefecturalBody: string
}

type InterimReceiptWords = Pick<InterimReceiptContent, 'purpose' | 'details' | 'receivedFrom' | 'receivedTo' | 'heldFor' | 'notice'>

/** What a 預り証 says of a drive's money. @throws RangeError when there is none. */
export function interimReceiptWords(lines: readonly HeldLine[], drive: HeldDrive): InterimReceiptWords {
  const days = lines.map(({ receivedOn }) => receivedOn).toSorted()
  const [receivedFrom] = days
  const receivedTo = days.at(-1)
  if (receivedFrom === undefined || receivedTo === undefined) throw new RangeError('an interim receipt stands for at least one payment')
  const byMethod = Map.groupBy(lines, ({ methodName }) => methodName)
  return {
    purpose: `${formatFiscalYear(drive.fiscalYear)}　${drive.campaignName}（${[...byMethod.keys()].join('・')}）として`,
    details: [...byMethod].map(([label, parts]) => ({ label, amountYen: sumYen(parts.map(({ amountYen }) => amountYen)) })),
    receivedFrom,
    receivedTo,
    ...holderWords(drive),
  }
}

/** Another body's drive is none of the 共同募金会's, so it is not promised that it gives a proof. */
function holderWords({ drive, prefecturalBody }: HeldDrive): Pick<InterimReceiptContent, 'heldFor' | 'notice'> {
  const notProof = 'この預り証は税の控除の証明には使えません。'
  if (drive === 'other') return { heldFor: '運動の実施団体', notice: `${notProof}控除については、運動の実施団体にお尋ねください。` }
  const heldFor = prefecturalBody === '' ? '共同募金会' : prefecturalBody
  return { heldFor, notice: `${notProof}控除用の領収書は${heldFor}が発行します。` }
}
