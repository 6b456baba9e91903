import { createPledge } from '@sasaeai/api/donation/pledge/create-pledge'
import { postGift } from '@sasaeai/api/donation/gift/post-gift'
import { createSupporter } from '@sasaeai/api/supporter/create-supporter'
import { addDays, localDateInTokyo } from '@sasaeai/domain/calendar/local-date'
import { createPledgeSchema } from '@sasaeai/domain/donation/pledge/pledge-input'
import { id, type JournalEntryId, type PledgeId } from '@sasaeai/domain/ids'
import { supporterDetailsSchema } from '@sasaeai/domain/supporter/supporter-details'
import type { ACouncil } from './a-council.ts'
import { aGift } from './a-gift.ts'

/** 香典返し of a giver who has promised more: enough for every page of 寄附 to have something on it. */
export async function giftsAtTheDesk(council: ACouncil): Promise<{ giftId: JournalEntryId; pledgeId: PledgeId }> {
  const { deps, actors } = council
  const today = localDateInTokyo(deps.now())
  const giver = await createSupporter(deps, actors.accountant, supporterDetailsSchema.parse({ kind: 'person', name: '香典 花子', kana: 'コウデン ハナコ', address: 'ささえ市日吉町1番' }))
  if (!giver.ok) throw new Error(giver.code)
  const { supporterId } = giver.value
  const pledgeId = id<'PledgeId'>(deps.newId())
  await createPledge(deps, actors.accountant, createPledgeSchema.parse({
    pledgeId, supporterId, pledgedOn: today, details: { kind: 'monthly', fundingSourceId: council.source('寄附金'), fundId: null },
    plan: { firstOn: addDays(today, 10), rhythm: 'monthly', times: 3, amountYen: 3_000, amountIs: 'each' },
  }))
  const details = { kind: 'memorial', deceasedName: '香典 太郎', consent: 'named' } as const
  const gift = aGift(council, { supporterId, receivedOn: today, shares: [[council.fund('子ども食堂応援'), 900_000], [null, 100_001]], details })
  const posted = await postGift(deps, actors.accountant, { giftId: deps.newId(), gift })
  if (!posted.ok) throw new Error(posted.code)
  return { giftId: posted.value.id, pledgeId }
}
