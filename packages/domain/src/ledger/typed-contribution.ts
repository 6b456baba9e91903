import { z } from 'zod'
import type { DateContext } from '../calendar/parse-date.ts'
import { typedDateSchema } from '../calendar/typed-date.ts'
import { formatLocalDateShort } from '../calendar/japanese-era.ts'
import { formatYen } from '../money/yen.ts'
import { typedYen } from '../money/typed-yen.ts'
import { type Contribution, contributionSchema, duesYearOf } from './contribution.ts'

/** A contribution as a form holds it: everything as typed or chosen, an empty text where nothing is. */
export interface TypedContribution {
  entryDate: string
  cashAccountId: string
  fundingSourceId: string
  campaignId: string
  collectionMethodId: string
  areaId: string
  fundId: string
  duesKindId: string
  duesYear: string
  supporterId: string
  amountYen: string
  count: string
  note: string
}

const chosen = z.string().transform((text) => (text === '' ? undefined : text))

const chosenYear = z.string().transform((text) => (text === '' ? undefined : Number(text)))

const typedCount = z.string().transform((text, issues) => {
  const digits = text.normalize('NFKC').replaceAll(',', '').trim()
  if (/^\d*$/.test(digits)) return Number(digits)
  issues.addIssue({ code: 'custom', message: '件数は数字で入力してください。例：120' })
  return z.NEVER
})

/** What a form typed, read into a contribution; the rules of a contribution follow. */
export function typedContributionSchema(context: DateContext) {
  return z
    .object({
      entryDate: typedDateSchema(context),
      cashAccountId: z.string().min(1, '入金先を選んでください。例：現金'),
      fundingSourceId: z.string().min(1, '財源を選んでください。例：社協会費'),
      campaignId: chosen,
      collectionMethodId: chosen,
      areaId: chosen,
      fundId: chosen,
      duesKindId: chosen,
      duesYear: chosenYear,
      supporterId: chosen,
      amountYen: typedYen,
      count: typedCount,
      note: z.string(),
    })
    .transform((typed, issues): Contribution => {
      const contribution = contributionSchema.safeParse(typed)
      if (contribution.success) return contribution.data
      for (const { path, message } of contribution.error.issues) issues.addIssue({ code: 'custom', path, message })
      return z.NEVER
    })
}

/** A contribution as a form shows it, to be changed and read again. */
export function typedOf(contribution: Contribution): TypedContribution {
  return {
    entryDate: formatLocalDateShort(contribution.entryDate),
    cashAccountId: contribution.cashAccountId,
    fundingSourceId: contribution.fundingSourceId,
    campaignId: contribution.campaignId ?? '',
    collectionMethodId: contribution.collectionMethodId ?? '',
    areaId: contribution.areaId ?? '',
    fundId: contribution.fundId ?? '',
    duesKindId: contribution.duesKindId ?? '',
    duesYear: String(duesYearOf(contribution) ?? ''),
    supporterId: contribution.supporterId ?? '',
    amountYen: formatYen(contribution.amountYen),
    count: contribution.count === 0 ? '' : String(contribution.count),
    note: contribution.note,
  }
}
