import { localDate } from '@sasaeai/domain/calendar/local-date'
import { saveReportReminderSchema } from '@sasaeai/domain/funding-indicator/external-fund/report-reminder-days'
import { externalApplicationDetailsSchema } from '@sasaeai/domain/funding-indicator/external-fund/external-application-details'
import type { ExternalApplicationId } from '@sasaeai/domain/ids'
import { aCouncil, type ACouncil } from '@sasaeai/testing/a-council'
import { done } from '@sasaeai/testing/a-grant'
import { anExternalApplication, anExternalCall } from '@sasaeai/testing/an-external-fund'
import { databaseThatBreaks } from '@sasaeai/testing/database-that-breaks'
import { createTestDatabase, type TestDatabase } from '@sasaeai/testing/test-database'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { saveGroundItem } from '../../council/save-ground-item.ts'
import { disableUser } from '../../user/disable-user.ts'
import { externalApplicationTable } from './external-application-table.ts'
import { remindOfReports } from './remind-of-reports.ts'
import { saveReportReminder } from './save-report-reminder.ts'

let database: TestDatabase
let council: ACouncil

beforeEach(async () => {
  database = await createTestDatabase()
  council = await aCouncil(database.db)
})
afterEach(() => database.drop())

/** At noon in Tokyo unless told otherwise; a report is due on 30 October unless told otherwise. */
const at = (day: string, time = '12:00') => ({ ...council.deps, now: () => new Date(`${council.fiscalYear}-${day}T${time}+09:00`) })
const mails = () => database.db.prisma.outgoingMail.findMany({ orderBy: { queuedAt: 'asc' }, include: { turn: true } })
const subjects = async () => (await mails()).map(({ subject }) => subject)

async function change(applicationId: ExternalApplicationId, changed: Record<string, unknown>) {
  const row = await database.db.prisma.$transaction((tx) => externalApplicationTable.read(tx, applicationId))
  if (row === null) throw new Error('the application is gone')
  const details = externalApplicationDetailsSchema.parse({ ...row.details, ...changed })
  return done(saveGroundItem(council.deps, council.actors.receptionist, { table: externalApplicationTable, id: applicationId, revision: row.revision, details }))
}

test('whoever is responsible hears of a report fourteen days before and on the day, once each however many look how often', async () => {
  const applicationId = await anExternalApplication(council, await anExternalCall(council))
  await remindOfReports(at('10-15'))
  await remindOfReports(at('10-16', '07:59'))
  expect(await subjects()).toEqual([])
  await Promise.all(Array.from({ length: 5 }, () => remindOfReports(at('10-16', '08:00'))))
  await remindOfReports(at('10-29'))
  expect(await mails()).toMatchObject([{ kind: 'external_report', subjectId: applicationId, toAddress: 'receptionist@example.jp', state: 'waiting', turn: {} }])
  await Promise.all(Array.from({ length: 5 }, () => remindOfReports(at('10-30', '08:00'))))
  await remindOfReports(at('11-02'))
  expect(await subjects()).toEqual(['外部資金の報告期限（あと14日）：子ども食堂の開設支援', '外部資金の報告期限（今日まで）：子ども食堂の開設支援'])
  expect((await mails())[0]?.body).toMatchInlineSnapshot(`
    （これはデモです。実際のお金は動きません。）

    受付担当 様

    外部資金の報告期限をお知らせします。

    募集　　　：○○財団 地域福祉活動助成
    事業　　　：子ども食堂の開設支援
    決定額　　：400,000円
    報告期限　：令和8年10月30日（あと14日）

    報告を出したら、「財源確保 › 外部資金」の申込に報告日を入れてください。
    このメールは、申込の担当の方に、期限の14日前と当日に自動で送っています。

    ささえ市社会福祉協議会
  `)
  expect((await database.db.prisma.outgoingMail.findFirstOrThrow({ include: { queuedBy: true } })).queuedBy.name).toBe('自動処理')
})

test('a council sets the days: each once, of those that have passed only the last; none at all is no mail', async () => {
  const { deps, actors: { accountant } } = council
  const save = (revision: number, reportReminderDays: unknown) => saveReportReminder(deps, accountant, saveReportReminderSchema.parse({ revision, details: { reportReminderDays } }))
  expect(await save(1, '7、３０ 3')).toMatchObject({ ok: true })
  expect(await save(1, '')).toMatchObject({ code: 'changed_meanwhile' })
  expect(await database.db.prisma.auditEvent.findFirst({ where: { action: 'external_fund_settings.update' } })).toMatchObject({
    before: { reportReminderDays: [14, 0] }, after: { reportReminderDays: [30, 7, 3] },
  })
  await anExternalApplication(council, await anExternalCall(council))
  for (const day of ['09-29', '10-22', '10-23', '10-24', '10-28', '10-30']) await remindOfReports(at(day))
  expect(await subjects()).toEqual(['あと8日', 'あと7日', 'あと2日'].map((left) => `外部資金の報告期限（${left}）：子ども食堂の開設支援`))
  expect((await mails())[0]?.body).toContain('期限の30日前・7日前と3日前に自動で')
  expect(await save(2, '')).toMatchObject({ ok: true })
  await anExternalApplication(council, await anExternalCall(council))
  await remindOfReports(at('10-29'))
  expect(await subjects()).toHaveLength(3)
})

test('cut off at any statement, it is made up for, and never said twice; a due day that was moved is told of anew', async () => {
  const applicationId = await anExternalApplication(council, await anExternalCall(council))
  let cuts = 0
  for (let isCut = true; isCut;) {
    const said = (await mails()).length
    const broken = databaseThatBreaks(database.db, database.ownerUrl, cuts + 1)
    const outcome = await remindOfReports({ ...at('10-20'), db: broken.db }).then(() => 'done', () => 'cut off')
    isCut = outcome === 'cut off'
    expect((await mails()).length - said).toBe(isCut ? 0 : 1)
    await remindOfReports(at('10-20'))
    await remindOfReports(at('10-20'))
    expect((await mails()).filter(({ turn }) => turn !== null)).toHaveLength(said + 1)
    cuts += 1
    await change(applicationId, { reportDueOn: localDate(`${council.fiscalYear}-10-${20 + cuts}`) })
  }
  expect(cuts).toBeGreaterThan(3)
})

test('nobody is mailed of a report that came, of what was not awarded, or long after; nor whoever cannot sign in any more', async () => {
  const callId = await anExternalCall(council)
  const { administrator, receptionist } = council.actors
  await anExternalApplication(council, callId, { reportedOn: `${council.fiscalYear}-10-10` })
  await anExternalApplication(council, callId, { state: 'applied', decidedOn: null, awardedYen: null, reportDueOn: null })
  await anExternalApplication(council, callId, { responsibleId: null })
  await anExternalApplication(council, callId, { projectName: '遅れた報告', reportDueOn: `${council.fiscalYear}-10-10` })
  await remindOfReports(at('10-18'))
  expect(await subjects()).toEqual([])
  // A server that stood still tells it late, not never.
  await remindOfReports(at('10-17'))
  expect(await subjects()).toEqual(['外部資金の報告期限（7日過ぎています）：遅れた報告'])

  await anExternalApplication(council, callId)
  await done(disableUser(council.deps, administrator, { userId: receptionist.userId, reason: '退職' }))
  await remindOfReports(at('10-20'))
  expect(await subjects()).toHaveLength(1)
})
