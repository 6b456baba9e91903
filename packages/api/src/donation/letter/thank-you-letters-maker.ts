import { formatLocalDate } from '@sasaeai/domain/calendar/japanese-era'
import { thankYouLettersOrderSchema } from '@sasaeai/domain/document/document-order-input'
import { templateForGift } from '@sasaeai/domain/letter/template-for-gift'
import { fail, succeed } from '@sasaeai/domain/outcome/outcome'
import { paperMaker } from '../../document/paper-maker.ts'
import { makeLetters } from '../../letter/compose/make-letters.ts'
import { readUsableTemplates, templateGone } from '../../letter/compose/read-usable-templates.ts'
import { valuesOfGift } from './letter-of-gift.ts'
import { readLetterGifts } from './read-letter-gifts.ts'

/** 礼状, one A4 for each gift, for window envelopes. Who has no name or no address is told of; the rest goes on. */
export const thankYouLettersMaker = paperMaker('thank_you_letters', thankYouLettersOrderSchema, {
  async title(deps, { entryIds, templateId }) {
    const templates = await readUsableTemplates(deps, 'thank_you', templateId)
    if (templates.length === 0) return fail('document_not_ready', { about: templateGone })
    const [first, ...others] = await readLetterGifts(deps, entryIds)
    if (first === undefined) return fail('document_subject_gone')
    return succeed(`礼状 ${first.supporterName ?? '匿名'}${others.length === 0 ? '' : ` ほか${others.length}件`}`)
  },
  async make(desk, { entryIds, templateId, issuedOn = desk.day }) {
    const templates = await readUsableTemplates(desk.deps, 'thank_you', templateId)
    const gifts = await readLetterGifts(desk.deps, entryIds)
    const letters = gifts.map((gift) => {
      const template = templateId === undefined ? templateForGift(templates, gift.kind) : templates[0]
      return gift.isAnonymous
        ? { addressee: gift.addressee, values: {}, template, subject: `伝票${gift.entryNumber}番`, refusal: '寄附者が匿名のため、作成していません。' }
        : { addressee: gift.addressee, values: valuesOfGift(gift), template, subject: gift.addressee.name, refusal: null }
    })
    return makeLetters(desk, { name: `礼状_${formatLocalDate(issuedOn)}`, issuedOn, letters })
  },
})
