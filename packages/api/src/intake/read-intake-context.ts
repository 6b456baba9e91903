import type { Tx } from '@sasaeai/db/in-transaction'
import { supporterIdSchema } from '@sasaeai/domain/id-schemas'
import type { AreaId, LedgerAccountId } from '@sasaeai/domain/ids'
import { localDateInTokyo } from '@sasaeai/domain/calendar/local-date'
import { type IntakeContext, intakeContext, type IntakeSupporter } from '@sasaeai/domain/intake/intake-context'
import type { GroundData } from '@sasaeai/domain/ledger/ground-data'
import type { Deps } from '../deps.ts'
import { readGroundData } from '../ledger/read-ground-data.ts'
import { readSupporterDues } from '../membership-dues/payer/read-supporter-dues.ts'

/** What the intake desk needs beyond the ledger's ground data. It changes with the same version. */
interface DeskData {
  readonly households: [AreaId, number][]
  readonly defaultCashAccountId: LedgerAccountId | null
  readonly openMonths: string[]
}

const deskDataOf = new WeakMap<GroundData, DeskData>()

/**
 * What typed cells are read against today: the ledger's ground data, households and the usual account.
 * @param notBefore the least version of the ground data that will do.
 */
export async function readIntakeContext({ db, now }: Deps, notBefore?: number): Promise<IntakeContext> {
  const ground = await readGroundData(db, notBefore)
  const known = deskDataOf.get(ground) ?? (await db.pool.query<DeskData>(deskDataSql)).rows[0]
  if (known === undefined) throw new Error('the desk data query answered nothing')
  deskDataOf.set(ground, known)
  return intakeContext({
    ground,
    households: new Map(known.households),
    defaultCashAccountId: known.defaultCashAccountId,
    today: localDateInTokyo(now()),
    openMonths: new Set(known.openMonths),
  })
}

/** The supporters of the given numbers, for a merged one who stands for it; null stands for a number that nobody has. */
export async function readSupportersByNumber(
  tx: Tx,
  numbers: readonly number[],
): Promise<Map<number, IntakeSupporter | null>> {
  const found = new Map<number, IntakeSupporter | null>(numbers.map((number) => [number, null]))
  if (numbers.length === 0) return found
  const rows = await tx.supporter.findMany({
    where: { number: { in: [...numbers] } },
    select: { number: true, ...shown, mergedInto: { select: shown } },
  })
  for (const { number, mergedInto, ...own } of rows) {
    const { id, name, closedOn } = mergedInto ?? own
    found.set(number, { id: supporterIdSchema.parse(id), number, name, isClosed: closedOn !== null })
  }
  return found
}

const shown = { id: true, name: true, closedOn: true } as const

/** The same for the screen, which also warns of dues that were paid already. */
export async function readSupportersWithDues(
  deps: Deps,
  numbers: readonly number[],
): Promise<Map<number, IntakeSupporter | null>> {
  const found = await readSupportersByNumber(deps.db.prisma, numbers)
  const known = [...found.values()].filter((supporter) => supporter !== null)
  const dues = await readSupporterDues(deps, known.map(({ id }) => id))
  for (const supporter of known) found.set(supporter.number, { ...supporter, dues: dues.get(supporter.id) })
  return found
}

/**
 * Of each area the households last recorded; where both bases are known the larger, because it only warns. And the
 * months that are open: a bundle for a closed one is told so before it is typed.
 */
const deskDataSql = `
  SELECT
    (SELECT coalesce(json_agg(json_build_array(area_id, households)), '[]') FROM (
      SELECT DISTINCT ON (area_id) area_id, households FROM area_household
      ORDER BY area_id, fiscal_year DESC, households DESC) latest) AS households,
    (SELECT default_cash_account_id FROM council WHERE id = 1) AS "defaultCashAccountId",
    (SELECT coalesce(json_agg(to_char(first_day, 'YYYY-MM')), '[]')
      FROM fiscal_period WHERE closed_at IS NULL) AS "openMonths"`
