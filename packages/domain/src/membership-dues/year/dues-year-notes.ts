import { householdBasisNames } from '../../area/household-basis.ts'
import { formatLocalDate } from '../../calendar/japanese-era.ts'
import { postedUntilWords } from '../../ledger/posting-moment.ts'
import type { DuesYear } from './dues-year.ts'

/** What 年間のまとめ counts and how, in sentences that stand below it on the page and on paper. */
export function duesYearNotes({ cut, membersOn, lastMembersOn, districts: { origin, typeName } }: DuesYear): string[] {
  const members = `会員数と口数は${formatLocalDate(membersOn)}現在（前年は${formatLocalDate(lastMembersOn)}現在）。世帯で納める種別は、納入した世帯の数です。`
  const rate =
    origin === null
      ? '世帯数が登録されていないため、加入率は計算できません。'
      : `加入率は、会費を納めた世帯を${householdBasisNames[origin.basis]}（${formatLocalDate(origin.asOf)}現在）で割ったものです。${typeName}の分からない納入は含みません。`
  const moment = cut.postedUntil === undefined ? [] : [`会費と還元金は${postedUntilWords(cut.postedUntil)}です。会員・口数・世帯数・名称も、その時点の登録によります。`]
  return [...moment, members, rate, '過去の年度は、3月を過ぎて届いた分も含めた全額です。']
}
