import { existsSync, readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'

const repository = path.join(import.meta.dirname, '..', '..', '..', '..')

/**
 * Giving is voluntary, in law (大阪高裁 平成19年8月24日, final 平成20年4月3日): nobody is dunned, nothing is overdue, and a
 * suggested amount is never a charge. So these words appear nowhere in the product, not even
 * in its comments, and here only in halves.
 */
const neverSaid = new RegExp([['督', '促'], ['滞', '納'], ['請', '求書'], ['取り', '立て']].map((halves) => halves.join('')).join('|'))

test('nothing in the product speaks of dues as of a debt', () => {
  const files = ['apps', 'packages', 'prisma', 'bench', 'docs'].flatMap((folder) => textsBelow(folder)).filter((file) => !isMade(file))
  expect(files.length).toBeGreaterThan(500)
  expect(files.filter(isSaidIn)).toEqual([])
})

test('nor does any page that has been built', () => {
  const built = ['admin', 'giving'].flatMap((app) => textsBelow(path.join('apps', app, 'dist')))
  expect(built.filter(isSaidIn)).toEqual([])
})

/** Text files, named from the repository's root. None where the folder is not there: pages may not be built yet. */
function textsBelow(folder: string): string[] {
  const place = path.join(repository, folder)
  if (!existsSync(place)) return []
  return readdirSync(place, { recursive: true, encoding: 'utf8' })
    .filter((file) => /\.(tsx?|mjs|js|css|html|json|md|csv|prisma|sql|typ)$/.test(file))
    .map((file) => path.join(folder, file))
}

function isMade(file: string): boolean {
  return file.split(path.sep).some((part) => ['node_modules', 'generated', 'dist'].includes(part))
}

function isSaidIn(file: string): boolean {
  return neverSaid.test(readFileSync(path.join(repository, file), 'utf8'))
}
