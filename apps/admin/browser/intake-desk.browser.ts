import { accessibilityFindings, sidewaysOverflow } from '@sasaeai/testing/browser/accessibility'
import { openProductSession, type ProductSession } from '@sasaeai/testing/browser/product-session'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { atTheDesk, batchOf, eventually, focusedLabel, press, savedAmounts, untilStatus } from './intake-typist.ts'

let session: ProductSession

beforeAll(async () => {
  const now = new Date()
  session = await openProductSession({ year: now.getMonth() < 3 ? now.getFullYear() - 1 : now.getFullYear() })
})
afterAll(() => session.end())

describe('a bundle on the ten-key', () => {
  it('of thirty lines is typed and posted without a mouse', async () => {
    const { page, batchId } = await atTheDesk(session)
    await press(page, '01⏎⏎30⏎465/⏎')
    let keys = 0
    for (let place = 0; place < 30; place += 1) {
      // Three kinds in turn, two 自治会; 15,500 yen each; the kind is typed where it changes.
      const kind = place % 10 === 0 ? String(place / 10 + 1) : ''
      keys += await press(page, `${kind}⏎${(place % 2) + 1}⏎31⏎15500⏎`)
    }
    process.stdout.write(`30 lines: ${(keys / 30).toFixed(1)} keys per line\n`)
    expect(keys / 30).toBeLessThan(13)
    await page.getByText('一致', { exact: true }).waitFor()
    await press(page, '⏎')
    expect(await focusedLabel(page)).toBe('記帳する')
    await press(page, '⏎')
    await page.getByText('30件 465,000円を記帳しました').waitFor()
    expect(await session.database.db.prisma.journalEntry.count({ where: { intakeBatchId: batchId } })).toBe(30)

    await eventually(() => focusedLabel(page)).toBe('次の受付')
    await press(page, '⏎')
    await eventually(() => focusedLabel(page)).toBe('地域')
    expect(batchOf(page)).not.toBe(batchId)
    expect(await page.getByLabel('1行目 種類').inputValue()).toBe('3')
    await page.context().close()
  })

  it('leaves a remark of ten characters its room, on the narrowest desk and more on a wide one', async () => {
    const { page } = await atTheDesk(session)
    const fullWidthCharacters = () =>
      page.getByLabel('1行目 備考').evaluate((input) => {
        const { paddingLeft, paddingRight, fontSize } = getComputedStyle(input)
        return (input.clientWidth - Number.parseFloat(paddingLeft) - Number.parseFloat(paddingRight)) / Number.parseFloat(fontSize)
      })
    expect(await fullWidthCharacters()).toBeGreaterThanOrEqual(10)
    await page.setViewportSize({ width: 1440, height: 900 })
    expect(await fullWidthCharacters()).toBeGreaterThanOrEqual(14)
    await page.context().close()
  })

  it('copies the cell and the row above, multiplies by a thousand, moves by arrows, undoes and redoes', async () => {
    const { page } = await atTheDesk(session)
    await press(page, '01-01⏎⏎2⏎84000⏎')
    await press(page, '1⏎84⏎42/⏎')
    expect(await page.getByLabel('1行目 金額').inputValue()).toBe('42,000')
    await press(page, '*')
    expect(await page.getByLabel('2行目 金額').inputValue()).toBe('42,000')
    await page.getByText('一致', { exact: true }).waitFor()
    await page.getByLabel('2行目 納入世帯・件').focus()
    await page.keyboard.press('ArrowUp')
    expect(await focusedLabel(page)).toBe('1行目 納入世帯・件')
    await page.keyboard.press('ArrowDown')
    await page.keyboard.type('5')
    await press(page, '+')
    expect(await page.getByLabel('2行目 納入世帯・件').inputValue()).toBe('84')
    await page.keyboard.press('Control+z')
    expect(await page.getByLabel('2行目 納入世帯・件').inputValue()).toBe('5')
    await page.keyboard.press('Control+y')
    expect(await page.getByLabel('2行目 納入世帯・件').inputValue()).toBe('84')
    await page.context().close()
  })

  it('says in words what is wrong, leads there, and does not post what does not match', async () => {
    const { page, batchId } = await atTheDesk(session)
    await press(page, '01-01⏎⏎1⏎500⏎')
    await press(page, '1⏎1⏎400⏎')
    await page.keyboard.press('Control+Enter')
    await page.getByRole('group', { name: /入力内容を確認してください/ }).waitFor()
    await page.getByRole('link', { name: /差額 △100円/ }).click()
    await eventually(() => focusedLabel(page)).toBe('統制合計')
    expect(await accessibilityFindings(page)).toEqual([])
    expect(await session.database.db.prisma.journalEntry.count({ where: { intakeBatchId: batchId } })).toBe(0)
    await page.context().close()
  })

  it('takes a table from Excel', async () => {
    const { page, batchId } = await atTheDesk(session)
    await page.getByLabel('1行目 種類').focus()
    await page.evaluate(() => {
      const clipboardData = new DataTransfer()
      clipboardData.setData(
        'text/plain',
        '１\t\t日吉一丁目自治会\t\t90\t84\t\t"42,000"\r\n2\t1\t01-02\t\t\t81\t\t28000\r\n',
      )
      document.activeElement?.dispatchEvent(
        new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }),
      )
    })
    await eventually(() => page.getByTestId('running-合計').textContent()).toBe('70,000')
    await eventually(() => savedAmounts(session, batchId)).toEqual(['42,000', '28000'])
    await page.context().close()
  })

  it('leaves an Enter that ends a kana conversion to the input method', async () => {
    const { page } = await atTheDesk(session)
    await page.getByLabel('持参者').focus()
    await page.evaluate(() => {
      const enter = new KeyboardEvent('keydown', { key: 'Enter', isComposing: true, bubbles: true, cancelable: true })
      document.activeElement?.dispatchEvent(enter)
    })
    expect(await focusedLabel(page)).toBe('持参者')
    await page.context().close()
  })

  it('is posted once, however often the button is pressed', async () => {
    const { page, batchId } = await atTheDesk(session)
    await press(page, '02-01⏎⏎1⏎500⏎')
    await press(page, '1⏎1⏎500⏎')
    const button = page.getByRole('button', { name: '記帳する' })
    await button.dblclick()
    await page.getByText('1件 500円を記帳しました').waitFor()
    expect(await session.database.db.prisma.journalEntry.count({ where: { intakeBatchId: batchId } })).toBe(1)
    await page.context().close()
  })
})

