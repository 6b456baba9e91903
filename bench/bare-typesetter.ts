import { readFile } from 'node:fs/promises'
import path from 'node:path'
import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler'
import { boldFonts, regularFonts } from '@sasaeai/documents/paper-fonts'
import { subsetOfFont } from './font-subset.ts'

const papers = path.join(import.meta.dirname, '../packages/documents/src/papers')

/**
 * Typst with nothing around it: in this process, with fonts that were cut down beforehand to the characters of the papers
 * (and of their templates). Answers with what sets several papers of a template of ours, whose data are JSON already.
 */
export async function openBareTypesetter(template: string, texts: readonly string[]): Promise<(papers: readonly string[]) => Uint8Array[]> {
  const templates = await Promise.all([template, 'receipt-parts', 'paper-style', 'paper-look'].map((name) => readFile(path.join(papers, `${name}.typ`), 'utf8')))
  const all = [...templates, ...texts].join('')
  const fontBlobs = await Promise.all([...regularFonts, ...boldFonts].map((font) => subsetOfFont(font, all)))
  const compiler = NodeCompiler.create({ workspace: papers, fontArgs: [{ fontBlobs }] })
  const set = (data: string) => {
    compiler.mapShadow(path.join(papers, 'paper.json'), Buffer.from(data))
    const { result } = compiler.compile({ mainFilePath: path.join(papers, `${template}.typ`) })
    if (result === null) throw new Error(`${template} could not be set`)
    return compiler.pdf(result)
  }
  return (data) => {
    const pdfs = data.map(set)
    compiler.evictCache(1)
    return pdfs
  }
}
