import { fiscalYear } from '@sasaeai/domain/calendar/fiscal-year'
import { aCouncil } from '@sasaeai/testing/a-council'
import { createTestDatabase, type TestDatabase } from '@sasaeai/testing/test-database'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { fundingDashboard } from '../funding-indicator/funding-dashboard-queries.ts'
import { listIndicators } from '../funding-indicator/indicator/list-indicators.ts'
import { groundMomentOf, ofNow, readPageMoment, readReportMoment, type ReportMoment } from './report-moment.ts'

let database: TestDatabase
beforeAll(async () => {
  database = await createTestDatabase()
})
afterAll(() => database.drop())

test('the tables of now are those of a moment until one of them is changed, and from then on those of the moment are looked up', async () => {
  const council = await aCouncil(database.db)
  const districtsAt = async (postedUntil?: string) =>
    (await fundingDashboard(council.deps, { fiscalYear: fiscalYear(2026), postedUntil })).districts.map(({ name, households }) => `${name} ${households}`).toSorted()
  const moment = new Date().toISOString()
  expect((await readPageMoment(council.deps, moment)).groundMoment).toBeNull()
  const before = await districtsAt(moment)
  await database.db.prisma.area.update({ where: { id: council.area('日吉校区') }, data: { name: '日吉中央校区' } })
  expect((await readPageMoment(council.deps, moment)).groundMoment).toEqual(new Date(moment))
  expect(await districtsAt(moment)).toEqual(before)
  // What reads other tables goes on with what is kept of now.
  const onPage = await readPageMoment(council.deps, moment)
  expect([groundMomentOf(onPage, 'membership'), groundMomentOf(onPage, 'area', 'membership'), groundMomentOf(onPage)]).toEqual([null, new Date(moment), new Date(moment)])
  const indicatorsAt = (at: ReportMoment) => listIndicators(council.deps, { fiscalYear: fiscalYear(2026), at })
  const inThePast = await indicatorsAt(await readReportMoment(council.deps, moment))
  expect(await indicatorsAt(onPage)).toEqual(inThePast)
  await database.db.pool.query('UPDATE area_household SET households = households + 100')
  await database.db.pool.query(`UPDATE dues_kind SET name = name || '（旧）'`)
  await database.db.pool.query('UPDATE campaign SET goal_yen = 1')
  expect(await indicatorsAt(await readPageMoment(council.deps, moment))).toEqual(inThePast)
  expect(await indicatorsAt(ofNow)).not.toEqual(inThePast)
  expect(await districtsAt()).toContainEqual(expect.stringMatching(/^日吉中央校区 /))
  expect((await readPageMoment(council.deps, new Date(Date.now() + 1).toISOString())).groundMoment).toBeNull()
})
