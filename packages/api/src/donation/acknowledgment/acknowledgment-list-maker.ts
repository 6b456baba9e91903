import { type ListColumn, setListPaper } from '@sasaeai/documents/papers/list-paper'
import { formatLocalDate } from '@sasaeai/domain/calendar/japanese-era'
import { acknowledgmentListOrderSchema } from '@sasaeai/domain/document/document-order-input'
import { acknowledgmentOrderNames } from '@sasaeai/domain/donation/acknowledgment/acknowledgment-list-input'
import { succeed } from '@sasaeai/domain/outcome/outcome'
import { noteMissingCharacters, piecesOfList } from '../../document/note-missing-characters.ts'
import { paperMaker, pdfType } from '../../document/paper-maker.ts'
import { readPaperHead } from '../../document/read-paper-head.ts'
import { listAcknowledgments } from './list-acknowledgments.ts'

const columns: readonly ListColumn[] = [{ heading: '芳名', fr: 3 }, { heading: '金額・品名', fr: 2, side: 'end' }, { heading: '地域', fr: 2 }]

/** 芳名録 for 社協だより: names as their givers agreed, on A4. */
export const acknowledgmentListMaker = paperMaker('acknowledgment_list', acknowledgmentListOrderSchema, {
  title: async (_deps, { from, to }) => succeed(`芳名録 ${formatLocalDate(from)}〜${formatLocalDate(to)}`),
  async make(desk, { kind: _kind, ...input }) {
    const { gifts } = await listAcknowledgments(desk.deps, input)
    await desk.expect(gifts.length)
    if (gifts.length === 0) return null
    const days = `${formatLocalDate(input.from)}から${formatLocalDate(input.to)}まで`
    const groups = [{ heading: '', rows: gifts.map(({ name, given, areaName }) => [name, given, areaName]), subtotal: null }]
    await noteMissingCharacters(desk, piecesOfList({ columns, groups }))
    const name = `芳名録_${formatLocalDate(input.from)}_${formatLocalDate(input.to)}`
    const bytes = await setListPaper({
      ...(await readPaperHead(desk, { title: name, day: input.to })),
      heading: 'ご寄附をいただいた皆さま',
      notes: [`${days}にお寄せいただいたもの（${acknowledgmentOrderNames[input.order]}）　${gifts.length.toLocaleString('ja-JP')}件`, '掲載をご承諾いただいた内容で記しています。'],
      isWide: false, columns, groups, total: null,
    })
    await desk.advance(gifts.length)
    return { fileName: `${name}.pdf`, mediaType: pdfType, bytes }
  },
})
