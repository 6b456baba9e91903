import { setWindowLetters } from '@sasaeai/documents/papers/window-letters'
import { formatLocalDate } from '@sasaeai/domain/calendar/japanese-era'
import { thankYouLettersOrderSchema } from '@sasaeai/domain/document/document-order-input'
import { fail, succeed } from '@sasaeai/domain/outcome/outcome'
import { noteMissingCharacters } from '../../document/note-missing-characters.ts'
import { paperMaker, pdfType } from '../../document/paper-maker.ts'
import { readPaperHead } from '../../document/read-paper-head.ts'
import { readLetterGifts } from './read-letter-gifts.ts'
import { thankYouLetterOf } from './thank-you-letter-words.ts'

/** 礼状, one A4 for each gift, for window envelopes. Who has no name or no address is told of; the rest goes on. */
export const thankYouLettersMaker = paperMaker('thank_you_letters', thankYouLettersOrderSchema, {
  async title(deps, { entryIds }) {
    const [first, ...others] = await readLetterGifts(deps, entryIds)
    if (first === undefined) return fail('document_subject_gone')
    return succeed(`礼状 ${first.supporterName ?? '匿名'}${others.length === 0 ? '' : ` ほか${others.length}件`}`)
  },
  async make(desk, { entryIds, issuedOn = desk.day }) {
    const gifts = await readLetterGifts(desk.deps, entryIds)
    await desk.expect(gifts.length)
    const letters = []
    for (const gift of gifts) {
      const { name, address } = gift.addressee
      if (name === '') desk.note({ subject: `伝票${gift.entryNumber}番`, message: '寄附者が匿名のため、作成していません。' })
      else if (address === '') desk.note({ subject: name, message: '住所がないため、作成していません。支援者の画面で住所を入力してください。' })
      else letters.push(thankYouLetterOf(gift))
      await desk.advance()
    }
    if (letters.length === 0) return null
    await noteMissingCharacters(desk, letters.map((letter) => ({ subject: letter.name, words: letter })))
    const name = `礼状_${formatLocalDate(issuedOn)}`
    const head = await readPaperHead(desk, { title: name, day: issuedOn })
    return { fileName: `${name}.pdf`, mediaType: pdfType, bytes: await setWindowLetters({ ...head, issuedOn: formatLocalDate(issuedOn), letters }) }
  },
})
