import { formatLocalDateShort } from '@sasaeai/domain/calendar/japanese-era'
import type { LocalDate } from '@sasaeai/domain/calendar/local-date'
import { drivesOf } from '@sasaeai/domain/ledger/funding-category'
import { type GivingTargetDetails, mostSuggestions } from '@sasaeai/domain/online-giving/settings/giving-target-details'
import type { GivingTargetKind } from '@sasaeai/domain/online-giving/settings/giving-target-kind'
import type { typedGivingTargetSchema } from '@sasaeai/domain/online-giving/settings/typed-giving-target'
import type { UseFormReturn } from 'react-hook-form'
import type { z } from 'zod'
import type { RouterOutput } from '../../../app/trpc.ts'
import type { GivingTarget } from './giving-targets-page.tsx'

export type TargetChoices = RouterOutput['onlineGiving']['settings']['target']['choices']
export type TargetDraft = z.input<ReturnType<typeof typedGivingTargetSchema>>
export type TargetForm = UseFormReturn<TargetDraft, unknown, GivingTargetDetails>

type ChosenField = 'fundingSourceId' | 'fundId' | 'campaignId' | 'duesKindId' | 'collectionMethodId'

/** 財源 that the money of a kind may be booked as. */
export function sourcesFor(kind: GivingTargetKind, { sources }: TargetChoices): TargetChoices['sources'] {
  if (kind === 'campaign') return sources.filter(({ category }) => drivesOf(category).length > 0)
  return sources.filter(({ category }) => category === (kind === 'dues' ? 'membership_dues' : 'donation'))
}

/** What a form begins with when its kind is chosen: what is usual, so that little is left to choose. */
export function firstChoicesOf(kind: GivingTargetKind, choices: TargetChoices): readonly (readonly [ChosenField, string])[] {
  return [
    ['fundingSourceId', sourcesFor(kind, choices)[0]?.id ?? ''],
    ['fundId', ''],
    ['campaignId', ''],
    ['duesKindId', ''],
    // 「その他の募金」 stands last.
    ['collectionMethodId', kind === 'campaign' ? (choices.methods.at(-1)?.id ?? '') : ''],
  ]
}

/** The form as it opens: every field as text. */
export function draftOfTarget(target: GivingTarget | null, { choices, nextSequence }: { choices: TargetChoices; nextSequence: number }) {
  if (target === null) {
    return {
      kind: 'fund' as const, slug: '', title: '', lead: '', channelId: '', paymentAccountId: choices.accounts[0]?.id ?? '', suggestedYen: amountsOf([1_000, 3_000, 5_000, 10_000]),
      allowsMonthly: true, instruction: '', instructedOn: '', externalUrl: '', sequence: String(nextSequence), opensOn: '', closesOn: '',
      ...Object.fromEntries<string>(firstChoicesOf('fund', choices)) as Record<ChosenField, string>,
    }
  }
  const { fundId, campaignId, duesKindId, collectionMethodId, channelId, instructedOn, opensOn, closesOn, suggestedYen, sequence, ...same } = target
  return {
    ...same, fundId: fundId ?? '', campaignId: campaignId ?? '', duesKindId: duesKindId ?? '', collectionMethodId: collectionMethodId ?? '', channelId: channelId ?? '',
    suggestedYen: amountsOf(suggestedYen), sequence: String(sequence), instructedOn: typed(instructedOn), opensOn: typed(opensOn), closesOn: typed(closesOn),
  }
}

export type InitialTarget = ReturnType<typeof draftOfTarget>

function amountsOf(amounts: readonly number[]): string[] {
  return Array.from({ length: mostSuggestions }, (_, index) => {
    const amount = amounts[index]
    return amount === undefined ? '' : amount.toLocaleString('ja-JP')
  })
}

function typed(day: LocalDate | null): string {
  return day === null ? '' : formatLocalDateShort(day)
}
