import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'

const repository = path.join(import.meta.dirname, '..', '..', '..', '..')
const notOurs = new Set(['node_modules', 'generated', 'dist', '.turbo', '.git', '.data', 'test-results'])

/** Files whose names their tools prescribe. */
const prescribedByTools = new Set(['main.ts', 'main.tsx', 'vite.config.ts', 'vite-env.d.ts', 'index.html'])

const sources = filesBelow(repository).filter((file) => /^(apps|packages|prisma|bench)\/.*\.tsx?$/.test(file))

describe('the house', () => {
  it('has no two files of one name', () => {
    const names = sources.map((file) => path.basename(file)).filter((name) => !prescribedByTools.has(name))
    const twice = names.filter((name, index) => names.indexOf(name) !== index)
    expect(twice).toEqual([])
  })

  it('has no file named for nothing', () => {
    const vague = /(^|[-/])(utils?|helpers?|common|misc|manager|constants)([-./]|$)/
    expect(sources.filter((file) => vague.test(file))).toEqual([])
  })

  it('has one index file, which exports the router type', () => {
    const indexes = sources.filter((file) => /(^|\/)index\.tsx?$/.test(file))
    expect(indexes).toEqual(['packages/api/src/index.ts'])
    expect(readFileSync(path.join(repository, 'packages/api/src/index.ts'), 'utf8')).toContain('AppRouter')
  })

  it('keeps every model under its Japanese term', () => {
    const models = filesBelow(path.join(repository, 'prisma', 'models'))
    for (const file of models) {
      const lines = readFileSync(path.join(repository, 'prisma', 'models', file), 'utf8').split('\n')
      lines.forEach((line, index) => {
        if (!/^(model|enum) /.test(line)) return
        const above = lines.slice(0, index)
        const comment = above.slice(above.findLastIndex((each) => !each.startsWith('///')) + 1)
        expect(`${file}: ${line} ${comment[0] ?? ''}`).toMatch(/ \/\/\/ [\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u)
      })
    }
  })
})

function filesBelow(folder: string): string[] {
  const found: string[] = []
  const walk = (relative: string) => {
    for (const entry of readdirSync(path.join(folder, relative), { withFileTypes: true })) {
      if (notOurs.has(entry.name)) continue
      const name = relative === '' ? entry.name : `${relative}/${entry.name}`
      if (entry.isDirectory()) walk(name)
      else found.push(name)
    }
  }
  walk('')
  return found
}
