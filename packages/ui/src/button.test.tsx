import { renderToStaticMarkup } from 'react-dom/server'
import { describe, expect, it } from 'vitest'
import { Button } from './button.tsx'

describe('a button', () => {
  it('does not submit a form unless it is told to', () => {
    expect(renderToStaticMarkup(<Button>保存する</Button>)).toContain('type="button"')
    expect(renderToStaticMarkup(<Button type="submit">送る</Button>)).toContain('type="submit"')
  })

  it('keeps its place in the tab order while it is busy, and says that it is', () => {
    const html = renderToStaticMarkup(
      <Button isBusy busyLabel="記帳しています">
        記帳する
      </Button>,
    )
    expect(html).toContain('aria-busy="true"')
    expect(html).toContain('記帳しています')
    expect(html).not.toContain(' disabled')
  })
})
