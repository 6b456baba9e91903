import type { ReactNode } from 'react'
import { inYen } from '../site/figures-in-words.ts'
import { withReadings } from '../site/readings.tsx'
import { amountOfDraft } from './amount-of-draft.ts'
import { asksMemorial, postalDigits, readingOf } from './find-mistakes.ts'
import { giftToSend } from './gift-to-send.ts'
import type { GiftForm } from './step-frame.tsx'

interface SummaryRow {
  readonly term: string
  readonly said: ReactNode
}

interface SummaryPart {
  /** The step where it was said. */
  readonly step: number
  readonly title: string
  readonly rows: readonly SummaryRow[]
}

/** What is about to be sent, in the order in which it was asked. Only what is sent is shown. */
export function giftSummary(form: GiftForm): SummaryPart[] {
  const [amount = '', giver = '', receipt = ''] = form.words.steps
  return [
    { step: 1, title: amount, rows: amountRows(form) },
    { step: 2, title: giver, rows: giverRows(form) },
    { step: 3, title: receipt, rows: receiptRows(form) },
  ]
}

const filled = (rows: readonly (SummaryRow | false)[]): SummaryRow[] => rows.filter((row) => row !== false && row.said !== '') as SummaryRow[]

function amountRows({ draft, link, target, front, words, siteWords }: GiftForm): SummaryRow[] {
  const { amount: say, check } = words
  const amount = amountOfDraft(draft, target, front)
  const yen = amount.ok ? inYen(siteWords, amount.amountYen) : ''
  const isMonthly = target.allowsMonthly && draft.frequency === 'monthly'
  const counted = amount.ok && amount.units !== null ? check.amountUnits(String(amount.units), yen) : yen
  return filled([
    { term: check.target, said: <span lang="ja">{target.title}</span> },
    target.dues !== null && { term: say.duesYear(siteWords.fiscalYear(target.dues.fiscalYear)), said: <strong className="figures text-[1.25rem]">{withReadings(counted)}</strong> },
    target.dues === null && { term: say.choose, said: <strong className="figures text-[1.25rem]">{withReadings(isMonthly ? check.amountMonthly(yen) : yen)}</strong> },
    target.allowsMonthly && { term: say.frequency, said: withReadings(isMonthly ? say.monthly : say.once) },
    link !== null && link.areaName !== null && { term: check.area, said: link.areaName },
  ])
}

function giverRows({ draft, target, words }: GiftForm): SummaryRow[] {
  const { giver: say, check } = words
  const isPerson = draft.kind === 'person'
  const isNamed = draft.kind !== 'anonymous'
  const kinds = { person: say.person, organization: say.organization, anonymous: say.anonymous }
  const isMemorial = draft.isMemorial && asksMemorial(target)
  return filled([
    { term: say.kind, said: withReadings(kinds[draft.kind]) },
    isNamed && { term: isPerson ? say.name : say.organizationName, said: draft.name.trim() },
    isNamed && { term: say.kana, said: readingOf(draft.kana) },
    draft.kind === 'organization' && { term: say.contactPerson, said: draft.contactPerson.trim() },
    { term: say.email, said: draft.email.trim() },
    isMemorial && { term: say.memorialShort, said: withReadings(check.memorial(draft.deceasedName.trim(), draft.relationship.trim())) },
  ])
}

function receiptRows({ draft, link, target, front, words }: GiftForm): SummaryRow[] {
  const { receipt: say } = words
  const sent = giftToSend({ draft, link, sent: null }, target, front)
  const wishes = { pdf: say.pdf, paper: say.paper, none: say.none }
  const consents = { anonymous: say.consentAnonymous, named: say.consentNamed, amount_hidden: say.consentAmountHidden, undecided: say.consentAnonymous }
  const isNamed = draft.kind !== 'anonymous'
  return filled([
    { term: say.wishShort, said: withReadings(wishes[sent.receiptWish]) },
    sent.receiptWish !== 'none' && { term: say.postalCode, said: readablePostalCode(draft.postalCode) },
    sent.receiptWish !== 'none' && { term: say.address, said: draft.address.trim() },
    isNamed && target.issuesReceipt && target.kind !== 'dues' && { term: say.consent, said: withReadings(consents[draft.consent]) },
    draft.consent !== 'anonymous' && { term: say.printedName, said: sent.printedName?.trim() ?? '' },
    { term: say.message, said: draft.message.trim() },
  ])
}

function readablePostalCode(text: string): string {
  const digits = postalDigits(text)
  return digits === null ? '' : `${digits.slice(0, 3)}-${digits.slice(3)}`
}
