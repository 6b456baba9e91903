import type { Deps } from '@sasaeai/api/deps'
import { insertFiscalYear } from '@sasaeai/api/council/insert-fiscal-year'
import { layGroundData } from '@sasaeai/api/council/lay-ground-data'
import { readGroundDataWithin } from '@sasaeai/api/ledger/read-ground-data'
import { hashPassword } from '@sasaeai/api/user/password-hash'
import type { Tx } from '@sasaeai/db/in-transaction'
import { toDateColumn } from '@sasaeai/db/local-date-column'
import { type FiscalYear, firstDayOf } from '@sasaeai/domain/calendar/fiscal-year'
import { localDate } from '@sasaeai/domain/calendar/local-date'
import { defaultCampaigns } from '@sasaeai/domain/community-chest/campaign/default-campaigns'
import { id, type UserId } from '@sasaeai/domain/ids'
import type { GroundData } from '@sasaeai/domain/ledger/ground-data'
import { demoAccounts, demoPassword } from '@sasaeai/domain/user/demo-accounts'
import type { Role } from '@sasaeai/domain/user/role'
import { codes } from './demo-bundle.ts'
import { layDuesTerms } from './demo-terms.ts'

const council = {
  name: 'ささえ市社会福祉協議会',
  nameKana: 'ササエシシャカイフクシキョウギカイ',
  postalCode: '8300000',
  address: 'ささえ市中央一丁目1番1号 総合福祉会館',
  phone: '0942-00-0000',
  email: 'info@sasae.example.jp',
  representative: '会長　佐々木 和子',
  isDemo: true,
}

/** Lays council, people, fiscal years and drives of the demo, oldest year first, as of the instant of `deps.now`. */
export async function layDemoGround(deps: Deps, tx: Tx, years: readonly FiscalYear[]): Promise<void> {
  const [first, ...later] = years
  if (first === undefined) throw new RangeError('the demo needs a fiscal year')
  await layGroundData(deps, tx, { council, fiscalYear: first })
  for (const year of later) {
    await insertFiscalYear(tx, { year, openedAt: new Date(`${firstDayOf(year)}T00:00:00Z`) })
  }
  await layCampaigns(deps, tx, years)
  await layDuesTerms(tx, years)
  await layPeople(deps, tx)
}

/** The first year has its own two drives already; NHK歳末, another body's, is added to every year. */
async function layCampaigns(deps: Deps, tx: Tx, years: readonly FiscalYear[]): Promise<void> {
  const accounts = new Map((await tx.ledgerAccount.findMany()).map((account) => [account.code, account.id]))
  const rows = years.flatMap((year, index) => {
    const usual = index === 0 ? [] : defaultCampaigns(year)
    const broadcaster = {
      code: codes.campaign.broadcaster,
      name: 'NHK歳末たすけあい',
      drive: 'other' as const,
      opensOn: localDate(`${year}-12-01`),
      closesOn: localDate(`${year}-12-25`),
      custodyAccountCode: '2290',
    }
    return [...usual, broadcaster].map(({ custodyAccountCode, ...campaign }) => ({
      ...campaign,
      id: deps.newId(),
      fiscalYear: year,
      opensOn: toDateColumn(campaign.opensOn),
      closesOn: toDateColumn(campaign.closesOn),
      custodyAccountId: accounts.get(custodyAccountCode) ?? '',
    }))
  })
  await tx.campaign.createMany({ data: rows })
}

async function layPeople(deps: Deps, tx: Tx): Promise<void> {
  for (const { name, email, role } of demoAccounts) {
    const userId = deps.newId()
    const password = await hashPassword(demoPassword)
    const at = { createdAt: deps.now(), updatedAt: deps.now() }
    await tx.user.create({ data: { id: userId, name, email, role, emailVerified: true, ...at } })
    await tx.credential.create({
      data: { id: deps.newId(), accountId: userId, providerId: 'credential', userId, password, ...at },
    })
  }
}

/** What the booking of the demo's money looks up: ground data by the codes that people type, and who does the work. */
export interface DemoOffice {
  readonly ground: GroundData
  readonly receptionist: UserId
  readonly accountant: UserId
  source(code: string): IdOf<'sources'>
  campaign(year: FiscalYear, code: string): IdOf<'campaigns'>
  method(code: string): IdOf<'methods'>
  fund(code: string): IdOf<'funds'>
  duesKind(code: string): IdOf<'duesKinds'>
  account(code: string): IdOf<'accounts'>
}

type IdOf<Name extends Exclude<keyof GroundData, 'version'>> =
  GroundData[Name] extends ReadonlyMap<infer Key, unknown> ? Key : never

/** Reads the office of the demo inside the seed's own transaction. */
export async function readDemoOffice(tx: Tx): Promise<DemoOffice> {
  const ground = await readGroundDataWithin(tx)
  const people = await tx.user.findMany({ where: { isProgram: false }, select: { id: true, role: true } })
  const personOf = (role: Role) => {
    const person = people.find((each) => each.role === role)
    if (person === undefined) throw new Error(`the demo has no ${role}`)
    return id<'UserId'>(person.id)
  }
  const campaigns = byKey(ground.campaigns, ({ fiscalYear, code }) => `${fiscalYear}/${code}`)
  return {
    ground,
    receptionist: personOf('receptionist'),
    accountant: personOf('accountant'),
    source: byKey(ground.sources, ({ code }) => code),
    campaign: (year, code) => campaigns(`${year}/${code}`),
    method: byKey(ground.methods, ({ code }) => code),
    fund: byKey(ground.funds, ({ code }) => code),
    duesKind: byKey(ground.duesKinds, ({ code }) => code),
    account: byKey(ground.accounts, ({ code }) => code),
  }
}

function byKey<Key, Item>(items: ReadonlyMap<Key, Item>, keyOf: (item: Item) => string): (key: string) => Key {
  const ids = new Map([...items].map(([itemId, item]) => [keyOf(item), itemId]))
  return (key) => {
    const itemId = ids.get(key)
    if (itemId === undefined) throw new Error(`the demo has no item ${key}`)
    return itemId
  }
}
