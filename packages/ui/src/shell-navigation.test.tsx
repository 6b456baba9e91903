import { renderToStaticMarkup } from 'react-dom/server'
import { describe, expect, it } from 'vitest'
import { ShellNavigation } from './shell-navigation.tsx'

const sections = [
  { items: [{ href: '/admin/', label: 'ホーム' }] },
  {
    label: '確かめる',
    items: [
      { href: '/admin/ledger', label: '伝票' },
      { href: '/admin/accounts', label: '科目', fold: 'お金' },
    ],
  },
]

function markedAt(path: string): string | undefined {
  const html = renderToStaticMarkup(<ShellNavigation sections={sections} currentPath={path} />)
  return /aria-current="page"[^>]*href="([^"]*)"/.exec(html)?.[1]
}

describe('the navigation', () => {
  it('marks the page on screen', () => {
    expect(markedAt('/admin/')).toBe('/admin/')
    expect(markedAt('/admin/ledger')).toBe('/admin/ledger')
  })

  it('marks the section of a page deep inside it', () => {
    expect(markedAt('/admin/ledger/1284')).toBe('/admin/ledger')
  })

  it('folds seldom needed lines, and opens the fold of the page on screen', () => {
    const isOpenAt = (path: string) =>
      renderToStaticMarkup(<ShellNavigation sections={sections} currentPath={path} />).includes('<details open=""')
    expect(isOpenAt('/admin/ledger')).toBe(false)
    expect(isOpenAt('/admin/accounts/1')).toBe(true)
  })

  it('is not misled by an address that merely begins alike', () => {
    expect(markedAt('/admin/ledgers')).toBeUndefined()
  })
})
