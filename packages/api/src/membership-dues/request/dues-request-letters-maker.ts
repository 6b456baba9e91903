import { type DuesRequestLetter, setDuesRequestLetters } from '@sasaeai/documents/papers/dues-request-letters'
import { householdBasisNames } from '@sasaeai/domain/area/household-basis'
import { formatFiscalYear, formatLocalDate } from '@sasaeai/domain/calendar/japanese-era'
import { duesRequestLettersOrderSchema } from '@sasaeai/domain/document/document-order-input'
import { formatDuesMonths } from '@sasaeai/domain/membership-dues/terms/dues-months'
import { duesSuggestionWords } from '@sasaeai/domain/membership-dues/payer/dues-suggestion-words'
import { formatSlipNumber } from '@sasaeai/domain/membership-dues/request/slip-number'
import { formatYen, yen } from '@sasaeai/domain/money/yen'
import { noteMissingCharacters } from '../../document/note-missing-characters.ts'
import { paperMaker, pdfType } from '../../document/paper-maker.ts'
import { readPaperHead } from '../../document/read-paper-head.ts'
import { type AskedAssociation, type PrintedRequest, readAskedAssociations, readPrintedRequest, titleOfRequest } from './read-printed-request.ts'

/** 納入のお願い with its 納入書: one sheet for each 自治会 of a fixed request. */
export const duesRequestLettersMaker = paperMaker('dues_request_letters', duesRequestLettersOrderSchema, {
  title: (deps, { requestId }) => titleOfRequest(deps, requestId, '納入のお願い'),
  async make(desk, { requestId, areaId, issuedOn = desk.day }) {
    const request = await readPrintedRequest(desk.deps, requestId)
    if (request === null) return null
    const associations = await readAskedAssociations(desk.deps, requestId, areaId)
    await desk.expect(associations.length)
    const letters: DuesRequestLetter[] = []
    for (const association of associations) {
      if (association.slipNumber === null) desk.note({ subject: association.name, message: '納入番号がないため、作成していません。' })
      else letters.push(letterTo(association, request, association.slipNumber))
      await desk.advance()
    }
    if (letters.length === 0) return null
    const yearName = formatFiscalYear(request.fiscalYear)
    const title = `${yearName} ${request.kindName} 納入のお願い`
    await noteMissingCharacters(desk, letters.map((letter) => ({ subject: letter.associationName, words: letter })))
    const bytes = await setDuesRequestLetters({
      ...(await readPaperHead(desk, { title, day: issuedOn })),
      yearName,
      duesName: `社協会費（${request.kindName}）`,
      issuedOn: formatLocalDate(issuedOn),
      letters,
    })
    return { fileName: `納入のお願い_${yearName}_${request.kindName}.pdf`, mediaType: pdfType, bytes }
  },
})

function letterTo(association: AskedAssociation, request: PrintedRequest, number: number): DuesRequestLetter {
  const { name, districtName, households, expectedYen } = association
  const { fiscalYear, kindCode, terms, householdBasis } = request
  const asked = households === null ? '世帯' : `${households.toLocaleString('ja-JP')}世帯`
  const suggested = expectedYen === 0 ? '' : `${formatYen(yen(expectedYen))}円`
  return {
    associationName: name,
    districtName,
    slipNumber: formatSlipNumber({ fiscalYear, kindCode, number }),
    households: asked,
    suggestedAmount: suggested,
    facts: [
      ...(terms === null ? [] : [{ label: '会費の目安', text: duesSuggestionWords(terms) }]),
      ...(households === null || suggested === ''
        ? []
        : [{ label: '世帯数と目安額', text: `${asked}（${householdBasisNames[householdBasis]}）　目安額 ${suggested}` }]),
      ...(terms === null ? [] : [{ label: 'お納めの時期', text: formatDuesMonths(terms) }]),
      { label: 'お納めの方法', text: '下の納入書に世帯数と金額を書いて、会費とともに本会へお届けください。' },
    ],
  }
}
