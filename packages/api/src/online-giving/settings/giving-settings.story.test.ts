import { localDate } from '@sasaeai/domain/calendar/local-date'
import { yen } from '@sasaeai/domain/money/yen'
import { failureMessage } from '@sasaeai/domain/outcome/failure-message'
import { type GivingTargetDetails, givingTargetSchema } from '@sasaeai/domain/online-giving/settings/giving-target-details'
import { aCouncil, type ACouncil } from '@sasaeai/testing/a-council'
import { createTestDatabase, type TestDatabase } from '@sasaeai/testing/test-database'
import { done } from '@sasaeai/testing/a-grant'
import { readTableFile } from '@sasaeai/documents/read-table-file'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { closeGroundItem } from '../../council/close-ground-item.ts'
import { saveGroundItem } from '../../council/save-ground-item.ts'
import { exportGivingLinks, exportGivingTargets, exportPaymentAccounts } from './export-giving-lists.ts'
import { givingLinkTable, listGivingLinks } from './giving-link-table.ts'
import { readGivingSettings } from './giving-settings-queries.ts'
import { givingTargetTable } from './giving-target-table.ts'
import { layAreaLinks } from './lay-area-links.ts'
import { layStandardTargets } from './lay-standard-targets.ts'
import { listGivingTargets } from './list-giving-targets.ts'
import { listPaymentAccounts, paymentAccountTable } from './payment-account-table.ts'
import { saveGivingLink } from './save-giving-link.ts'
import { saveGivingSettings, saveGivingText } from './save-giving-settings.ts'

let database: TestDatabase
let council: ACouncil

beforeEach(async () => {
  database = await createTestDatabase()
  council = await aCouncil(database.db)
})
afterEach(() => database.drop())

const yearEnd = (): GivingTargetDetails => givingTargetSchema.parse({
  kind: 'campaign', slug: 'saimatsu', title: '歳末たすけあい募金', lead: '', fundId: null, campaignId: council.campaign('歳末たすけあい'), duesKindId: null,
  fundingSourceId: council.source('歳末たすけあい'), collectionMethodId: council.method('その他の募金'), paymentAccountId: council.paymentAccount('council'),
  channelId: null, suggestedYen: [500, 1_000], allowsMonthly: false, instruction: '', instructedOn: null, externalUrl: 'https://hanett.akaihane.or.jp/',
  sequence: 90, opensOn: null, closesOn: null,
})

const saveTarget = (details: GivingTargetDetails, row: { id: string; revision: number } | null = null) =>
  saveGroundItem(council.deps, council.actors.accountant, { table: givingTargetTable, id: row?.id ?? null, revision: row?.revision ?? null, details })

const chest = () => ({
  code: 'chest', name: '共同募金会の受け口', payeeName: 'さとやま県共同募金会', receivableAccountId: council.account('未収金'),
  feeAccountId: council.account('支払手数料'), bankAccountId: council.account('普通預金'),
})

test('a drive leads to the 共同募金会 until its instruction is written down, and then needs a payee of its own', async () => {
  const { deps, actors } = council
  const laid = await saveTarget(yearEnd())
  if (!laid.ok) throw new Error(laid.code)
  const instructed = { ...yearEnd(), instruction: 'さ共募第127号', instructedOn: localDate('2026-09-15'), externalUrl: '' }
  const refused = await saveTarget(instructed, { id: laid.value.id, revision: 1 })
  expect(refused).toMatchObject({ ok: false, code: 'giving_account_of_other_payee', field: 'paymentAccountId' })

  const account = await saveGroundItem(deps, actors.accountant, { table: paymentAccountTable, id: null, revision: null, details: chest() })
  if (!account.ok) throw new Error(account.code)
  const { id: paymentAccountId } = (await listPaymentAccounts(deps)).find(({ code }) => code === 'chest') ?? { id: council.paymentAccount('council') }
  expect(await saveTarget({ ...instructed, paymentAccountId }, { id: laid.value.id, revision: 1 })).toMatchObject({ ok: true })
  expect((await listGivingTargets(deps)).at(-1)).toMatchObject({ slug: 'saimatsu', state: 'not_yet', account: { payeeName: 'さとやま県共同募金会' } })

  // Nor may the council's own gifts go where the drive's money goes.
  const general = (await listGivingTargets(deps)).find(({ slug }) => slug === 'katsudo')
  if (general === undefined) throw new Error('no katsudo')
  expect(await saveTarget(givingTargetSchema.parse({ ...general, paymentAccountId }), general)).toMatchObject({ ok: false, code: 'giving_account_of_other_payee' })
})

