import { localDate } from '@sasaeai/domain/calendar/local-date'
import { type UseFundInput, useFundSchema } from '@sasaeai/domain/donation/fund/use-fund-input'
import { yen } from '@sasaeai/domain/money/yen'
import type { ACouncil } from './a-council.ts'
import { bookSlip, aSlip } from './a-slip.ts'

/** Groceries of 12,000 yen for 子ども食堂応援, paid from 普通預金 on 20 October, under an id of its own unless told otherwise. */
export function aFundUse(council: ACouncil, change: Partial<UseFundInput> = {}): UseFundInput {
  return useFundSchema.parse({
    useId: council.deps.newId(), fundId: council.fund('子ども食堂応援'), usedOn: localDate(`${council.fiscalYear}-10-20`), amountYen: 12_000,
    expenseAccountId: council.account('事業費支出'), cashAccountId: council.account('普通預金'), description: '食材 10月分', ...change,
  })
}

/** Books a gift to a fund on 15 October, by name. */
export function giveToFund(council: ACouncil, [fundName, amountYen, day = `${council.fiscalYear}-10-15`]: [fundName: string, amountYen: number, day?: string]) {
  return bookSlip(council, aSlip(council, {
    entryDate: localDate(day), fundingSourceId: council.source('寄附金'), duesKindId: undefined, areaId: undefined, count: 1,
    cashAccountId: council.account('普通預金'), fundId: council.fund(fundName), amountYen: yen(amountYen),
  }))
}
