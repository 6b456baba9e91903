import { expect, test } from 'vitest'
import { fiscalYear } from '../../calendar/fiscal-year.ts'
import { localDate } from '../../calendar/local-date.ts'
import { readTypedMaterial, type TypedMaterial } from './typed-material.ts'

const context = { today: localDate('2026-06-01'), fiscalYear: fiscalYear(2026) }
const blank: TypedMaterial = {
  envelopesIssued: '',
  envelopesReturned: '',
  slipsIssued: '',
  slipsReturned: '',
  issuedOn: '',
  returnedOn: '',
  note: '',
}

test('a row is read as people type it: full width, with 枚 or commas, days in any form', () => {
  expect(readTypedMaterial({ ...blank, envelopesIssued: '１，０５０枚', issuedOn: '5/1', note: ' 会長宅へ ' }, context)).toEqual({
    ok: true,
    details: {
      envelopesIssued: 1_050,
      envelopesReturned: 0,
      slipsIssued: 0,
      slipsReturned: 0,
      issuedOn: '2026-05-01',
      returnedOn: null,
      note: '会長宅へ',
    },
  })
})

test('what cannot be read is named with its cell', () => {
  expect(readTypedMaterial({ ...blank, slipsReturned: '約30' }, context)).toMatchObject({ ok: false, cell: 'slipsReturned' })
  expect(readTypedMaterial({ ...blank, returnedOn: '5月の末' }, context)).toMatchObject({ ok: false, cell: 'returnedOn' })
})
