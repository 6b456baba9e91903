// The program of the process that sets papers: it is started by set-paper, and knows nothing of the server, its database
// or its secrets. One message in, one message out.
import path from 'node:path'
import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler'
import { boldFonts, regularFonts } from './paper-fonts.ts'

const compiler = NodeCompiler.create({
  workspace: path.join(import.meta.dirname, 'papers'),
  fontArgs: [{ fontPaths: [...regularFonts, ...boldFonts].map((font) => path.dirname(font)) }],
})

process.on('message', (order: { template: string; papers: string[] }) => {
  process.send?.(answerTo(order))
})
// Whoever started this process is gone.
process.on('disconnect', () => process.exit(0))

function answerTo({ template, papers }: { template: string; papers: string[] }): { pdfs: Uint8Array[] } | { problem: string } {
  try {
    return { pdfs: papers.map((data) => pdfOf(template, data)) }
  } catch (error) {
    return { problem: error instanceof Error ? error.message : String(error) }
  } finally {
    // What Typst remembers of these papers helps no other ones, and would never be forgotten.
    compiler.evictCache(0)
  }
}

function pdfOf(template: string, data: string): Uint8Array {
  const compiled = compiler.compile({
    mainFilePath: path.join(import.meta.dirname, 'papers', `${template}.typ`),
    inputs: { paper: data },
  })
  const { result } = compiled
  if (result === null) {
    const error = compiled.takeDiagnostics()
    throw new Error(error === null ? 'no document' : JSON.stringify(compiler.fetchDiagnostics(error)))
  }
  return compiler.pdf(result)
}
