import { fiscalYear } from '@sasaeai/domain/calendar/fiscal-year'
import { type IncomeYears, incomeYears } from '@sasaeai/domain/funding-indicator/income/income-years'
import type { Deps } from '../../deps.ts'
import { type IncomeQuestion, readIncomeFacts } from './read-income-facts.ts'

/** The council's whole income of some years, by line: the ledger's own moneys from kept sums, and what was told beside them. */
export async function readIncomeYears(deps: Pick<Deps, 'db'>, question: IncomeQuestion): Promise<IncomeYears> {
  const years = Array.from({ length: question.last - question.first + 1 }, (_, place) => fiscalYear(question.first + place))
  return incomeYears(years, await readIncomeFacts(deps, question))
}
