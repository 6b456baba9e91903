import { expect, test } from 'vitest'
import { addresseeOf } from './addressee-of.ts'
import { composeLetter, wordsOf } from './compose-letter.ts'
import { defaultLetterTemplates } from './default-letter-templates.ts'
import { sampleValuesOf } from './letter-field.ts'
import { templateForGift } from './template-for-gift.ts'

const notice = { kind: 'notice', heading: '{暦年}のご案内', body: '{氏名}{敬称}', listsFacts: true } as const

test('a letter without a heading of its own is called after its kind, and one without facts has no 記', () => {
  const letter = composeLetter(notice, { recipientName: '支援　太郎', honorific: '様' })
  expect(letter).toMatchObject({ title: 'ご案内', paragraphs: ['支援　太郎様'], facts: [], missing: ['calendarYear'] })
  expect(wordsOf(letter)).toBe('支援　太郎様')
})

test('facts below 記 are those that there are: money or goods, never both', () => {
  const template = defaultLetterTemplates[0] ?? notice
  const labels = (values: object) => composeLetter(template, { ...sampleValuesOf('thank_you'), ...values }).facts.map(({ label }) => label)
  expect(labels({})).toEqual(['受領日', 'ご寄附の額', '使いみち'])
  expect(labels({ amount: '', goods: 'お米', purpose: '' })).toEqual(['受領日', 'ご寄附の品'])
})

test('a gift gets the first template that names its kind, else the first that names none, else nothing', () => {
  const templates = [{ code: '1', giftKinds: [] }, { code: '2', giftKinds: ['memorial'] }, { code: '3', giftKinds: ['memorial', 'bequest'] }] as const
  const codeFor = (kind: 'memorial' | 'bequest' | 'general', among: readonly (typeof templates)[number][] = templates) => templateForGift(among, kind)?.code
  expect([codeFor('memorial'), codeFor('bequest'), codeFor('general')]).toEqual(['2', '3', '1'])
  expect(codeFor('general', templates.slice(1))).toBeUndefined()
})

test('post goes to the 送付先 where there is one, with the 敬称 that was chosen', () => {
  const home = { kind: 'person', name: '支援 太郎', honorific: '', postalCode: '8300001', address: '本町1', mailingName: '', mailingPostalCode: '', mailingAddress: '' } as const
  expect(addresseeOf(home)).toEqual({ name: '支援 太郎', honorific: '様', postalCode: '830-0001', address: '本町1' })
  expect(addresseeOf({ ...home, honorific: '先生', mailingName: '支援 花子 様方', mailingPostalCode: '8100001', mailingAddress: '遠方2' }))
    .toEqual({ name: '支援 花子 様方', honorific: '先生', postalCode: '810-0001', address: '遠方2' })
})