test('a target is refused for a source that does not fit, an address that is taken, a button beyond the limits, another kind than before', async () => {
  const refusal = async (change: Partial<GivingTargetDetails>) => {
    const outcome = await saveTarget({ ...yearEnd(), ...change })
    return outcome.ok ? 'ok' : `${outcome.field} ${failureMessage(outcome)}`
  }
  expect(await refusal({ fundingSourceId: council.source('寄附金') })).toMatch(/^fundingSourceId 財源が受付項目の種類に合いません/)
  expect(await refusal({ slug: 'katsudo' })).toMatch(/^slug このアドレスは、ほかの受付項目で使われています/)
  expect(await refusal({ suggestedYen: [yen(100)] })).toBe('suggestedYen 金額は、受付の設定の範囲（500円〜1,000,000円）で入力してください。')
  const general = (await listGivingTargets(council.deps)).find(({ slug }) => slug === 'katsudo')
  expect(await saveTarget({ ...yearEnd(), slug: 'katsudo' }, general ?? null)).toMatchObject({ ok: false, code: 'giving_kind_fixed' })
  expect(await listGivingTargets(council.deps)).toHaveLength(8)
})

test('a short link has a code of six signs that cannot be mistaken; amounts of dues and amounts beyond the limits are refused', async () => {
  const { deps, actors: { accountant } } = council
  const details = { label: '日吉校区だより', targetId: council.givingTarget('kodomo-shokudo'), areaId: council.area('日吉校区'), amountYen: yen(3_000) }
  expect(await saveGivingLink(deps, accountant, { id: null, revision: null, details })).toMatchObject({ ok: true })
  const [link] = await listGivingLinks(deps)
  expect(link).toMatchObject({ code: expect.stringMatching(/^[a-hjkmnp-z2-9]{6}$/), areaName: '日吉校区', target: { title: '子ども食堂応援' }, starts: 0, paid: 0 })
  const refused = (change: object) => saveGivingLink(deps, accountant, { id: null, revision: null, details: { ...details, ...change } })
  expect(await refused({ targetId: council.givingTarget('sanjo-kaihi') })).toMatchObject({ code: 'giving_link_has_amount_of_dues' })
  expect(await refused({ amountYen: yen(100) })).toMatchObject({ code: 'giving_amount_outside_limits' })
  // Its address is printed on paper: a change of anything else leaves it as it is.
  if (link === undefined) throw new Error('no link')
  await saveGroundItem(deps, accountant, { table: givingLinkTable, id: link.id, revision: link.revision, details: { ...details, label: '秋号' } })
  expect(await listGivingLinks(deps)).toMatchObject([{ code: link.code, label: '秋号' }])
})

test('links are made for all areas below another at once, each only once; an area with none below is refused', async () => {
  const { deps, actors: { accountant } } = council
  const targetId = council.givingTarget('katsudo')
  const lay = (parent: string) => layAreaLinks(deps, accountant, { targetId, parentAreaId: council.area(parent), amountYen: null })
  expect(await lay('日吉校区')).toEqual({ ok: true, value: { links: 2 } })
  expect(await lay('日吉校区')).toEqual({ ok: true, value: { links: 0 } })
  expect(new Set((await listGivingLinks(deps)).map(({ label, areaName }) => `${label} ${areaName}`))).toEqual(new Set(['日吉一丁目自治会 日吉一丁目自治会', '日吉二丁目自治会 日吉二丁目自治会']))
  expect(await lay('篠山町自治会')).toMatchObject({ ok: false, code: 'giving_no_area_below', field: 'parentAreaId' })
  expect(await layAreaLinks(deps, accountant, { targetId, parentAreaId: council.area('篠山校区'), amountYen: yen(10) })).toMatchObject({ code: 'giving_amount_outside_limits' })
  expect(await database.db.prisma.auditEvent.count({ where: { action: 'giving_link.create' } })).toBe(2)
})

test('an account keeps the code that names its keys, stands in one book, and stays while something pays into it', async () => {
  const { deps, actors: { accountant } } = council
  const [own] = await listPaymentAccounts(deps)
  if (own === undefined) throw new Error('no account')
  expect(own).toMatchObject({ code: 'council', mode: null, payeeName: 'ささえ市社会福祉協議会', receivableAccountName: '未収金' })
  const save = (change: object, row: typeof own | null) =>
    saveGroundItem(deps, accountant, { table: paymentAccountTable, id: row?.id ?? null, revision: row?.revision ?? null, details: { ...chest(), ...change } })
  expect(await save({}, own)).toMatchObject({ code: 'payment_code_fixed' })
  expect(await save({ receivableAccountId: council.account('普通預金') }, null)).toMatchObject({ code: 'payment_receivable_unusable' })
  expect(await save({ feeAccountId: council.account('会費収入') }, null)).toMatchObject({ code: 'payment_fee_unusable' })
  await database.db.prisma.ledgerAccount.create({ data: { id: deps.newId(), code: '9100', name: '支会の預金', category: 'asset', book: 'branch' } })
  const branch = await database.db.prisma.ledgerAccount.findUniqueOrThrow({ where: { code: '9100' } })
  expect(await save({ bankAccountId: branch.id }, null)).toMatchObject({ code: 'payment_accounts_in_two_books', field: 'bankAccountId' })
  expect(await closeGroundItem(deps, accountant, { table: paymentAccountTable, id: own.id })).toMatchObject({ code: 'payment_account_in_use', about: '社協の活動全体' })
})

