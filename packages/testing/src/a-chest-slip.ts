import type { PostContributionInput } from '@sasaeai/api/ledger/post-contribution'
import { localDate } from '@sasaeai/domain/calendar/local-date'
import { yen } from '@sasaeai/domain/money/yen'
import type { ACouncil } from './a-council.ts'
import { aSlip } from './a-slip.ts'

/** A slip of 共同募金: 125 households of one 自治会, 62,500 yen in cash, on 5 October of the council's year. */
export function aChestSlip(council: ACouncil, change: Partial<PostContributionInput> = {}): PostContributionInput {
  return aSlip(council, {
    entryDate: localDate(`${council.fiscalYear}-10-05`),
    fundingSourceId: council.source('共同募金'),
    campaignId: council.campaign('赤い羽根共同募金'),
    collectionMethodId: council.method('戸別募金'),
    duesKindId: undefined,
    amountYen: yen(62_500),
    count: 125,
    ...change,
  })
}
