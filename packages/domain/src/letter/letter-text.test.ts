import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { defaultLetterTemplates } from './default-letter-templates.ts'
import { fieldsOf, sampleValuesOf } from './letter-field.ts'
import { letterKinds } from './letter-kind.ts'
import { letterTemplateDetailsSchema } from './letter-template-details.ts'
import { fillText, markOf } from './letter-text.ts'
import { problemOfText } from './letter-text-problem.ts'

const values = { recipientName: '髙橋　花子', honorific: '様', amount: '30,000円', deceased: '' }

describe('a text', () => {
  test('is filled line by line, with 全角 braces as well', () => {
    expect(fillText('{氏名}{敬称}\n\nこのたびは｛金額｝を頂戴しました。', values)).toEqual({ lines: ['髙橋　花子様', 'このたびは30,000円を頂戴しました。'], missing: [] })
  })

  test('leaves out the line of an empty field, and tells which it was', () => {
    expect(fillText('ありがとうございました。\n{故人}のご冥福をお祈りします。', values)).toEqual({ lines: ['ありがとうございました。'], missing: ['deceased'] })
  })

  test('says what stands behind the bar where a field is empty', () => {
    expect(fillText('{故人|ご逝去された方}のご供養に', values).lines).toEqual(['ご逝去された方のご供養に'])
    expect(fillText('{故人｜ご逝去された方}のご供養に', { ...values, deceased: '故 支援　花子 様' }).lines).toEqual(['故 支援　花子 様のご供養に'])
  })

  test('never loses or changes words that are no field, whatever they are', () => {
    fc.assert(fc.property(fc.string().filter((words) => !/[{}｛｝\r\n]/.test(words)), (words) => {
      expect(fillText(words, values).lines.join('')).toBe(words.trim())
    }))
  })

  test('never leaves a brace behind where every field is known', () => {
    for (const kind of letterKinds) {
      const text = fieldsOf(kind).map(markOf).join('\n')
      expect(problemOfText(kind, text)).toBeNull()
      expect(fillText(text, sampleValuesOf(kind)).lines.join('')).not.toMatch(/[{}]/)
      expect(fillText(text, sampleValuesOf(kind)).missing).toEqual(kind === 'thank_you' ? ['goods'] : [])
      expect(fillText(text, {})).toEqual({ lines: [], missing: fieldsOf(kind) })
    }
  })
})

describe('a text is refused', () => {
  test('with what is possible, where a field is unknown or stands in another letter', () => {
    expect(problemOfText('notice', '{なまえ}さん')).toMatch(/^\{なまえ\}という差し込み項目はありません。使えるのは \{氏名\} \{敬称\}/)
    expect(problemOfText('notice', '{金額}')).toMatch(/^\{金額\}は、ご案内では使えません。/)
    expect(problemOfText('thank_you', '{金額}')).toBeNull()
  })

  test('where a brace is left over', () => {
    expect(problemOfText('notice', '{氏名様')).toContain('対になっていません')
  })

  test('where it speaks of a gift as of a debt, or of tax receipts for 共同募金', () => {
    expect(problemOfText('notice', ['会費を', '滞', '納されています。'].join(''))).toContain('任意です')
    expect(problemOfText('notice', '赤い羽根共同募金は確定申告で控除を受けられます。')).toContain('社協から税の領収書を出せません')
    expect(problemOfText('notice', '赤い羽根共同募金が始まります。\n会費の領収書をお送りします。')).toBeNull()
  })
})

test('the standard templates pass their own rules', () => {
  for (const template of defaultLetterTemplates) expect(letterTemplateDetailsSchema.parse(template)).toEqual(template)
})

test('a template says for which of paper and mail it is, and has what those need', () => {
  const [template] = defaultLetterTemplates
  const pathsOf = (change: object) => letterTemplateDetailsSchema.safeParse({ ...template, ...change }).error?.issues.map(({ path }) => path.join('.'))
  expect(pathsOf({ forPaper: false, forMail: false })).toEqual(['forPaper'])
  expect(pathsOf({ heading: '', subject: '' })).toEqual(['heading', 'subject'])
  expect(pathsOf({ kind: 'notice', giftKinds: ['memorial'], body: '{故人}' })).toEqual(['giftKinds', 'body'])
})
