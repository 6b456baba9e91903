import { renderToStaticMarkup } from 'react-dom/server'
import { describe, expect, it } from 'vitest'
import { DateField } from './date-field.tsx'
import type { Echo } from './date-field.tsx'

function readOneDate(text: string): Echo {
  return text === 'R8.4.1'
    ? { ok: true, echo: '令和8年4月1日（水）' }
    : { ok: false, message: '日付として読み取れません。例：R8.4.1' }
}

describe('a date field', () => {
  it('says back what it understood', () => {
    const html = renderToStaticMarkup(<DateField label="受付日" defaultValue="R8.4.1" read={readOneDate} />)
    expect(html).toContain('令和8年4月1日（水）')
  })

  it('says so when it opens with a text that it cannot read', () => {
    const html = renderToStaticMarkup(<DateField label="受付日" defaultValue="4月31日" read={readOneDate} />)
    expect(html).toContain('日付として読み取れません')
  })

  it('complains of nothing while it is empty', () => {
    const html = renderToStaticMarkup(<DateField label="受付日" read={readOneDate} />)
    expect(html).not.toContain('読み取れません')
  })

  it('lets the page’s own error stand before its own', () => {
    const html = renderToStaticMarkup(
      <DateField label="受付日" defaultValue="4月31日" read={readOneDate} error="この月は締め済みです。" />,
    )
    expect(html).toContain('この月は締め済みです。')
    expect(html).not.toContain('読み取れません')
  })
})
