import { drawPdf } from '@sasaeai/documents/drawn-pdf'
import { readTableFile } from '@sasaeai/documents/read-table-file'
import { toDateColumn } from '@sasaeai/db/local-date-column'
import { localDate } from '@sasaeai/domain/calendar/local-date'
import type { DocumentOrder } from '@sasaeai/domain/document/document-order-input'
import { documentOrderSchema } from '@sasaeai/domain/document/document-order-input'
import { type DocumentProblem, leftOutOf } from '@sasaeai/domain/document/document-run'
import type { DuesRequestId } from '@sasaeai/domain/ids'
import { yen } from '@sasaeai/domain/money/yen'
import { supporterSearchText } from '@sasaeai/domain/supporter/supporter-search-text'
import { aCouncil, type ACouncil } from '@sasaeai/testing/a-council'
import { aRequest } from '@sasaeai/testing/a-request'
import { aSlip, bookSlip } from '@sasaeai/testing/a-slip'
import { createTestDatabase, type TestDatabase } from '@sasaeai/testing/test-database'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { paperMakers } from '../../paper-makers.ts'

let database: TestDatabase
let council: ACouncil
let requestId: DuesRequestId

beforeAll(async () => {
  database = await createTestDatabase()
  council = await aCouncil(database.db)
  requestId = await aRequest(council)
})
afterAll(() => database.drop())

async function made(asked: Parameters<typeof documentOrderSchema.parse>[0]) {
  const order: DocumentOrder = documentOrderSchema.parse(asked)
  const problems: DocumentProblem[] = []
  const counts = { total: 0, done: 0 }
  const desk = {
    deps: council.deps,
    day: localDate('2026-07-31'),
    expect: async (total: number) => void (counts.total = total),
    advance: async (pieces = 1) => void (counts.done += pieces),
    note: (problem: DocumentProblem) => void problems.push(problem),
  }
  const paper = await paperMakers[order.kind].make(desk, order)
  expect(counts.done).toBe(counts.total)
  return { paper, problems }
}

/** The words on each page, without blanks. */
async function pagesOf(paper: { bytes: Uint8Array } | null): Promise<string[]> {
  if (paper === null) throw new Error('nothing was made')
  const { pages } = await drawPdf(paper.bytes)
  return pages.map(({ text }) => text.replaceAll(/\s/g, ''))
}

async function aMember(number: number, { name, address, units }: { name: string; address: string; units: number }) {
  const { deps, duesKind } = council
  const [supporterId, membershipId] = [deps.newId(), deps.newId()]
  const details = { kind: 'organization' as const, name, kana: `カイシャ${number}`, phone: '', address, postalCode: address === '' ? '' : '8300022', areaId: null, note: '' }
  await database.db.prisma.supporter.create({ data: { id: supporterId, number, ...details, searchText: supporterSearchText({ number, ...details }) } })
  await database.db.prisma.membership.create({
    data: {
      id: membershipId, supporterId, duesKindId: duesKind('法人会費'), route: 'direct', joinedOn: toDateColumn(localDate('2020-04-01')),
      units: { create: { effectiveOn: toDateColumn(localDate('2020-04-01')), units } },
    },
  })
  return { supporterId, membershipId }
}

test('letters to associations come in the order of codes, each with its own number and amount', async () => {
  const { paper, problems } = await made({ kind: 'dues_request_letters', requestId, issuedOn: '2026-05-01' })
  const pages = await pagesOf(paper)
  expect([pages.length, problems]).toEqual([3, []])
  expect(pages[0]).toContain('日吉一丁目自治会')
  expect(pages[0]).toContain('08-1-00001-')
  expect(pages[0]).toContain('1世帯あたり500円')
  expect(pages[0]).toContain('120世帯（自治会加入世帯）目安額60,000円')
  expect(pages[0]).toContain('令和8年5月1日')
  expect(pages[2]).toContain('篠山町自治会')
})

test('one 校区 alone can be printed again, and what has no number is named', async () => {
  const { paper } = await made({ kind: 'dues_request_letters', requestId, areaId: council.area('篠山校区') })
  expect(await pagesOf(paper)).toHaveLength(1)
  await database.db.prisma.duesRequest.update({ where: { id: requestId }, data: { status: 'draft', fixedAt: null, fixedById: null } })
  expect(await paperMakers.dues_request_letters.title(council.deps, { kind: 'dues_request_letters', requestId })).toMatchObject({ code: 'document_not_ready' })
  const line = { requestId_payerKey: { requestId, payerKey: council.area('日吉二丁目自治会') } }
  await database.db.prisma.duesExpectation.update({ where: line, data: { slipNumber: null } })
  const { problems } = await made({ kind: 'dues_request_letters', requestId })
  expect(problems).toEqual([{ subject: '日吉二丁目自治会', message: '納入番号がないため、作成していません。' }])
  await database.db.prisma.duesExpectation.update({ where: line, data: { slipNumber: 2 } })
  const fixed = { status: 'fixed', fixedAt: council.deps.now(), fixedById: council.actors.accountant.userId } as const
  await database.db.prisma.duesRequest.update({ where: { id: requestId }, data: fixed })
})

