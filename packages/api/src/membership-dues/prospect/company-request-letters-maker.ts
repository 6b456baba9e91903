import { type WindowLetter, setWindowLetters } from '@sasaeai/documents/papers/window-letters'
import { formatFiscalYear, formatLocalDate } from '@sasaeai/domain/calendar/japanese-era'
import { companyRequestLettersOrderSchema } from '@sasaeai/domain/document/document-order-input'
import { fail, succeed } from '@sasaeai/domain/outcome/outcome'
import { noteMissingCharacters } from '../../document/note-missing-characters.ts'
import { paperMaker, pdfType } from '../../document/paper-maker.ts'
import { readPaperHead } from '../../document/read-paper-head.ts'
import { letterToMember, letterToProspect } from './company-letter-words.ts'
import { readLetterAddressees, readLetterGround } from '../request/read-letter-addressees.ts'

/** お願い to members of a kind, or to those who may become members, for window envelopes. */
export const companyRequestLettersMaker = paperMaker('company_request_letters', companyRequestLettersOrderSchema, {
  async title(deps, order) {
    const ground = await readLetterGround(deps, order)
    if (ground === null) return fail('document_subject_gone')
    if (order.audience === 'members' && ground.requestId === null) {
      return fail('document_not_ready', { about: 'この会員種別の納入のお願いがまだ確定していません。確定してから作成してください。' })
    }
    return succeed(`${formatFiscalYear(order.fiscalYear)} ${ground.kindName} ${order.audience === 'members' ? '会員へのお願い' : '入会のお願い'}`)
  },
  async make(desk, order) {
    const { issuedOn = desk.day, audience, fiscalYear } = order
    const ground = await readLetterGround(desk.deps, order)
    if (ground === null) return null
    const addressees = await readLetterAddressees(desk.deps, order, ground)
    await desk.expect(addressees.length)
    const letters: WindowLetter[] = []
    for (const addressee of addressees) {
      if (addressee.address === '') desk.note({ subject: addressee.name, message: '住所がないため、作成していません。支援者の画面で住所を入力してください。' })
      else letters.push(audience === 'members' ? letterToMember(addressee, ground) : letterToProspect(addressee, ground))
      await desk.advance()
    }
    if (letters.length === 0) return null
    const yearName = formatFiscalYear(fiscalYear)
    const name = `${audience === 'members' ? '会員へのお願い' : '入会のお願い'}_${yearName}_${ground.kindName}`
    await noteMissingCharacters(desk, letters.map((letter) => ({ subject: letter.name, words: letter })))
    const head = await readPaperHead(desk, { title: name, day: issuedOn })
    return { fileName: `${name}.pdf`, mediaType: pdfType, bytes: await setWindowLetters({ ...head, issuedOn: formatLocalDate(issuedOn), letters }) }
  },
})
