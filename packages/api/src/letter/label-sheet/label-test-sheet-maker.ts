import { setLabelTestSheet } from '@sasaeai/documents/papers/address-papers'
import { labelTestSheetOrderSchema } from '@sasaeai/domain/letter/address-label/address-label-choices'
import { fail, succeed } from '@sasaeai/domain/outcome/outcome'
import { paperMaker, pdfType } from '../../document/paper-maker.ts'
import { readPaperHead } from '../../document/read-paper-head.ts'

/** 試し刷り of a ラベル用紙: its outlines and numbers, on plain paper. */
export const labelTestSheetMaker = paperMaker('label_test_sheet', labelTestSheetOrderSchema, {
  async title({ db }, { labelSheetId }) {
    const sheet = await db.prisma.labelSheet.findUnique({ where: { id: labelSheetId } })
    return sheet === null ? fail('document_subject_gone') : succeed(`ラベル用紙の試し刷り ${sheet.name}`)
  },
  async make(desk, { labelSheetId }) {
    const sheet = await desk.deps.db.prisma.labelSheet.findUnique({ where: { id: labelSheetId } })
    if (sheet === null) return null
    await desk.expect(1)
    const name = `試し刷り_${sheet.name}`
    const head = await readPaperHead(desk, { title: name, day: desk.day })
    const bytes = await setLabelTestSheet({ ...head, sheet, name: sheet.name })
    await desk.advance()
    return { fileName: `${name}.pdf`, mediaType: pdfType, bytes }
  },
})