test('companies are written to by name and address; who has no address is named and the rest goes on', async () => {
  const { prisma } = database.db
  const reachable = await aMember(101, { name: '株式会社𠮷田組', address: 'ささえ市城南町15番地3', units: 2 })
  const homeless = await aMember(102, { name: '有限会社髙橋', address: '', units: 1 })
  const ofCompanies = await aRequest(council, { kind: '法人会費', asked: [] })
  await prisma.duesRequest.update({ where: { id: ofCompanies }, data: { status: 'draft', fixedAt: null, fixedById: null } })
  await prisma.duesExpectation.createMany({
    data: [reachable, homeless].map(({ membershipId }, index) => ({
      requestId: ofCompanies, payerKey: membershipId, membershipId, units: 2 - index, unitYen: 5_000n, expectedYen: BigInt((2 - index) * 5_000), slipNumber: index + 1,
    })),
  })
  const fixed = { status: 'fixed', fixedAt: council.deps.now(), fixedById: council.actors.accountant.userId } as const
  await prisma.duesRequest.update({ where: { id: ofCompanies }, data: fixed })
  const order = { kind: 'company_request_letters', fiscalYear: 2026, duesKindId: council.duesKind('法人会費'), audience: 'members' }
  const { paper, problems } = await made(order)
  const [page = ''] = await pagesOf(paper)
  for (const said of ['〒830-0022', '株式会社𠮷田組御中', '1口5,000円', '2口10,000円', '08-4-00001-', '会費は任意です']) expect(page).toContain(said)
  expect(problems).toMatchObject([{ subject: '有限会社髙橋' }])

  const sheet = await made({ kind: 'transfer_slip_sheet', requestId: ofCompanies, format: 'xlsx' })
  const table = await readTableFile(sheet.paper?.bytes ?? new Uint8Array(), 'x.xlsx')
  expect(JSON.stringify(table)).toContain('令和8年度 社協会費（法人会費） 納入番号 08-4-00001-')
  const [listed = ''] = await pagesOf((await made({ kind: 'transfer_slip_sheet', requestId: ofCompanies })).paper)
  for (const said of ['株式会社𠮷田組御中', '10,000', '合計15,000']) expect(listed).toContain(said)
})

test('prospects are invited, not asked to pay', async () => {
  const { supporterId } = await aMember(103, { name: 'ささえ信用金庫', address: 'ささえ市中央町1番1号', units: 1 })
  await database.db.prisma.membershipProspect.create({ data: { id: council.deps.newId(), supporterId, duesKindId: council.duesKind('特別会費'), stage: 'approached' } })
  const { paper } = await made({ kind: 'company_request_letters', fiscalYear: 2026, duesKindId: council.duesKind('特別会費'), audience: 'prospects' })
  const [page = ''] = await pagesOf(paper)
  expect(page).toContain('社協会員（特別会費）ご入会のお願い')
  expect(page).toContain('入会は任意です')
  expect(page).not.toContain('納入番号')
})

test('the list of progress adds up by 校区, and the list of members shows who the screen shows', async () => {
  await bookSlip(council, aSlip(council, { amountYen: yen(60_000), count: 120 }))
  const [progress = ''] = await pagesOf((await made({ kind: 'dues_progress_list', fiscalYear: 2026, until: '2026-10-31', duesKindId: council.duesKind('一般会費') })).paper)
  for (const said of ['令和8年10月31日まで一般会費', '01日吉校区', '納入済み120120', '60,00060,000100.0%', '小計205120102,50060,00058.5%']) expect(progress).toContain(said)
  const [members = ''] = await pagesOf((await made({ kind: 'member_list', filter: { fiscalYear: 2026 } })).paper)
  for (const said of ['会員名簿', '株式会社𠮷田組', '有限会社髙橋', '在籍', '3件']) expect(members).toContain(said)
  const ofKind = { fiscalYear: 2026, duesKindId: council.duesKind('法人会費') }
  const [companies = ''] = await pagesOf((await made({ kind: 'member_list', filter: ofKind })).paper)
  expect(companies).toContain('合計3社')
})

test('who has a character that no font has is named, with the character, and has the paper all the same', async () => {
  const duesKindId = council.duesKind('特別会費')
  const { supporterId } = await aMember(104, { name: '😀商店', address: 'ささえ市葛\u{e0105}城1番', units: 1 })
  await database.db.prisma.membershipProspect.create({ data: { id: council.deps.newId(), supporterId, duesKindId, stage: 'approached' } })
  const order = { kind: 'company_request_letters', fiscalYear: 2026, duesKindId, audience: 'prospects' }
  const { paper, problems } = await made(order)
  expect((await pagesOf(paper)).join()).toContain('商店御中')
  const told = problems.filter(({ subject }) => subject === '😀商店')
  expect(told.map(({ message }) => message)).toEqual([
    expect.stringContaining('「😀」（U+1F600）がフォントにないため'),
    expect.stringContaining('異体字「葛\u{e0105}」（U+845B U+E0105）'),
  ])
  expect([problems.length, leftOutOf(problems)]).toEqual([2, 0])
  const listed = await made({ kind: 'member_list', filter: { fiscalYear: 2026, text: '😀' } })
  expect(listed.problems.map(({ subject }) => subject)).toEqual(['😀商店', '😀商店'])
  await database.db.prisma.council.update({ where: { id: 1 }, data: { representative: '会長　𪚥' } })
  expect((await made(order)).problems).toContainEqual({ subject: '社協の情報', message: expect.stringContaining('「𪚥」'), isMade: true })
})
