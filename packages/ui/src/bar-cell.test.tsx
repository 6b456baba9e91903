import { renderToStaticMarkup } from 'react-dom/server'
import { expect, it } from 'vitest'
import { BarCell } from './bar-cell.tsx'

it('a bar never leaves its cell, whatever the share', () => {
  expect(renderToStaticMarkup(<BarCell share={1.4} />)).toContain('width:100%')
  expect(renderToStaticMarkup(<BarCell share={-0.2} />)).toContain('width:0%')
})
