import { fromNullableDateColumn, toDateColumn } from '@sasaeai/db/local-date-column'
import { localDate } from '@sasaeai/domain/calendar/local-date'
import { id, type SupporterId } from '@sasaeai/domain/ids'
import { yen } from '@sasaeai/domain/money/yen'
import { supporterDetailsSchema } from '@sasaeai/domain/supporter/supporter-details'
import { aCouncil } from '@sasaeai/testing/a-council'
import { done } from '@sasaeai/testing/a-grant'
import { aSlip, bookSlip } from '@sasaeai/testing/a-slip'
import { createTestDatabase, type TestDatabase } from '@sasaeai/testing/test-database'
import { printedTable } from '@sasaeai/testing/printed-table'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { joinMember } from '../../membership-dues/member/join-member.ts'
import { createSupporter } from '../create-supporter.ts'
import { readSupporter } from '../list-supporters.ts'
import { recordContact } from '../record-contact.ts'
import { listDuplicates } from './list-duplicates.ts'
import { listMerges } from './list-merges.ts'
import { mergeSupporters } from './merge-supporters.ts'
import { readComparison } from './read-comparison.ts'
import { searchDuplicates } from './search-duplicates.ts'
import { undoMerge } from './undo-merge.ts'

let database: TestDatabase

beforeAll(async () => void (database = await createTestDatabase()))
afterAll(() => database.drop())

test('a donor is registered twice, becomes one, gives again, and turns out to be two after all', async () => {
  const council = await aCouncil(database.db)
  const { deps, actors } = council
  const person = (details: object) => done(createSupporter(deps, actors.receptionist, supporterDetailsSchema.parse({ kind: 'person', ...details })))
  const { supporterId: old } = await person({ name: '齋藤 花子', kana: 'サイトウ ハナコ', phone: '0942-34-3035', address: '久留米市日吉町一丁目2番3号' })
  const { supporterId: twice } = await person({ name: '斎藤花子', kana: 'サイトウハナコ', phone: '0942343035', address: '久留米市日吉町1-2-3' })
  await person({ name: '斎藤 太郎', kana: 'サイトウ タロウ', phone: '0942-34-3035', address: '久留米市日吉町1-2-3' })
  const give = (supporterId: SupporterId, amount: number) => bookSlip(council, aSlip(council, {
    fundingSourceId: council.source('寄附金'), duesKindId: undefined, areaId: undefined, count: 1, amountYen: yen(amount), supporterId,
  }))
  await give(old, 10_000)
  await give(twice, 3_000)
  const duesKindId = council.duesKind('特別会費')
  const joining = { duesKindId, route: 'direct', areaId: null, joinedOn: localDate('2026-05-01'), units: 1, note: '' } as const
  for (const supporterId of [old, twice]) await done(joinMember(deps, actors.accountant, { supporterId, ...joining }))
  const contact = { contactedOn: localDate('2026-10-01'), channel: 'phone', counterpart: '', summary: 'お礼の電話' } as const
  await done(recordContact(deps, actors.receptionist, { supporterId: twice, details: contact }))

  expect(await done(searchDuplicates(deps, actors.receptionist))).toEqual({ candidates: 1 })
  const { rows: [candidate] } = await listDuplicates(deps, { cursor: null, limit: 10 })
  expect(candidate).toMatchObject({ score: 100, evidence: ['same_name', 'same_kana', 'same_phone', 'same_address'] })

  const picture = async () => {
    const compared = await readComparison(deps, { firstId: old, secondId: twice })
    const memberships = await deps.db.prisma.membership.findMany({ orderBy: { id: 'asc' } })
    return printedTable(['', '名前', '電話', '入金', '件数', '移せる記録・退会日'].map((heading) => ({ heading })), [
      ...[compared?.first, compared?.second].map((side, place) => [
        place === 0 ? '先の登録' : '後の登録', side?.name ?? '', side?.phone ?? '', String(side?.receivedYen), String(side?.entries), JSON.stringify(side?.movable),
      ]),
      ...memberships.map(({ supporterId, leftOn }) => [
        '会員', supporterId === old ? '先' : '後', '', '', '', String(fromNullableDateColumn(leftOn) ?? '会員のまま'),
      ]),
    ])
  }
  const before = await picture()
  const [survivor, merged] = [await readSupporter(deps, old), await readSupporter(deps, twice)]
  const mergeId = id<'SupporterMergeId'>(deps.newId())
  await done(mergeSupporters(deps, actors.accountant, {
    mergeId, survivorId: old, mergedId: twice, survivorRevision: survivor?.revision ?? 0, mergedRevision: merged?.revision ?? 0,
    details: supporterDetailsSchema.parse({ ...survivor, address: '久留米市日吉町1-2-3' }), reason: '電話で本人に確認',
  }))
  const [line] = (await listMerges(deps, { cursor: null, limit: 10 })).rows
  expect(line).toMatchObject({
    moved: { 'supporter_contact.supporter_id': 1 }, stayed: { 'membership.supporter_id': 1 }, isUndoable: true, reason: '電話で本人に確認',
  })
  // Both memberships ran at the same time: the survivor's goes on, the other one ends with the merge.
  const ended = await deps.db.prisma.membership.findMany({ where: { leftOn: { not: null } } })
  expect(ended).toMatchObject([{ supporterId: twice, leftOn: toDateColumn(localDate('2026-10-15')) }])
  await give(old, 500)
  // A slip that was typed before the merge still names the record that is gone.
  await give(twice, 70)
  const one = await readComparison(deps, { firstId: old, secondId: twice })
  expect(one?.first).toMatchObject({ receivedYen: 13_570, entries: 4 })

  await done(undoMerge(deps, actors.accountant, { mergeId, reason: '同姓同名の別人だった' }))
  const after = await picture()
  expect(before).toMatchInlineSnapshot(`
    名前       電話          入金   件数  移せる記録・退会日
    先の登録  齋藤 花子  0942-34-3035  10000  1     {"membership.supporter_id":1}
    後の登録  斎藤花子   0942343035    3000   1     {"membership.supporter_id":1,"supporter_contact.supporter_id":1}
    会員      先                                    会員のまま
    会員      後                                    会員のまま
  `)
  expect(after).toMatchInlineSnapshot(`
    名前       電話          入金   件数  移せる記録・退会日
    先の登録  齋藤 花子  0942-34-3035  10500  2     {"membership.supporter_id":1}
    後の登録  斎藤花子   0942343035    3070   2     {"membership.supporter_id":1,"supporter_contact.supporter_id":1}
    会員      先                                    会員のまま
    会員      後                                    会員のまま
  `)
})