test('a text is the standard one until the council words its own, and again when it goes back; a change that crossed another is refused', async () => {
  const { deps, actors: { accountant } } = council
  const read = async () => {
    const settings = await readGivingSettings(deps)
    if (settings === null) throw new Error('no council')
    return settings
  }
  const first = await read()
  expect(first).toMatchObject({ own: { thanks: '' }, hasGateway: false, openTargets: 8, missing: ['住所', '電話番号', 'メールアドレス', '代表者'] })
  expect(first.shown.thanks).toBe(first.standard.thanks)
  expect(await saveGivingText(deps, accountant, { revision: first.revision, name: 'thanks', text: 'ありがとうございました。' })).toMatchObject({ ok: true })
  expect((await read()).shown.thanks).toBe('ありがとうございました。')
  expect(await saveGivingText(deps, accountant, { revision: first.revision, name: 'thanks', text: '' })).toMatchObject({ code: 'changed_meanwhile' })
  // Saved as it stands, the standard text is not the council's own: it goes on with the council's name and rules.
  await saveGivingText(deps, accountant, { revision: (await read()).revision, name: 'thanks', text: first.standard.thanks })
  expect((await read()).own.thanks).toBe('')

  const { revision, details } = await read()
  expect(await saveGivingSettings(deps, accountant, { revision, details: { ...details, minimumYen: yen(2_000) } })).toMatchObject({ code: 'giving_suggestion_outside', about: '社協の活動全体' })
  expect(await saveGivingSettings(deps, accountant, { revision, details: { ...details, isOpen: false, receiptRule: 'annual' } })).toMatchObject({ ok: true })
  expect((await read()).shown.commercialDisclosure).toContain('年間証明')
  const events = await database.db.prisma.auditEvent.findMany({ where: { action: 'giving_settings.update' }, orderBy: { id: 'asc' } })
  expect(events.at(-1)).toMatchObject({ before: { isOpen: true, receiptRule: 'each' }, after: { isOpen: false, receiptRule: 'annual' } })
})

test('a council without 受付項目 finds them made from its own ground data; made again, they add nothing', async () => {
  const { deps, actors: { accountant } } = council
  await database.db.prisma.givingTarget.deleteMany()
  await database.db.prisma.paymentAccount.deleteMany()
  await database.db.prisma.fund.create({ data: { id: deps.newId(), code: 'T-7', name: '居場所づくり', purpose: '', isRestricted: true } })
  expect(await layStandardTargets(deps, accountant)).toEqual({ ok: true, value: { targets: 9 } })
  expect((await listGivingTargets(deps)).map(({ slug }) => slug)).toContain('fund-t-7')
  expect(await layStandardTargets(deps, accountant)).toEqual({ ok: true, value: { targets: 0 } })

  await database.db.prisma.givingTarget.deleteMany()
  await database.db.prisma.paymentAccount.deleteMany()
  await database.db.prisma.ledgerAccount.update({ where: { id: council.account('未収金') }, data: { name: '事業未収金', closedOn: new Date('2026-04-01') } })
  expect(await layStandardTargets(deps, accountant)).toMatchObject({ ok: false, code: 'giving_accounts_missing' })
  expect(await database.db.prisma.paymentAccount.count()).toBe(0)
})

test('targets, links and payees are taken out as Excel files', async () => {
  const { deps, actors: { accountant } } = council
  await saveGivingLink(deps, accountant, { id: null, revision: null, details: { label: '窓口の札', targetId: council.givingTarget('iso'), areaId: null, amountYen: null } })
  const linesOf = async (written: ReturnType<typeof exportGivingTargets>) => {
    const file = await readTableFile(Buffer.from((await done(written)).content, 'base64'))
    if (!file.ok) throw new Error(file.code)
    return file.lines.map(({ cells }) => cells)
  }
  const targets = await linesOf(exportGivingTargets(deps, accountant, { format: 'xlsx' }))
  expect(targets).toHaveLength(9)
  const [, account] = await linesOf(exportPaymentAccounts(deps, accountant, { format: 'xlsx' }))
  expect(account?.slice(0, 4)).toEqual(['council', '社協の受け口', expect.any(String), '未設定'])
  const [, link] = await linesOf(exportGivingLinks(deps, accountant, { site: 'https://kifu.example.jp', format: 'xlsx' }))
  expect(link?.slice(0, 3)).toEqual(['窓口の札', expect.stringMatching(/^https:\/\/kifu\.example\.jp\/g\/[a-z2-9]{6}$/), '移送サービス'])
})
