import { type PostContributionInput, postContribution } from '@sasaeai/api/ledger/post-contribution'
import type { PostedEntry } from '@sasaeai/api/ledger/post-entries'
import { localDate } from '@sasaeai/domain/calendar/local-date'
import { yen } from '@sasaeai/domain/money/yen'
import type { ACouncil } from './a-council.ts'

/** A slip of household dues: 51 households of one 自治会, 25,500 yen in cash, on 15 October of the council's year. */
export function aSlip(council: ACouncil, change: Partial<PostContributionInput> = {}): PostContributionInput {
  return {
    slipId: council.deps.newId(),
    entryDate: localDate(`${council.fiscalYear}-10-15`),
    cashAccountId: council.account('現金'),
    fundingSourceId: council.source('社協会費'),
    duesKindId: council.duesKind('一般会費'),
    areaId: council.area('日吉一丁目自治会'),
    amountYen: yen(25_500),
    count: 51,
    note: '',
    ...change,
  }
}

/** Books a slip in the name of the accountant. @throws Error with the code of the refusal. */
export async function bookSlip(council: ACouncil, slip: PostContributionInput): Promise<PostedEntry> {
  const posted = await postContribution(council.deps, council.actors.accountant, slip)
  if (!posted.ok) throw new Error(`the slip was not booked: ${posted.code}`)
  return posted.value
}

/** Books so many such slips, some hundred at a time: all at once the last would wait for a connection longer than anybody should. */
export async function bookManySlips(council: ACouncil, change: Partial<PostContributionInput>, howMany: number): Promise<void> {
  for (let booked = 0; booked < howMany; booked += 200) {
    await Promise.all(Array.from({ length: Math.min(200, howMany - booked) }, () => bookSlip(council, aSlip(council, change))))
  }
}
