import { inTransaction, type Tx } from '@sasaeai/db/in-transaction'
import { isUniqueViolation } from '@sasaeai/db/refusals'
import type { FiscalYear } from '@sasaeai/domain/calendar/fiscal-year'
import type { OpenFiscalYearInput } from '@sasaeai/domain/council/fiscal-year-input'
import { fail, succeed, type Outcome } from '@sasaeai/domain/outcome/outcome'
import type { Actor, Deps } from '../deps.ts'
import { recordAuditEvent } from '../user/record-audit-event.ts'
import { insertFiscalYear } from './insert-fiscal-year.ts'
import { takeOverCampaigns } from './take-over-campaigns.ts'
import { takeOverDuesTerms } from './take-over-dues-terms.ts'

export interface OpenedFiscalYear {
  readonly campaigns: number
  readonly households: number
  readonly targets: number
  /** Kinds of membership whose terms were taken over. */
  readonly terms: number
}

/**
 * Opens the fiscal year after the last one (or before the first, for figures to compare with), with its twelve
 * months, and takes over from the year beside it what is asked for.
 */
export async function openFiscalYear(
  deps: Deps,
  actor: Actor,
  input: OpenFiscalYearInput,
): Promise<Outcome<OpenedFiscalYear, 'year_already_open' | 'year_not_adjacent'>> {
  try {
    return await inTransaction(deps.db, async (tx) => {
      const years = (await tx.fiscalYear.findMany({ orderBy: { year: 'asc' } })).map(({ year }) => year)
      if (years.includes(input.year)) return fail('year_already_open')
      const from = years.find((year) => Math.abs(year - input.year) === 1)
      if (years.length > 0 && from === undefined) return fail('year_not_adjacent', { field: 'year' })
      await insertFiscalYear(tx, { year: input.year, openedAt: deps.now() })
      const opened = from === undefined ? nothingCopied : await copyFrom(deps, tx, { from, input })
      await recordAuditEvent(deps, tx, {
        actor,
        action: 'fiscal_year.open',
        subjectKind: 'fiscal_year',
        subjectId: String(input.year),
        after: { ...opened },
      })
      return succeed(opened)
    })
  } catch (error) {
    if (isUniqueViolation(error)) return fail('year_already_open')
    throw error
  }
}

const nothingCopied: OpenedFiscalYear = { campaigns: 0, households: 0, targets: 0, terms: 0 }

async function copyFrom(
  deps: Deps,
  tx: Tx,
  { from, input }: { from: number; input: OpenFiscalYearInput },
): Promise<OpenedFiscalYear> {
  const years = { from, to: input.year }
  return {
    campaigns: input.copyCampaigns ? (await takeOverCampaigns(deps, tx, { ...years, goals: input.campaignGoals ?? 'none' })).campaigns : 0,
    households: input.copyHouseholds ? await copyHouseholds(tx, years) : 0,
    targets: input.copyTargets ? await copyTargets(deps, tx, years) : 0,
    terms: input.copyDuesTerms ? (await takeOverDuesTerms(tx, years)).terms : 0,
  }
}

interface Years {
  readonly from: number
  readonly to: FiscalYear
}

/** The numbers keep the date they were true on, so that nobody takes them for new ones. */
async function copyHouseholds(tx: Tx, { from, to }: Years): Promise<number> {
  const households = await tx.areaHousehold.findMany({ where: { fiscalYear: from, area: { closedOn: null } } })
  const { count } = await tx.areaHousehold.createMany({ data: households.map((row) => ({ ...row, fiscalYear: to })) })
  return count
}

async function copyTargets(deps: Deps, tx: Tx, { from, to }: Years): Promise<number> {
  const targets = await tx.fundingTarget.findMany({ where: { fiscalYear: from, fundingSource: { closedOn: null } } })
  const { count } = await tx.fundingTarget.createMany({
    data: targets.map((target) => ({ ...target, id: deps.newId(), fiscalYear: to })),
  })
  return count
}
