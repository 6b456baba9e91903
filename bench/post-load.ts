import { randomBytes, randomUUID } from 'node:crypto'
import { fiscalYear, fiscalYearOf } from '@sasaeai/domain/calendar/fiscal-year'
import { localDateInTokyo } from '@sasaeai/domain/calendar/local-date'
import { uuidV7 } from '@sasaeai/domain/uuid-v7'
import { withClient } from './scratch-database.ts'

/** What contributions are made of: the ids of the demo council's drive of this year. */
export interface PostLoad {
  readonly entryDate: string
  readonly fiscalYear: number
  readonly userId: string
  readonly cashAccountId: string
  readonly custodyAccountId: string
  readonly fundingSourceId: string
  readonly campaignId: string
  readonly methodIds: readonly string[]
  readonly areaIds: readonly string[]
}

export interface Slip {
  readonly entryDate: string
  readonly cashAccountId: string
  readonly fundingSourceId: string
  readonly campaignId: string
  readonly collectionMethodId: string
  readonly areaId: string
  readonly amountYen: number
  readonly count: number
  readonly slipId: string
}

/** Reads what slips of the 共同募金 may carry today. */
export async function readPostLoad(ownerUrl: string): Promise<PostLoad> {
  const entryDate = localDateInTokyo(new Date())
  const year = fiscalYearOf(entryDate)
  return withClient(ownerUrl, async (client) => {
    const ids = async (sql: string) => (await client.query<{ id: string }>(sql)).rows.map(({ id }) => id)
    const one = async (sql: string) => {
      const [id] = await ids(sql)
      if (id === undefined) throw new Error(`the demo council has nothing for ${sql}`)
      return id
    }
    const campaign = `FROM campaign WHERE drive = 'red_feather' AND closed_on IS NULL AND fiscal_year = ${fiscalYear(year)}`
    return {
      entryDate,
      fiscalYear: year,
      userId: await one(`SELECT id FROM user_account WHERE role = 'accountant'`),
      cashAccountId: await one(`SELECT default_cash_account_id AS id FROM council`),
      custodyAccountId: await one(`SELECT custody_account_id AS id ${campaign}`),
      fundingSourceId: await one(`SELECT id FROM funding_source WHERE category = 'community_chest' AND closed_on IS NULL ORDER BY code`),
      campaignId: await one(`SELECT id ${campaign}`),
      methodIds: await ids('SELECT id FROM collection_method WHERE closed_on IS NULL ORDER BY code'),
      areaIds: await ids('SELECT id FROM area a WHERE closed_on IS NULL AND NOT EXISTS (SELECT 1 FROM area c WHERE c.parent_id = a.id) ORDER BY code'),
    }
  })
}

/** The same campaign, area and method for all: Red Feather Day at one station. */
export function narrowed(load: PostLoad): PostLoad {
  return { ...load, methodIds: load.methodIds.slice(0, 1), areaIds: load.areaIds.slice(0, 1) }
}

/** The nth slip of a load, spread over methods and areas. */
export function slipOf(load: PostLoad, n: number): Slip {
  return {
    entryDate: load.entryDate,
    cashAccountId: load.cashAccountId,
    fundingSourceId: load.fundingSourceId,
    campaignId: load.campaignId,
    collectionMethodId: load.methodIds[n % load.methodIds.length] ?? '',
    // 31 shares no factor with the number of areas that matters here: neighbours in time are no neighbours in the index.
    areaId: load.areaIds[(n * 31) % load.areaIds.length] ?? '',
    amountYen: 100 + (n % 97) * 100,
    count: 1 + (n % 9),
    slipId: randomUUID(),
  }
}

/** The values of `barePost` for a slip. */
export function bareValues(load: PostLoad, slip: Slip): unknown[] {
  const newId = () => uuidV7(Date.now(), randomBytes(10))
  return [
    newId(), slip.entryDate, load.fiscalYear, '共同募金 戸別募金 日吉一丁目自治会', slip.slipId, load.userId, slip.cashAccountId,
    slip.amountYen, load.custodyAccountId, slip.fundingSourceId, slip.campaignId, slip.collectionMethodId, slip.areaId, slip.count,
    newId(), JSON.stringify({ entryDate: slip.entryDate, amountYen: slip.amountYen }),
  ]
}