describe('nothing that was typed is lost', () => {
  it('by a reload in the middle of a cell', async () => {
    const { page, batchId } = await atTheDesk(session)
    await press(page, '01-01⏎⏎2⏎1000⏎')
    await press(page, '1⏎1⏎500⏎1⏎1⏎50')
    await page.reload()
    await eventually(() => page.getByLabel('2行目 金額').inputValue()).toBe('50')
    await untilStatus(page, '保存済み')
    await eventually(() => savedAmounts(session, batchId)).toEqual(['500', '50'])
    await page.context().close()
  })

  it('by a lost connection, not even when the page is reloaded once it is back', async () => {
    const { page, batchId } = await atTheDesk(session)
    await press(page, '01-01⏎⏎2⏎1000⏎')
    await page.context().setOffline(true)
    await press(page, '1⏎1⏎500⏎')
    await untilStatus(page, '再接続を待っています')
    await press(page, '1⏎1⏎600⏎')
    expect(await savedAmounts(session, batchId)).toEqual([])
    await page.context().setOffline(false)
    await page.reload()
    await eventually(() => savedAmounts(session, batchId)).toEqual(['500', '600'])
    await page.context().close()
  })

  it('by a server that is killed and started again', async () => {
    const { page, batchId } = await atTheDesk(session)
    await press(page, '01-01⏎⏎2⏎1000⏎')
    await press(page, '1⏎1⏎500⏎')
    await session.product.kill()
    await press(page, '1⏎1⏎700⏎')
    await untilStatus(page, '再接続を待っています')
    await session.product.start()
    await untilStatus(page, '保存済み')
    expect(await savedAmounts(session, batchId)).toEqual(['500', '700'])
    await page.context().close()
  })

  it('by two tabs: the later one chooses, and both contents live on', async () => {
    const { page, batchId } = await atTheDesk(session)
    await press(page, '01-01⏎⏎')
    await untilStatus(page, '保存済み')
    const other = await page.context().newPage()
    await other.goto(page.url())
    await other.getByText('この受付を開いています').waitFor({ timeout: 20_000 })
    await other.getByLabel('1行目 金額').fill('111')
    await untilStatus(other, '保存済み')
    await eventually(() => savedAmounts(session, batchId)).toEqual(['111'])
    await page.bringToFront()
    await page.getByLabel('1行目 金額').fill('222')
    const dialog = page.getByRole('dialog', { name: /この受付を変更しています/ })
    await dialog.waitFor()
    expect(await accessibilityFindings(page)).toEqual([])
    await dialog.getByRole('button', { name: '自分の内容を新しい下書きに残す' }).click()
    await page.waitForURL((url) => !url.pathname.endsWith(batchId))
    await eventually(() => page.getByLabel('1行目 金額').inputValue()).toBe('222')
    expect(await savedAmounts(session, batchId)).toEqual(['111'])
    expect(await savedAmounts(session, batchOf(page))).toEqual(['222'])
    await page.context().close()
  })
})

describe('the pages of the desk', () => {
  it.each([1280, 375])('are accessible and do not wander sideways at %i px', async (width) => {
    const { page } = await atTheDesk(session, { width, height: 900 })
    await press(page, '01⏎⏎2⏎1000⏎')
    await press(page, '4⏎')
    await page.keyboard.type('存在しない人')
    await page.getByRole('option', { name: /新しく登録/ }).waitFor()
    expect(await accessibilityFindings(page)).toEqual([])
    expect(await sidewaysOverflow(page)).toBe(0)
    for (const path of ['intake', 'intake?status=posted', 'daily-report']) {
      await page.goto(`${session.product.url}/admin/${path}`)
      await page.getByRole('heading', { level: 1 }).waitFor()
      expect(await accessibilityFindings(page)).toEqual([])
      expect(await sidewaysOverflow(page)).toBe(0)
    }
    await page.context().close()
  })

  it('registers a new supporter without leaving the line', async () => {
    const { page } = await atTheDesk(session)
    await press(page, '01⏎⏎1⏎3000⏎')
    await press(page, '4⏎')
    await page.keyboard.type('髙﨑 𠮷郎')
    await page.getByRole('option', { name: /新しく登録/ }).waitFor()
    await press(page, '⏎')
    const dialog = page.getByRole('dialog', { name: '支援者を登録' })
    await dialog.getByLabel('電話番号').fill('12')
    await dialog.getByRole('button', { name: '登録して行に入れる' }).click()
    await dialog.getByText('入力内容を確認してください').waitFor()
    expect(await accessibilityFindings(page)).toEqual([])
    await dialog.getByLabel('電話番号').fill('')
    await dialog.getByRole('button', { name: '登録して行に入れる' }).click()
    await eventually(() => page.getByLabel('1行目 支援者').inputValue()).toMatch(/^\d+$/)
    await page.getByText('髙﨑 𠮷郎').first().waitFor()
    expect(await focusedLabel(page)).toMatch(/^1行目 /)
    await page.context().close()
  })
})
