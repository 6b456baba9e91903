import { z } from 'zod'
import type { DateContext } from '../../calendar/parse-date.ts'
import { optionalTypedDateSchema } from '../../calendar/typed-date.ts'
import { optionalTypedYen } from '../../money/typed-yen.ts'
import { typedCountSchema } from '../../text/typed-count.ts'
import { type GivingTargetDetails, givingTargetSchema } from './giving-target-details.ts'
import type { GivingTargetKind } from './giving-target-kind.ts'

/** A choice of a native list; nothing was chosen where it is empty. */
const chosen = z.string().nullable().default(null).transform((value) => (value === null || value === '' ? null : value))

/** 受付項目 as its form holds it. What its kind does not have is left out, whatever its fields still hold. */
export function typedGivingTargetSchema(context: DateContext) {
  return z
    .object({
      ...givingTargetSchema.shape,
      fundId: chosen, campaignId: chosen, duesKindId: chosen, collectionMethodId: chosen, channelId: chosen,
      suggestedYen: z.array(optionalTypedYen),
      sequence: typedCountSchema('並び順').transform((count) => count ?? 0),
      instructedOn: optionalTypedDateSchema(context), opensOn: optionalTypedDateSchema(context), closesOn: optionalTypedDateSchema(context),
    })
    .transform((typed, issues): GivingTargetDetails => {
      const { kind } = typed
      const details = givingTargetSchema.safeParse({ ...typed, ...leftOut[kind], suggestedYen: kind === 'dues' ? [] : typed.suggestedYen.filter((amount) => amount !== null) })
      if (details.success) return details.data
      for (const { path, message } of details.error.issues) issues.addIssue({ code: 'custom', path, message })
      return z.NEVER
    })
}

const noDrive = { campaignId: null, collectionMethodId: null, instruction: '', instructedOn: null, externalUrl: '' } as const

const leftOut: Record<GivingTargetKind, Partial<GivingTargetDetails>> = {
  general: { ...noDrive, duesKindId: null },
  fund: { ...noDrive, duesKindId: null },
  dues: { ...noDrive, fundId: null, channelId: null, allowsMonthly: false },
  campaign: { fundId: null, duesKindId: null, channelId: null, allowsMonthly: false },
}
