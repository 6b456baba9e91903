import { setShareBackStatements, type ShareBackStatement, type ShareBackStatementRow } from '@sasaeai/documents/papers/share-back-statements'
import { formatLocalDate } from '@sasaeai/domain/calendar/japanese-era'
import { shareBackStatementsOrderSchema } from '@sasaeai/domain/document/document-order-input'
import { differenceOf, payableYen } from '@sasaeai/domain/membership-dues/share-back/share-back'
import { shareBackRunName } from '@sasaeai/domain/membership-dues/share-back/share-back-entry'
import { formatBasisPoints } from '@sasaeai/domain/money/basis-points'
import { formatYen, formatYenDelta, sumYen } from '@sasaeai/domain/money/yen'
import { noteMissingCharacters } from '../../document/note-missing-characters.ts'
import { paperMaker, pdfType } from '../../document/paper-maker.ts'
import { readPaperHead } from '../../document/read-paper-head.ts'
import { type ComparedLine, readShareBackRun, type ShareBackOfPayee, type ShareBackRun } from './read-share-back-run.ts'
import { basisOfShareBack, titleOfShareBack } from './share-back-words.ts'

/** 還元金計算書: one sheet for each payee that has something to get. Before it is paid it says that it is to be checked. */
export const shareBackStatementsMaker = paperMaker('share_back_statements', shareBackStatementsOrderSchema, {
  title: (deps, { runId }) => titleOfShareBack(deps, runId, '計算書'),
  async make(desk, { runId, areaId, issuedOn }) {
    const run = await readShareBackRun(desk.deps, runId)
    if (run === null) return null
    const payees = run.payees.filter((payee) => payableYen(payee.lines) > 0 && (areaId === undefined || payee.areaId === areaId))
    await desk.expect(payees.length)
    const statements: ShareBackStatement[] = []
    for (const payee of payees) {
      statements.push(statementTo(payee, run))
      await desk.advance()
    }
    if (statements.length === 0) return null
    const runName = shareBackRunName(run)
    const day = issuedOn ?? run.paidOn ?? desk.day
    await noteMissingCharacters(desk, statements.map((statement) => ({ subject: statement.payeeName, words: statement })))
    const bytes = await setShareBackStatements({
      ...(await readPaperHead(desk, { title: `${runName} 計算書`, day })),
      runName,
      issuedOn: formatLocalDate(day),
      mark: run.status === 'draft' ? '確認用' : '',
      statements,
    })
    return { fileName: `還元金計算書_${runName.replace(' ', '_')}.pdf`, mediaType: pdfType, bytes }
  },
})

function statementTo({ name, lines }: ShareBackOfPayee, run: ShareBackRun): ShareBackStatement {
  const kindNames = new Map(run.kinds.map((kind) => [kind.duesKindId, kind.name]))
  return {
    payeeName: name,
    amount: `${formatYen(payableYen(lines))}円`,
    rows: lines.map((line) => rowOf(kindNames.get(line.duesKindId) ?? '', line)),
    total: {
      name: '合計',
      received: formatYenDelta(sumYen(lines.map(({ receivedYen }) => receivedYen))),
      rates: [],
      earned: formatYenDelta(sumYen(lines.map(({ earnedYen }) => earnedYen))),
      already: formatYenDelta(sumYen(lines.map(({ alreadyYen }) => alreadyYen))),
      difference: formatYenDelta(sumYen(lines.map(differenceOf))),
    },
    facts: [
      { label: '対象の会費', text: basisOfShareBack(run) },
      { label: '計算', text: '納入額に還元率を掛け、会員種別ごとに端数を切り捨てた額から、お支払済みの額を引いています。' },
      ...(run.paidOn === null ? [] : [{ label: 'お支払日', text: formatLocalDate(run.paidOn) }]),
    ],
  }
}

function rowOf(name: string, line: ComparedLine): ShareBackStatementRow {
  return {
    name,
    received: formatYenDelta(line.receivedYen),
    rates: line.parts.map(({ basisPoints, amountYen }) =>
      line.parts.length === 1 ? formatBasisPoints(basisPoints) : `${formatBasisPoints(basisPoints)}（${formatYenDelta(amountYen)}円）`,
    ),
    earned: formatYenDelta(line.earnedYen),
    already: formatYenDelta(line.alreadyYen),
    difference: formatYenDelta(differenceOf(line)),
  }
}
