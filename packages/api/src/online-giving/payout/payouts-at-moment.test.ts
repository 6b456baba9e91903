import { inTransaction } from '@sasaeai/db/in-transaction'
import { fiscalYear } from '@sasaeai/domain/calendar/fiscal-year'
import { localDate } from '@sasaeai/domain/calendar/local-date'
import type { PayoutId } from '@sasaeai/domain/ids'
import { yen } from '@sasaeai/domain/money/yen'
import { aCouncil, type ACouncil } from '@sasaeai/testing/a-council'
import { done } from '@sasaeai/testing/a-grant'
import { anOnlineGift } from '@sasaeai/testing/an-online-gift'
import { anOnlinePayment, aPayout } from '@sasaeai/testing/an-online-payment'
import { applyEvents } from '@sasaeai/testing/apply-events'
import { gatewaySays } from '@sasaeai/testing/gateway-says'
import { momentOfBooks } from '@sasaeai/testing/moment-of-books'
import { tell, tellingGateways } from '@sasaeai/testing/telling-gateways'
import { createTestDatabase, type TestDatabase } from '@sasaeai/testing/test-database'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Deps } from '../../deps.ts'
import { ofNow, readReportMoment } from '../../ledger/report-moment.ts'
import { program } from '../event/program-actor.ts'
import { exportDays, exportFees, exportPayouts } from '../export-online-lists.ts'
import { applyPayout } from './apply-payout.ts'
import { listPayouts, readPayout } from './list-payouts.ts'
import { reportFees } from './report-fees.ts'
import { totalDays } from './total-days.ts'

let database: TestDatabase
let council: ACouncil
/** Its clock is that of the books, so that what is told comes before or after a moment. */
let deps: Deps

beforeAll(async () => {
  database = await createTestDatabase()
  council = await aCouncil(database.db)
  deps = { ...council.deps, now: () => new Date(), gateways: tellingGateways() }
})
afterAll(() => database.drop())

const october = { month: localDate('2026-10-01') }
const year = { fiscalYear: fiscalYear(2026), matter: null }

async function paid(paymentIntentId: string, amountYen: number, at: string) {
  const giftId = await anOnlineGift(council, { amountYen })
  await tell(deps, [gatewaySays.paid({ giftId, sessionId: `cs_of_${paymentIntentId}`, paymentIntentId, amountYen, at })])
}

async function readAll(payoutId: PayoutId, at = ofNow) {
  return {
    days: await totalDays(deps, october, at), fees: await reportFees(deps, year, at), payouts: await listPayouts(deps, year, at), payout: await readPayout(deps, payoutId, at),
  }
}

test('日計, 手数料 and 入金 stay as they stood at a moment, whatever is told, booked and undone since', async () => {
  await paid('pi_a', 5_000, '2026-10-02T03:00:00Z')
  await tell(deps, [gatewaySays.refunded({ refundId: 're_a', paymentIntentId: 'pi_a', amountYen: 5_000, at: '2026-10-05T03:00:00Z' })])
  await applyEvents(deps)
  await anOnlinePayment(council, { paymentIntentId: 'pi_b' })
  const payoutId = await aPayout(council, { paymentIntentId: 'pi_b', arrivesOn: localDate('2026-10-14') })
  const then = await readAll(payoutId)
  const moment = await momentOfBooks(database.db)
  const at = await readReportMoment(deps, moment)
  expect(await readAll(payoutId, at)).toEqual(then)

  await tell(deps, [gatewaySays.refunded({ refundId: 're_a', paymentIntentId: 'pi_a', amountYen: 5_000, hasFailed: true, at: '2026-10-20T03:00:00Z' })])
  await paid('pi_c', 800, '2026-10-02T05:00:00Z')
  await applyEvents(deps)
  await inTransaction(database.db, (tx) => applyPayout({ deps, actor: program, tx }, council.paymentAccount('council'), {
    kind: 'payout', gatewayPayoutId: 'po_of_pi_b', amountYen: yen(9_640), currency: 'jpy', arrivesOn: localDate('2026-10-14'), state: 'failed', failure: '口座が使えません', at: '2026-10-16T03:00:00.000Z',
  }), { isolation: 'ReadCommitted' })
  await anOnlinePayment(council, { paymentIntentId: 'pi_d', paidOn: '2026-10-03' })
  await aPayout(council, { paymentIntentId: 'pi_d', arrivesOn: localDate('2026-10-21') })

  expect(await readAll(payoutId, at)).toEqual(then)
  expect(then).toMatchObject({
    days: [
      { day: '2026-10-01', toldYen: 0, bookedCount: 1, bookedYen: 10_000 }, { day: '2026-10-02', toldYen: 5_000, bookedYen: 5_000, differences: [] },
      { day: '2026-10-05', toldYen: -5_000, bookedYen: -5_000, differences: [] },
    ],
    fees: { lines: [{ count: 1, grossYen: 10_000, feeYen: 360 }], bookedYen: 360 },
    payouts: [{ state: 'paid', failure: '', bookedYen: 9_640 }],
    // What the gateway holds: 5,000 of it went back to the giver, 10,000 came.
    payout: { bookedYen: 9_640, receivableYen: 0, entries: [{ description: 'オンライン決済の入金 社協の受け口' }] },
  })
  const now = await readAll(payoutId)
  expect(now).toMatchObject({
    days: [{ day: '2026-10-01' }, { day: '2026-10-02', toldYen: 5_800, bookedYen: 5_800 }, { day: '2026-10-03', bookedYen: 10_000 }],
    fees: { lines: [{ grossYen: 20_000, feeYen: 720 }], bookedYen: 720 },
    payouts: [{ state: 'paid', arrivesOn: '2026-10-21' }, { state: 'failed', failure: '口座が使えません', bookedYen: 0 }],
  })
  expect(now.payout?.entries).toHaveLength(3)
  // 5,800 of gifts, and 9,640 that did not come to the bank.
  expect(now.payout?.receivableYen).toBe(15_440)

  const asked = { postedUntil: moment, format: 'csv' } as const
  const files = [await exportDays(deps, council.actors.auditor, { ...october, ...asked }), await exportFees(deps, council.actors.auditor, { ...year, ...asked }), await exportPayouts(deps, council.actors.auditor, { ...year, ...asked })]
  for (const file of files) {
    const { content } = await done(Promise.resolve(file))
    expect(Buffer.from(content, 'base64').toString('utf8')).toContain('までに記帳した分')
  }
})
