import { setDonationApplication } from '@sasaeai/documents/papers/donation-application'
import { formatLocalDate } from '@sasaeai/domain/calendar/japanese-era'
import { donationApplicationOrderSchema } from '@sasaeai/domain/document/document-order-input'
import { acknowledgmentConsentNames, acknowledgmentConsents } from '@sasaeai/domain/donation/acknowledgment/acknowledgment-consent'
import { donationKindNames, donationKinds } from '@sasaeai/domain/donation/gift/donation-kind'
import { formatYen } from '@sasaeai/domain/money/yen'
import { fail, succeed } from '@sasaeai/domain/outcome/outcome'
import { noteMissingCharacters } from '../../document/note-missing-characters.ts'
import { paperMaker, pdfType } from '../../document/paper-maker.ts'
import { readPaperHead } from '../../document/read-paper-head.ts'
import { type LetterGift, readLetterGifts } from './read-letter-gifts.ts'

/** 寄附申込書: blank to lay out at the counter, or filled from a gift to be signed. */
export const donationApplicationMaker = paperMaker('donation_application', donationApplicationOrderSchema, {
  async title(deps, { entryId }) {
    if (entryId === undefined) return succeed('寄附申込書（白紙）')
    const [gift] = await readLetterGifts(deps, [entryId])
    return gift === undefined ? fail('document_subject_gone') : succeed(`寄附申込書 ${gift.supporterName ?? '匿名'}`)
  },
  async make(desk, { entryId }) {
    await desk.expect(1)
    const [gift] = entryId === undefined ? [] : await readLetterGifts(desk.deps, [entryId])
    if (entryId !== undefined && gift === undefined) return null
    const words = { lines: linesOf(gift), choices: choicesOf(gift), dayWords: gift === undefined ? '令和　　年　　月　　日' : formatLocalDate(gift.receivedOn) }
    const title = gift === undefined ? '寄附申込書' : `寄附申込書_${gift.supporterName ?? '匿名'}`
    await noteMissingCharacters(desk, [{ subject: title, words }])
    const bytes = await setDonationApplication({ ...(await readPaperHead(desk, { title, day: gift?.receivedOn ?? desk.day })), ...words })
    await desk.advance()
    return { fileName: `${title}.pdf`, mediaType: pdfType, bytes }
  },
})

function linesOf(gift: LetterGift | undefined) {
  const line = (label: string, text: string | null | undefined) => ({ label, text: text ?? '' })
  const given = gift?.kind === 'in_kind' ? gift.goods : gift && `${formatYen(gift.amountYen)}円`
  return [
    line('お名前', gift?.supporterName),
    line('フリガナ', gift?.supporterKana),
    line('ご住所', gift?.addressee.address),
    line('電話番号', ''),
    line('金額・品名', given),
    line('使いみち', gift?.fundNames.filter((name) => name !== '').join('、')),
    line('故人', gift?.deceasedName),
    line('喪主・続柄', gift && [gift.mournerName, gift.relationship].filter((words) => words !== '').join('・')),
    line('お祝い・行事', gift?.occasion),
    line('掲載名', gift?.printedName),
    line('通信欄', ''),
  ]
}

function choicesOf(gift: LetterGift | undefined) {
  return [
    { label: '種類', options: donationKinds.map((kind) => ({ words: donationKindNames[kind], isChosen: gift?.kind === kind })) },
    {
      label: '芳名の掲載',
      options: acknowledgmentConsents.flatMap((consent) => (consent === 'undecided' ? [] : [{ words: acknowledgmentConsentNames[consent], isChosen: gift?.consent === consent }])),
    },
  ]
}
