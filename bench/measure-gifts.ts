import { fiscalYearOf } from '@sasaeai/domain/calendar/fiscal-year'
import { localDateInTokyo } from '@sasaeai/domain/calendar/local-date'
import type pg from 'pg'
import { openApiClient } from './api-client.ts'
import type { Figure } from './figure.ts'
import { layGiftYears } from './gift-years.ts'
import type { ListPlace } from './measure-list.ts'
import { registerSupporters } from './register-supporters.ts'
import { mediansOfRounds } from './rounds.ts'
import { withClient } from './scratch-database.ts'
import { ask, comparison, timed } from './timed-asking.ts'

/** The list of gifts, their sums and who reached a threshold, with 300,000 gifts of 200,000 supporters over three years. */
export async function measureGifts({ databaseUrl, product, rounds }: ListPlace): Promise<Figure[]> {
  await withClient(databaseUrl, registerSupporters)
  const { gifts } = await withClient(databaseUrl, layGiftYears)
  const api = await openApiClient(product.url)
  try {
    return await withClient(databaseUrl, async (client) => {
      const fiscalYear = fiscalYearOf(localDateInTokyo(new Date())) - 1
      const middle = await middleOf(client, fiscalYear)
      const measured = await mediansOfRounds(rounds, {
        first: timed(() => ask(api, { procedure: 'donation.gift.list', input: { fiscalYear } })),
        bareFirst: timed(async () => {
          await barePage(client, fiscalYear, null)
          await client.query({ name: 'bare_kinds', text: bareKinds, values: [fiscalYear] })
        }),
        deep: timed(() => ask(api, { procedure: 'donation.gift.list', input: { fiscalYear, cursor: middle } })),
        bareDeep: timed(() => barePage(client, fiscalYear, middle)),
        sums: timed(() => ask(api, { procedure: 'donation.gift.sums', input: { fiscalYear } })),
        bareSums: timed(() => client.query({ name: 'bare_sums', text: bareSums, values: [fiscalYear] })),
        alerts: timed(() => ask(api, { procedure: 'donation.threshold.alerts', input: { fiscalYear } })),
        bareAlerts: timed(() => client.query({ name: 'bare_alerts', text: bareAlerts, values: [fiscalYear] })),
      })
      const of = `${gifts.toLocaleString('en')} gifts`
      return [
        comparison(`${of}, first 50 of a year and its sums by kind`, { ours: measured.first, limit: measured.bareFirst, aim: 20 }),
        comparison(`${of}, 50 from the middle of a year`, { ours: measured.deep, limit: measured.bareDeep, aim: 10 }),
        comparison(`${of}, a year by channel and by staff`, { ours: measured.sums, limit: measured.bareSums, aim: 100 }),
        comparison(`${of}, who reached a threshold`, { ours: measured.alerts, limit: measured.bareAlerts, aim: 50 }),
      ]
    })
  } finally {
    api.close()
  }
}

interface Position {
  readonly receivedOn: string
  readonly entryId: string
}

async function middleOf(client: pg.Client, fiscalYear: number): Promise<Position> {
  const { rows: [middle] } = await client.query<Position>(
    `SELECT entry_date::text AS "receivedOn", entry_id AS "entryId" FROM kept_gift WHERE fiscal_year = $1 ORDER BY entry_date DESC, entry_id DESC
       OFFSET (SELECT count(*) / 2 FROM kept_gift WHERE fiscal_year = $1) LIMIT 1`,
    [fiscalYear],
  )
  if (middle === undefined) throw new Error('no gifts were laid')
  return middle
}

/** What somebody would write by hand, given one row per gift: the year's index, walked backwards. */
async function barePage(client: pg.Client, fiscalYear: number, after: Position | null): Promise<void> {
  await client.query({
    name: `bare_gifts_${after === null}`,
    text: `SELECT g.*, e.entry_number, e.description, s.number, s.name FROM (
        SELECT * FROM kept_gift WHERE fiscal_year = $1 AND NOT is_undone ${after === null ? '' : 'AND (entry_date, entry_id) < ($2::date, $3::uuid)'}
        ORDER BY entry_date DESC, entry_id DESC LIMIT 50) g JOIN journal_entry e ON e.id = g.entry_id LEFT JOIN supporter s ON s.id = g.payer_id`,
    values: after === null ? [fiscalYear] : [fiscalYear, after.receivedOn, after.entryId],
  })
}

const bareKinds = 'SELECT kind, count(*), sum(amount_yen) FROM kept_gift WHERE fiscal_year = $1 AND NOT is_undone GROUP BY kind'
const bareSums = 'SELECT channel_id, staff, count(*), sum(amount_yen) FROM kept_gift WHERE fiscal_year = $1 AND NOT is_undone GROUP BY channel_id, staff'

/** Every giver summed up, without what is kept of them. */
const bareAlerts = `
  SELECT payer_id, sum(amount_yen) FROM kept_gift WHERE fiscal_year <= $1 AND NOT is_undone
    GROUP BY payer_id HAVING sum(amount_yen) >= (SELECT min(amount_yen) FROM donation_threshold WHERE basis = 'lifetime') AND max(fiscal_year) = $1`
