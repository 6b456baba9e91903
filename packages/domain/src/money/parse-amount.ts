import { yen, type Yen } from './yen.ts'

/** Why a typed amount is not taken. */
export type AmountRefusal =
  | 'empty'
  | 'not_an_amount'
  | 'unit_word'
  | 'decimal'
  | 'misplaced_comma'
  | 'negative'
  | 'too_large'

export type ParsedAmount =
  | { readonly ok: true; readonly yen: Yen }
  | { readonly ok: false; readonly reason: AmountRefusal }

export interface AmountOptions {
  /** Take amounts below zero, written `-1,000` or `△1,000`. Off by default: money is typed as it was handed over. */
  readonly allowNegative?: boolean
}

/** The largest amount of one payment, in yen. More digits are a slip of the finger at any council. */
export const largestTypedYen = 99_999_999_999

/**
 * Reads an amount as people type or paste it: full or half width, `1000`, `1,000`, `¥1,000`, `1,000円`, `￥1,000-`.
 * Words such as 千 and 万 and decimals are refused rather than guessed at, since a wrong guess costs a factor.
 */
export function parseAmount(text: string, { allowNegative = false }: AmountOptions = {}): ParsedAmount {
  const typed = text.normalize('NFKC').trim()
  if (typed === '') return refuse('empty')
  if (/[十百千万億兆]/.test(typed)) return refuse('unit_word')
  const { isNegative, body } = withoutSignAndCurrency(typed)
  if (/^[\d,]*\.\d*$/.test(body)) return refuse('decimal')
  if (!/^\d[\d,]*$/.test(body)) return refuse('not_an_amount')
  if (body.includes(',') && !/^\d{1,3}(,\d{3})+$/.test(body)) return refuse('misplaced_comma')
  if (isNegative && !allowNegative) return refuse('negative')
  const amount = Number(body.replaceAll(',', ''))
  if (amount > largestTypedYen) return refuse('too_large')
  return { ok: true, yen: yen(isNegative ? -amount : amount) }
}

/** What to tell the person who typed it: what is wrong and how it should look. */
export function amountRefusalMessage(reason: AmountRefusal): string {
  return messages[reason]
}

const messages: Record<AmountRefusal, string> = {
  empty: '金額を入力してください。例：1,000',
  not_an_amount: '金額として読み取れません。数字だけで入力してください。例：1,000',
  unit_word: '「千」「万」などは使わず、円単位の数字で入力してください。例：1万円は 10,000',
  decimal: '金額に小数点は使えません。円単位の整数で入力してください。例：1,500',
  misplaced_comma: '桁区切りの位置が正しくありません。3桁ごとに区切るか、区切らずに入力してください。例：1,000 または 1000',
  negative: 'マイナスの金額は入力できません。0以上の数字で入力してください。例：1,000',
  too_large: '金額が大きすぎます。桁数を確かめて、99,999,999,999円以下で入力してください。例：1,000,000',
}

const signs = /^[-−‐ー△▲]/

/** Strips what surrounds the digits; `¥1,000-` ends in the dash that slips carry against added digits, not a sign. */
function withoutSignAndCurrency(typed: string): { isNegative: boolean; body: string } {
  const outer = signs.exec(typed)
  const unsigned = outer ? typed.slice(1).trimStart() : typed
  const currency = /^[¥\\]\s*/.exec(unsigned)
  const afterCurrency = currency ? unsigned.slice(currency[0].length) : unsigned
  // Both `-¥1,000` and `¥-1,000` occur; two signs are left in place and refused as unreadable.
  const inner = currency && !outer ? signs.exec(afterCurrency) : null
  const digits = (inner ? afterCurrency.slice(1) : afterCurrency).replace(/\s*円$/, '')
  const body = currency ? digits.replace(/[-−‐ー]$/, '') : digits
  // Under kana input the comma key types 、, which NFKC leaves alone.
  return { isNegative: outer !== null || inner !== null, body: body.replaceAll('、', ',') }
}

function refuse(reason: AmountRefusal): ParsedAmount {
  return { ok: false, reason }
}
