import type { FiscalMonth } from '../../calendar/fiscal-year.ts'
import type { FundId } from '../../ids.ts'
import type { PostingFilter } from '../../ledger/posting-filter.ts'
import { type CutSide, figureFilter } from '../figure-filter.ts'
import type { FundingCut } from '../funding-cut.ts'

/** The filter under which the list of 明細 holds the gifts of a side of the cut: all of them, those to a fund, or those of a month. */
export function giftsFilter(cut: FundingCut, side: CutSide, { fundId, month }: { readonly fundId?: FundId; readonly month?: FiscalMonth } = {}): PostingFilter {
  const whole = figureFilter(cut, side, { category: 'donation' })
  const until = side === 'this' ? cut.asOf : cut.lastAsOf
  return {
    ...whole,
    ...(fundId === undefined ? {} : { fundId }),
    ...(month === undefined ? {} : { from: month.firstDay, to: month.lastDay < until ? month.lastDay : until }),
  }
}
