import { fieldNamed, fieldsOf, letterFields } from './letter-field.ts'
import { letterKindNames, type LetterKind } from './letter-kind.ts'
import { hasLooseBrace, linesOf, markOf, namesIn } from './letter-text.ts'

/** Giving is voluntary: words that speak of it as of a debt. In halves, because they stand nowhere in the product. */
const wordsOfDebt = [['督', '促'], ['滞', '納'], ['請', '求書'], ['取り', '立て']].map((halves) => halves.join(''))

/** 共同募金 is the 共同募金会's money: the deduction runs on its own receipts, never on the council's. */
const chestWords = /共同募金|赤い羽根|歳末たすけあい/
const taxWords = /控除|確定申告|損金|領収書/

/** Why a text cannot be used in a letter of this kind, in words that say what is possible; null where it can. */
export function problemOfText(kind: LetterKind, text: string): string | null {
  const unknown = namesIn(text).filter((name) => fieldNamed(name) === undefined)
  if (unknown.length > 0) return `${listed(unknown)}という差し込み項目はありません。${possible(kind)}`
  const fields = fieldsOf(kind)
  const impossible = namesIn(text).filter((name) => !fields.some((field) => letterFields[field].name === name))
  if (impossible.length > 0) return `${listed(impossible)}は、${letterKindNames[kind]}では使えません。${possible(kind)}`
  if (hasLooseBrace(text)) return '「{」と「}」が対になっていません。差し込み項目は {氏名} のように入れてください。'
  const debt = wordsOfDebt.find((word) => text.includes(word))
  if (debt !== undefined) return `「${debt}」は使えません。会費も募金も任意です。お願いの言葉に直してください。`
  if (linesOf(text).some((line) => chestWords.test(line) && taxWords.test(line))) {
    return '共同募金のお金には、社協から税の領収書を出せません。同じ段落で、領収書や控除の話をしないでください。'
  }
  return null
}

function possible(kind: LetterKind): string {
  return `使えるのは ${fieldsOf(kind).map(markOf).join(' ')} です。`
}

function listed(names: readonly string[]): string {
  return [...new Set(names)].map((name) => `{${name}}`).join(' ')
}
