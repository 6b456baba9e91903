import { yenFromColumn } from '@sasaeai/db/yen-column'
import type { FiscalYear } from '@sasaeai/domain/calendar/fiscal-year'
import type { LocalDate } from '@sasaeai/domain/calendar/local-date'
import type { AreaId, DuesKindId, LedgerAccountId } from '@sasaeai/domain/ids'
import { type BookableAccount, mayBeSpentOn, mayPayOut } from '@sasaeai/domain/ledger/ledger-account-details'
import { type DuesAtArea, type ShareBack, type ShareBackAreaRate, shareBackOf, type ShareBackTerms } from '@sasaeai/domain/membership-dues/share-back/share-back'
import { fail, succeed, type Outcome } from '@sasaeai/domain/outcome/outcome'
import type { Asking } from '../../ledger/asking.ts'
import { duesTotalsAt } from '../../ledger/kept-totals-at.ts'
import type { YearSince } from '../../ledger/posted-since.ts'

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

/**
 * 還元金 of a year up to a day, as the books, the rates and the rules are for whoever asks.
 *
 * @param since what the books hold that is to be left out: nothing but for a past moment.
 */
export async function readShareBack(
  ask: Asking,
  { fiscalYear, cutOffOn }: ShareBackQuestion,
  since: readonly YearSince[] = [],
): Promise<Outcome<{ readonly rules: CompleteRules; readonly shareBack: ShareBack }, ShareBackProblem>> {
  const rules = await readCompleteRules(ask)
  if (!rules.ok) return rules
  const [money, terms] = [await readDuesAtAreas(ask, { fiscalYear, cutOffOn }, since), await readShareBackTerms(ask, fiscalYear)]
  const { payeeLevel, stepYen } = rules.value
  const shareBack = shareBackOf(money, { ...terms, payeeLevel, stepYen })
  return shareBack.isPaidAbove ? fail('share_back_paid_above') : succeed({ rules: rules.value, shareBack })
}

interface RulesRow {
  readonly payeeLevel: number | null
  readonly stepYen: number
  readonly expense: RulesAccount | null
  readonly cash: RulesAccount | null
}

type RulesAccount = BookableAccount & { readonly id: LedgerAccountId }

/** The rules, or what has to be settled in them before share-back can be calculated. */
export async function readCompleteRules(ask: Asking): Promise<Outcome<CompleteRules, RulesProblem>> {
  const [rules] = await ask<RulesRow>(rulesSql, [])
  if (rules === undefined) throw new Error('the rules of share-back are missing')
  const { payeeLevel, stepYen, expense, cash } = rules
  if (payeeLevel === null || expense === null || cash === null) return fail('share_back_rules_incomplete')
  if (!mayBeSpentOn(expense)) return fail('share_back_expense_unusable')
  if (!mayPayOut(cash)) return fail('share_back_cash_unusable')
  return succeed({ payeeLevel, stepYen, expenseAccountId: expense.id, cashAccountId: cash.id })
}

const accountSql = (account: string) => `
  CASE WHEN ${account}.id IS NOT NULL THEN json_build_object('id', ${account}.id, 'category', ${account}.category,
    'isHeading', ${account}.is_heading, 'closedOn', ${account}.closed_on) END`

const rulesSql = `
  SELECT t.level AS "payeeLevel", r.share_back_step_yen AS "stepYen", ${accountSql('e')} AS expense, ${accountSql('c')} AS cash
  FROM dues_rules r LEFT JOIN area_type t ON t.id = r.share_back_area_type_id LEFT JOIN ledger_account e ON e.id = r.share_back_expense_account_id
    LEFT JOIN ledger_account c ON c.id = r.share_back_cash_account_id
  WHERE r.id = 1`

type DuesAtAreaRow = Pick<DuesAtArea, 'areaId' | 'duesKindId'> & { readonly receivedYen: bigint | number; readonly paidYen: bigint | number }

/**
 * From the kept totals. Postings of dues with a funding source came in; those without one are share-back, of which a
 * reversal takes off again: so what counts as paid is what the books hold, not what a calculation once said.
 */
async function readDuesAtAreas(ask: Asking, { fiscalYear, cutOffOn }: ShareBackQuestion, since: readonly YearSince[]): Promise<DuesAtArea[]> {
  const rows = await ask<DuesAtAreaRow>(
    `SELECT t.area_id AS "areaId", t.dues_kind_id AS "duesKindId",
      coalesce(-sum(t.amount_yen) FILTER (WHERE t.funding_source_id IS NOT NULL AND t.entry_date <= $2::date), 0)::bigint AS "receivedYen",
      coalesce(sum(t.amount_yen) FILTER (WHERE t.funding_source_id IS NULL), 0)::bigint AS "paidYen"
    FROM ${duesTotalsAt(since)} t JOIN dues_kind k ON k.id = t.dues_kind_id LEFT JOIN area a ON a.id = t.area_id
    WHERE t.dues_year = $1 GROUP BY t.area_id, t.dues_kind_id, a.code, k.code ORDER BY a.code, k.code`,
    [fiscalYear, cutOffOn],
  )
  return rows.map((row) => ({ ...row, receivedYen: yenFromColumn(row.receivedYen), paidYen: yenFromColumn(row.paidYen) }))
}

interface KindTermsRow {
  readonly duesKindId: DuesKindId
  readonly basisPoints: number
  readonly areaRates: readonly ShareBackAreaRate[]
}

async function readShareBackTerms(ask: Asking, year: FiscalYear): Promise<Omit<ShareBackTerms, 'payeeLevel' | 'stepYen'>> {
  const areas = await ask<{ areaId: AreaId; parentId: AreaId | null; level: number }>(
    'SELECT a.id AS "areaId", a.parent_id AS "parentId", t.level FROM area a JOIN area_type t ON t.id = a.area_type_id', [],
  )
  const terms = await ask<KindTermsRow>(
    `SELECT k.dues_kind_id AS "duesKindId", k.share_back_basis_points AS "basisPoints",
      (SELECT coalesce(json_agg(json_build_object('areaId', r.area_id, 'duesKindId', r.dues_kind_id, 'basisPoints', r.basis_points)), '[]')
        FROM share_back_rate r WHERE r.dues_kind_id = k.dues_kind_id AND r.fiscal_year = k.fiscal_year) AS "areaRates"
    FROM dues_terms k WHERE k.fiscal_year = $1`,
    [year],
  )
  return {
    areas: new Map(areas.map(({ areaId, ...area }) => [areaId, area])),
    kindRates: new Map(terms.map(({ duesKindId, basisPoints }) => [duesKindId, basisPoints])),
    areaRates: terms.flatMap(({ areaRates }) => areaRates),
  }
}
