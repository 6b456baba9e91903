import { renderToStaticMarkup } from 'react-dom/server'
import { describe, expect, it } from 'vitest'
import { TextField } from './text-field.tsx'

describe('a text field', () => {
  it('ties label, support text and error to its control', () => {
    const html = renderToStaticMarkup(
      <TextField id="postal" label="郵便番号" support="7桁です。" error="7桁で入力してください。例：830-0027" />,
    )
    expect(html).toContain('<label for="postal"')
    expect(html).toMatch(/<input[^>]*aria-describedby="postal-support postal-error"/)
    expect(html).toMatch(/<input[^>]*aria-invalid="true"/)
  })

  it('says in words whether it must be filled in', () => {
    expect(renderToStaticMarkup(<TextField label="氏名" requirement="required" />)).toContain('必須')
    expect(renderToStaticMarkup(<TextField label="備考" requirement="optional" />)).toContain('任意')
  })

  it('puts the support text between label and control, and the error below', () => {
    const html = renderToStaticMarkup(<TextField label="氏名" support="領収書に書く名前です。" error="入力してください。" />)
    const order = ['氏名', '領収書に書く名前です。', '<input', '入力してください。'].map((part) => html.indexOf(part))
    expect(order).toEqual(order.toSorted((a, b) => a - b))
  })
})
