// The program of the process that sets papers: it is started by set-paper, and knows nothing of the server, its database
// or its secrets. One message in, one message out.
import path from 'node:path'
import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler'
import type { PaperAnswer, PaperOrder } from './paper-order.ts'
import { boldFonts, regularFonts } from './paper-fonts.ts'

const papers = path.join(import.meta.dirname, 'papers')
const compiler = NodeCompiler.create({
  workspace: papers,
  fontArgs: [{ fontPaths: [...regularFonts, ...boldFonts].map((font) => path.dirname(font)) }],
})

process.on('message', (order: PaperOrder) => {
  process.send?.(answerTo(order))
})
// Whoever started this process is gone.
process.on('disconnect', () => process.exit(0))

function answerTo(order: PaperOrder): PaperAnswer {
  const set = setInOrder(order)
  compiler.resetShadow()
  // What was of use for this order or the one before stays; what Typst remembers beyond that would never be forgotten.
  compiler.evictCache(1)
  return { ...set, memoryMib: process.memoryUsage.rss() / 2 ** 20 }
}

function setInOrder({ template, papers: all }: PaperOrder): { pdfs: Uint8Array[] } | { problem: string } {
  try {
    return { pdfs: all.map((data) => pdfOf(template, data)) }
  } catch (error) {
    return { problem: error instanceof Error ? error.message : String(error) }
  }
}

function pdfOf(template: string, data: string): Uint8Array {
  // A file, and no input: inputs are part of Typst's library, and with another library nothing remembered is of use.
  compiler.mapShadow(path.join(papers, 'paper.json'), Buffer.from(data))
  const compiled = compiler.compile({ mainFilePath: path.join(papers, `${template}.typ`) })
  const { result } = compiled
  if (result === null) {
    const error = compiled.takeDiagnostics()
    throw new Error(error === null ? 'no document' : JSON.stringify(compiler.fetchDiagnostics(error)))
  }
  return compiler.pdf(result)
}
