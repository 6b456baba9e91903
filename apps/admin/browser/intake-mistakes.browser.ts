import { toDateColumn } from '@sasaeai/db/local-date-column'
import { localDate, localDateInTokyo } from '@sasaeai/domain/calendar/local-date'
import { openProductSession, type ProductSession } from '@sasaeai/testing/browser/product-session'
import { setTimeout as pause } from 'node:timers/promises'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { atTheDesk, eventually, focusedLabel, press } from './intake-typist.ts'

let session: ProductSession

beforeAll(async () => {
  const now = new Date()
  session = await openProductSession({ year: now.getMonth() < 3 ? now.getFullYear() - 1 : now.getFullYear() })
})
afterAll(() => session.end())

describe('a mistake at the desk', () => {
  it('is left by arrows and taken back by Esc; numbers are booked as typed, however fast', async () => {
    const { page } = await atTheDesk(session)
    await press(page, '1⏎⏎1⏎1500⏎')
    await page.getByText('日吉校区').first().waitFor()
    const { council, database } = session
    await database.db.prisma.supporter.create({
      data: { id: council.deps.newId(), number: 1_200, kind: 'person', name: '支援 花子', searchText: '1200|支援花子' },
    })
    await press(page, '4⏎12')
    await page.getByRole('option', { name: /支援 花子/ }).waitFor()
    // Nobody has the number 12, and the longer one that the list offers must not slip in for it.
    await press(page, '⏎1500⏎')
    expect(await page.getByLabel('1行目 支援者').inputValue()).toBe('12')
    expect(await page.getByLabel('1行目 金額').inputValue()).toBe('1,500')
    await page.getByText('支援者「12」が見つかりません', { exact: false }).waitFor()

    await page.keyboard.press('ArrowUp')
    await page.getByLabel('1行目 金額').focus()
    expect(await page.getByLabel('1行目 金額').inputValue()).toBe('1500')
    await press(page, '99')
    await page.keyboard.press('Escape')
    expect(await page.getByLabel('1行目 金額').inputValue()).toBe('1500')
    await press(page, '700')
    await page.keyboard.press('ArrowLeft')
    expect(await focusedLabel(page)).toBe('1行目 口数')
    expect(await page.getByLabel('1行目 金額').inputValue()).toBe('700')
    await page.context().close()
  })

  it('is found from the summary by arrows and Enter, and the empty last line leads down to the button', async () => {
    const { page } = await atTheDesk(session)
    await press(page, '01-01⏎⏎1⏎500⏎')
    await press(page, '1⏎1⏎400⏎')
    await page.keyboard.press('ArrowDown')
    expect(await focusedLabel(page)).toBe('記帳する')
    await page.keyboard.press('ArrowUp')
    expect(await focusedLabel(page)).toBe('2行目 種類')
    await page.keyboard.press('ArrowDown')
    await press(page, '⏎')
    await page.getByRole('link', { name: /金額は明細のほうが100円少ない/ }).waitFor()
    await page.keyboard.press('ArrowDown')
    await press(page, '⏎')
    await eventually(() => focusedLabel(page)).toBe('統制合計')
    await page.context().close()
  })
})

describe('posting', () => {
  it('whose answer is lost says so, and pressed again books nothing twice', async () => {
    const { page, batchId } = await atTheDesk(session)
    await press(page, '01-01⏎⏎1⏎500⏎')
    await press(page, '1⏎1⏎500⏎')
    await page.route(
      '**/trpc/intake.post**',
      async (route) => {
        await route.fetch()
        await route.abort()
      },
      { times: 1 },
    )
    await press(page, '⏎⏎')
    await page.getByRole('alert').filter({ hasText: '二重にはなりません' }).waitFor()
    await eventually(() => focusedLabel(page)).toBe('記帳する')
    await press(page, '⏎')
    await page.getByText('1件 500円を記帳しました').waitFor()
    expect(await session.database.db.prisma.journalEntry.count({ where: { intakeBatchId: batchId } })).toBe(1)
    await page.context().close()
  })

  it('is stopped at the date by a month that was closed while the bundle was typed', async () => {
    const { page, batchId } = await atTheDesk(session)
    await press(page, '01-01⏎⏎1⏎500⏎')
    await press(page, '1⏎1⏎500⏎')
    const firstDay = toDateColumn(localDate(`${localDateInTokyo(new Date()).slice(0, 7)}-01`))
    const { prisma } = session.database.db
    const closer = session.council.actors.accountant.userId
    await prisma.fiscalPeriod.updateMany({ where: { firstDay }, data: { closedAt: new Date(), closedById: closer } })
    // The server may trust its copy of the council's tables for a second.
    await pause(1_200)
    await press(page, '⏎⏎')
    await page.getByRole('alert').filter({ hasText: '締め済み' }).waitFor()
    await page.getByRole('link', { name: /^受入日：.*締め済み/ }).waitFor()
    expect(await prisma.journalEntry.count({ where: { intakeBatchId: batchId } })).toBe(0)
    await prisma.fiscalPeriod.updateMany({ where: { firstDay }, data: { closedAt: null, closedById: null } })
    await page.context().close()
  })
})
