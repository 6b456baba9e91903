import { formatLocalDate } from '@sasaeai/domain/calendar/japanese-era'
import { receiptCoverLettersOrderSchema } from '@sasaeai/domain/document/document-order-input'
import { letterKindNames } from '@sasaeai/domain/letter/letter-kind'
import { fail, succeed } from '@sasaeai/domain/outcome/outcome'
import { paperMaker } from '../../document/paper-maker.ts'
import { makeLetters } from '../../letter/compose/make-letters.ts'
import { templateGone } from '../../letter/compose/read-usable-templates.ts'
import { coverKindOf, letterOfReceipt, readCoveredReceipts, readCoverTemplate } from './covered-receipts.ts'

/** 送り状 that go with receipts, one A4 each. What has no address, is void or wants another template is told of; the rest goes on. */
export const receiptCoverLettersMaker = paperMaker('receipt_cover_letters', receiptCoverLettersOrderSchema, {
  async title(deps, { of, templateId }) {
    const template = await readCoverTemplate(deps, templateId)
    if (template === undefined) return fail('document_not_ready', { about: templateGone })
    const receipts = await readCoveredReceipts(deps, of)
    const [first] = receipts
    return first === undefined ? fail('document_subject_gone') : succeed(`${template.name} ${first.number}${receipts.length === 1 ? '' : ` ほか${receipts.length - 1}通`}`)
  },
  async make(desk, { of, templateId, issuedOn = desk.day }) {
    const template = await readCoverTemplate(desk.deps, templateId)
    if (template === undefined) return null
    const letters = (await readCoveredReceipts(desk.deps, of)).map((receipt) => ({
      ...letterOfReceipt(receipt), template, subject: `${receipt.number} ${receipt.payer}`, refusal: refusalOf(receipt.isVoid, coverKindOf(receipt) === template.kind ? null : letterKindNames[template.kind]),
    }))
    return makeLetters(desk, { name: `${template.name}_${formatLocalDate(issuedOn)}`, issuedOn, letters })
  },
})

function refusalOf(isVoid: boolean, otherKind: string | null): string | null {
  if (isVoid) return '無効になった領収書のため、作成していません。'
  return otherKind === null ? null : `「${otherKind}」のひな形は使えない領収書のため、作成していません。`
}
