import { payersSql, payersValues } from '@sasaeai/api/membership-dues/request/dues-payers-sql'
import { numberLines } from '@sasaeai/api/membership-dues/request/fix-dues-request'
import type { Tx } from '@sasaeai/db/in-transaction'
import { toDateColumn } from '@sasaeai/db/local-date-column'
import type { FiscalYear } from '@sasaeai/domain/calendar/fiscal-year'
import type { LocalDate } from '@sasaeai/domain/calendar/local-date'
import { type DuesKindId, id } from '@sasaeai/domain/ids'
import type { GroundDuesTerms } from '@sasaeai/domain/ledger/ground-data'
import type { DemoAssociation } from './demo-areas.ts'
import { codes } from './demo-bundle.ts'
import type { DemoOffice } from './demo-ground.ts'
import { requestDayOf } from './member-bundles.ts'
import type { RandomStream } from './random-stream.ts'

interface Desk {
  readonly office: DemoOffice
  readonly newId: () => string
  readonly today: LocalDate
  readonly random: RandomStream
  readonly associations: readonly DemoAssociation[]
}

/** 納入のお願い of a year, fixed and numbered on its day; nothing where that day has not come yet. */
export async function layDuesRequests(tx: Tx, desk: Desk, year: FiscalYear): Promise<void> {
  if (requestDayOf(year) >= desk.today) return
  for (const [duesKindId, kind] of desk.office.ground.duesKinds) {
    const terms = kind.terms.find(({ fiscalYear }) => fiscalYear === year)
    if (terms !== undefined) await layRequest(tx, desk, { duesKindId, terms, isByHousehold: kind.code === codes.dues.household })
  }
}

async function layRequest(
  tx: Tx,
  { office, newId, random, associations }: Desk,
  { duesKindId, terms, isByHousehold }: { duesKindId: DuesKindId; terms: GroundDuesTerms; isByHousehold: boolean },
): Promise<void> {
  const requestId = id<'DuesRequestId'>(newId())
  const requestedOn = requestDayOf(terms.fiscalYear)
  const householdBasis = 'association_membership'
  const who = { preparedById: office.accountant, preparedAt: new Date(`${requestedOn}T01:00:00Z`) }
  await tx.duesRequest.create({
    data: { id: requestId, fiscalYear: terms.fiscalYear, duesKindId, requestedOn: toDateColumn(requestedOn), householdBasis, ...who },
  })
  await tx.$executeRawUnsafe(
    `INSERT INTO dues_expectation (request_id, payer_key, membership_id, area_id, is_within_area, households, units, unit_yen, expected_yen)
       SELECT $7::uuid, p.* FROM ${payersSql} p ORDER BY p.payer_key`,
    ...payersValues({ ...terms, duesKindId, requestedOn, householdBasis, requestId }),
  )
  if (isByHousehold) await adjustLines(tx, { requestId, associations: associations.slice(random.whole(0, 9)), random })
  const lastSlipNumber = await numberLines(tx, { requestId, lastSlipNumber: 0 })
  const fixed = { status: 'fixed' as const, fixedById: office.accountant, fixedAt: new Date(`${requestedOn}T05:30:00Z`) }
  await tx.duesRequest.update({ where: { id: requestId }, data: { ...fixed, lastSlipNumber, revision: { increment: 1 } } })
}

const adjustments = [
  '学生寮の世帯を除く（会長と確認）',
  '施設入所の世帯を除く（会計と確認）',
  '新しい住宅地の分を減らす（加入の確認中）',
  '災害見舞いの世帯を除く',
] as const

/** Some associations tell the office that fewer households can be asked than they have members. */
async function adjustLines(
  tx: Tx,
  { requestId, associations, random }: { requestId: string; associations: readonly DemoAssociation[]; random: RandomStream },
): Promise<void> {
  for (const [index, reason] of adjustments.entries()) {
    const areaId = associations[(index + 1) * 61 % Math.max(1, associations.length)]?.areaId
    const fewer = random.whole(4, 18)
    await tx.$executeRaw`
      UPDATE dues_expectation SET households = households - ${fewer}::int, expected_yen = (households - ${fewer}::int) * unit_yen,
          adjustment_reason = ${reason}, revision = revision + 1
        WHERE request_id = ${requestId}::uuid AND payer_key = ${areaId}::uuid AND households > ${fewer}::int`
  }
}
