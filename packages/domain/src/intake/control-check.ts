import { formatYen, formatYenDelta, yen, type Yen } from '../money/yen.ts'

/** Count and total of a bundle: as the slip that came with it says, and as the typed lines add up. */
export interface ControlFigures {
  readonly count: number
  readonly totalYen: Yen
}

/** How the lines stand against the slip. Only `match` may be posted. */
export type ControlCheck =
  | { readonly state: 'match' }
  | {
      readonly state: 'untyped'
      /** What has to be typed first. */
      readonly message: string
    }
  | {
      readonly state: 'mismatch'
      /** Lines minus slip: positive when more was typed than the slip says. */
      readonly countDifference: number
      readonly differenceYen: Yen
      /** Which side is larger and by how much. */
      readonly message: string
    }

/**
 * 統制: compares what was typed with the count and total that the bearer's slip states. Both have to be there:
 * money that nobody counted beforehand proves nothing by adding up.
 */
export function controlCheck(
  slip: { readonly count: number | null; readonly totalYen: Yen | null },
  lines: ControlFigures,
): ControlCheck {
  if (slip.count === null || slip.totalYen === null) {
    const missing = [slip.count === null ? '統制件数' : '', slip.totalYen === null ? '統制合計' : '']
    return {
      state: 'untyped',
      message: `${missing.filter((name) => name !== '').join('と')}を入力してください。封筒や持参票に書かれた件数と金額です。`,
    }
  }
  const countDifference = lines.count - slip.count
  const differenceYen = yen(lines.totalYen - slip.totalYen)
  if (countDifference === 0 && differenceYen === 0) return { state: 'match' }
  return { state: 'mismatch', countDifference, differenceYen, message: sentenceOf(countDifference, differenceYen) }
}

function sentenceOf(countDifference: number, differenceYen: Yen): string {
  const parts = [
    countDifference === 0
      ? ''
      : [
          `件数は明細のほうが${Math.abs(countDifference)}件${moreOrLess(countDifference)}`,
          `（差 ${formatYenDelta(yen(countDifference))}件）`,
        ].join(''),
    differenceYen === 0
      ? ''
      : [
          `金額は明細のほうが${formatYen(yen(Math.abs(differenceYen)))}円${moreOrLess(differenceYen)}`,
          `（差額 ${formatYenDelta(differenceYen)}円）`,
        ].join(''),
  ]
  return `${parts.filter((part) => part !== '').join('、')}です。明細か統制を確かめてください。`
}

function moreOrLess(difference: number): '多い' | '少ない' {
  return difference > 0 ? '多い' : '少ない'
}
