import { formatLocalDate } from '@sasaeai/domain/calendar/japanese-era'
import { noticeLettersOrderSchema } from '@sasaeai/domain/document/document-order-input'
import { mostNotices } from '@sasaeai/domain/letter/letter-input'
import { fail, succeed } from '@sasaeai/domain/outcome/outcome'
import { paperMaker } from '../../document/paper-maker.ts'
import { makeLetters } from '../compose/make-letters.ts'
import { readUsableTemplates, templateGone } from '../compose/read-usable-templates.ts'
import { readNoticeLetters } from './notice-letters.ts'

/** ご案内 to supporters, one A4 each. Who has no address, or welcomes no post, is told of; the rest goes on. */
export const noticeLettersMaker = paperMaker('notice_letters', noticeLettersOrderSchema, {
  async title(deps, { templateId, audience }) {
    const [template] = await readUsableTemplates(deps, 'notice', templateId)
    if (template === undefined) return fail('document_not_ready', { about: templateGone })
    const letters = await readNoticeLetters(deps, audience)
    if (letters === null) return fail('document_not_ready', { about: `宛先が${mostNotices.toLocaleString('ja-JP')}件より多くなっています。地域や種類で絞り込んでから、もう一度作ってください。` })
    const [first] = letters
    if (first === undefined) return fail('document_subject_gone')
    return succeed(`${template.name} ${first.name}${letters.length === 1 ? '' : ` ほか${letters.length - 1}件`}`)
  },
  async make(desk, { templateId, audience, issuedOn = desk.day }) {
    const [template] = await readUsableTemplates(desk.deps, 'notice', templateId)
    const letters = await readNoticeLetters(desk.deps, audience)
    if (template === undefined || letters === null) return null
    return makeLetters(desk, { name: `${template.name}_${formatLocalDate(issuedOn)}`, issuedOn, letters: letters.map((letter) => ({ ...letter, subject: letter.name, template })) })
  },
})
