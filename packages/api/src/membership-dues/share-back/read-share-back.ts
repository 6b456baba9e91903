import type { Tx } from '@sasaeai/db/in-transaction'
import { yenFromColumn } from '@sasaeai/db/yen-column'
import type { FiscalYear } from '@sasaeai/domain/calendar/fiscal-year'
import type { LocalDate } from '@sasaeai/domain/calendar/local-date'
import { type AreaId, type DuesKindId, id, type LedgerAccountId } from '@sasaeai/domain/ids'
import { mayBeSpentOn, mayPayOut } from '@sasaeai/domain/ledger/ledger-account-details'
import { type DuesAtArea, type ShareBack, shareBackOf, type ShareBackTerms } from '@sasaeai/domain/membership-dues/share-back/share-back'
import { fail, succeed, type Outcome } from '@sasaeai/domain/outcome/outcome'

/** 還元金の決まり when nothing is missing in them. */
export interface CompleteRules {
  readonly payeeLevel: number
  readonly stepYen: number
  readonly expenseAccountId: LedgerAccountId
  readonly cashAccountId: LedgerAccountId
}

export type RulesProblem = 'share_back_rules_incomplete' | 'share_back_expense_unusable' | 'share_back_cash_unusable'

export type ShareBackProblem = RulesProblem | 'share_back_paid_above'

interface ShareBackQuestion {
  readonly fiscalYear: FiscalYear
  readonly cutOffOn: LocalDate
}

/** 還元金 of a year up to a day, as the books, the rates and the rules are within the transaction. */
export async function readShareBack(
  tx: Tx,
  { fiscalYear, cutOffOn }: ShareBackQuestion,
): Promise<Outcome<{ readonly rules: CompleteRules; readonly shareBack: ShareBack }, ShareBackProblem>> {
  const rules = await readCompleteRules(tx)
  if (!rules.ok) return rules
  const [money, terms] = [await readDuesAtAreas(tx, { fiscalYear, cutOffOn }), await readShareBackTerms(tx, fiscalYear)]
  const { payeeLevel, stepYen } = rules.value
  const shareBack = shareBackOf(money, { ...terms, payeeLevel, stepYen })
  return shareBack.isPaidAbove ? fail('share_back_paid_above') : succeed({ rules: rules.value, shareBack })
}

/** The rules, or what has to be settled in them before share-back can be calculated. */
export async function readCompleteRules(tx: Tx): Promise<Outcome<CompleteRules, RulesProblem>> {
  const rules = await tx.duesRules.findUniqueOrThrow({ where: { id: 1 } })
  const { shareBackAreaTypeId, shareBackExpenseAccountId, shareBackCashAccountId, shareBackStepYen } = rules
  if (shareBackAreaTypeId === null || shareBackExpenseAccountId === null || shareBackCashAccountId === null) return fail('share_back_rules_incomplete')
  const { level } = await tx.areaType.findUniqueOrThrow({ where: { id: shareBackAreaTypeId } })
  const expenseAccount = await tx.ledgerAccount.findUniqueOrThrow({ where: { id: shareBackExpenseAccountId } })
  const cashAccount = await tx.ledgerAccount.findUniqueOrThrow({ where: { id: shareBackCashAccountId } })
  if (!mayBeSpentOn(expenseAccount)) return fail('share_back_expense_unusable')
  if (!mayPayOut(cashAccount)) return fail('share_back_cash_unusable')
  return succeed({
    payeeLevel: level,
    stepYen: shareBackStepYen,
    expenseAccountId: id(shareBackExpenseAccountId),
    cashAccountId: id(shareBackCashAccountId),
  })
}

/**
 * From the kept totals. Postings of dues with a funding source came in; those without one are share-back, of which a
 * reversal takes off again: so what counts as paid is what the books hold, not what a calculation once said.
 */
async function readDuesAtAreas(tx: Tx, { fiscalYear, cutOffOn }: ShareBackQuestion): Promise<DuesAtArea[]> {
  const rows = await tx.$queryRaw<{ areaId: AreaId | null; duesKindId: DuesKindId; receivedYen: bigint; paidYen: bigint }[]>`
    SELECT t.area_id AS "areaId", t.dues_kind_id AS "duesKindId",
      coalesce(-sum(t.amount_yen) FILTER (WHERE t.funding_source_id IS NOT NULL AND t.entry_date <= ${cutOffOn}::date), 0)::bigint AS "receivedYen",
      coalesce(sum(t.amount_yen) FILTER (WHERE t.funding_source_id IS NULL), 0)::bigint AS "paidYen"
    FROM funding_total t JOIN dues_kind k ON k.id = t.dues_kind_id LEFT JOIN area a ON a.id = t.area_id
    WHERE t.dues_year = ${fiscalYear} GROUP BY t.area_id, t.dues_kind_id, a.code, k.code ORDER BY a.code, k.code`
  return rows.map((row) => ({ ...row, receivedYen: yenFromColumn(row.receivedYen), paidYen: yenFromColumn(row.paidYen) }))
}

async function readShareBackTerms(tx: Tx, year: FiscalYear): Promise<Omit<ShareBackTerms, 'payeeLevel' | 'stepYen'>> {
  const areas = await tx.$queryRaw<{ areaId: AreaId; parentId: AreaId | null; level: number }[]>`
    SELECT a.id AS "areaId", a.parent_id AS "parentId", t.level FROM area a JOIN area_type t ON t.id = a.area_type_id`
  const terms = await tx.duesTerms.findMany({ where: { fiscalYear: year }, include: { shareBackRates: true } })
  return {
    areas: new Map(areas.map(({ areaId, ...area }) => [areaId, area])),
    kindRates: new Map(terms.map(({ duesKindId, shareBackBasisPoints }) => [id(duesKindId), shareBackBasisPoints])),
    areaRates: terms.flatMap(({ shareBackRates }) =>
      shareBackRates.map(({ areaId, duesKindId, basisPoints }) => ({ areaId: id(areaId), duesKindId: id(duesKindId), basisPoints })),
    ),
  }
}
