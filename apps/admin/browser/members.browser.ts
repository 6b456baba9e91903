import type { Page } from '@playwright/test'
import { joinSchema } from '@sasaeai/domain/membership-dues/member/membership-input'
import { supporterDetailsSchema } from '@sasaeai/domain/supporter/supporter-details'
import { createSupporter } from '@sasaeai/api/supporter/create-supporter'
import { joinMember } from '@sasaeai/api/membership-dues/member/join-member'
import { changeUnits } from '@sasaeai/api/membership-dues/member/change-units'
import { localDate } from '@sasaeai/domain/calendar/local-date'
import { id } from '@sasaeai/domain/ids'
import { aSlip, bookSlip } from '@sasaeai/testing/a-slip'
import { presentFiscalYear } from '@sasaeai/testing/present-fiscal-year'
import { accessibilityFindings, sidewaysOverflow } from '@sasaeai/testing/browser/accessibility'
import { openProductSession, type ProductSession } from '@sasaeai/testing/browser/product-session'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { chooseByTyping } from './choose-by-typing.ts'

let session: ProductSession

beforeAll(async () => {
  session = await openProductSession({ year: presentFiscalYear() })
})
afterAll(() => session.end())

async function register(name: string) {
  const { deps, actors } = session.council
  const created = await createSupporter(deps, actors.receptionist, supporterDetailsSchema.parse({ kind: 'organization', name, kana: 'ササエ' }))
  if (!created.ok) throw new Error(created.code)
  return created.value.supporterId
}

async function member(name: string) {
  const { council } = session
  const input = joinSchema.parse({
    supporterId: await register(name), duesKindId: council.duesKind('法人会費'), route: 'direct', joinedOn: `${council.fiscalYear}-04-01`, units: 2,
  })
  const joined = await joinMember(council.deps, council.actors.receptionist, input)
  if (!joined.ok) throw new Error(joined.code)
  return joined.value.membershipId
}

const open = async (page: Page, address: string, heading: string) => {
  await page.goto(`${session.product.url}/admin/dues/${address}`)
  await page.getByRole('heading', { name: heading, level: 1 }).waitFor()
  // A part that comes later would push away what is about to be pressed.
  await expect.poll(() => page.getByText('読み込んでいます').count()).toBe(0)
}

it('takes a company in, finds it in the list, lets it leave and takes the leaving back', async () => {
  await register('株式会社みずほ')
  const { context, page } = await session.signIn('receptionist')
  await open(page, 'members/new', '入会の登録')
  await chooseByTyping(page.getByRole('combobox', { name: '支援者' }), { typed: 'みずほ', option: /株式会社みずほ/ })
  await page.getByLabel('会員種別').selectOption({ label: '4 法人会費' })
  await page.getByLabel('口数').fill('３')
  await page.getByRole('button', { name: '入会を登録する' }).click()
  await page.getByRole('heading', { name: '株式会社みずほ', level: 1 }).waitFor()
  expect(await accessibilityFindings(page)).toEqual([])
  await page.getByRole('button', { name: '退会にする' }).click()
  await page.getByLabel('退会の理由').fill('廃業・解散')
  await page.getByRole('button', { name: '退会を登録する' }).click()
  await page.getByRole('button', { name: '退会を取り消す' }).click()
  await page.getByRole('button', { name: '退会にする' }).waitFor()
  await open(page, 'members', '会員')
  await page.getByLabel('さがす').fill('みずほ')
  await page.getByRole('link', { name: '株式会社みずほ' }).waitFor()
  await page.setViewportSize({ width: 375, height: 800 })
  expect([await accessibilityFindings(page), await sidewaysOverflow(page)]).toEqual([[], 0])
  await context.close()
})

it('tells that somebody else has changed the member first, and keeps what was typed', async () => {
  const membershipId = await member('有限会社ひよし')
  const { deps, actors } = session.council
  const { context, page } = await session.signIn('receptionist')
  await open(page, `members/${membershipId}`, '有限会社ひよし')
  await page.getByRole('button', { name: '口数を変える' }).click()
  const effectiveOn = localDate(`${session.council.fiscalYear}-04-01`)
  await changeUnits(deps, actors.accountant, { membershipId, revision: 1, effectiveOn, units: 7 })
  await page.getByLabel('新しい口数').fill('5')
  await page.getByRole('button', { name: '保存する' }).click()
  await page.getByText('ほかの人が先に変更しました').waitFor()
  await expect.poll(() => page.getByLabel('新しい口数').inputValue()).toBe('5')
  await page.getByRole('button', { name: '入力を捨てて、新しい内容を読み込む' }).click()
  await expect.poll(() => page.getByLabel('新しい口数').inputValue()).toBe('7')
  await context.close()
})

it('brings a prospect from first thought to membership', async () => {
  await register('医療法人ささえ会')
  const { context, page } = await session.signIn('receptionist')
  await open(page, 'prospects', '入会の見込み')
  await page.getByRole('button', { name: '見込みを加える' }).click()
  await chooseByTyping(page.getByRole('combobox', { name: '支援者' }), { typed: 'ささえ会', option: /医療法人ささえ会/ })
  await page.getByLabel('会員種別').selectOption({ label: '4 法人会費' })
  await page.getByLabel('次にすること').fill('申込書を届ける')
  await page.getByLabel('その予定日').fill(`${session.council.fiscalYear}-04-10`)
  await page.getByRole('button', { name: '保存する' }).click()
  await page.getByText('予定日を過ぎています').waitFor()
  expect(await accessibilityFindings(page)).toEqual([])
  await page.getByRole('button', { name: '入会にする' }).click()
  await page.getByRole('button', { name: '入会を登録する' }).click()
  await page.getByText('入会の見込みはまだありません').waitFor()
  await open(page, 'members', '会員')
  await page.getByRole('link', { name: '医療法人ささえ会' }).waitFor()
  await context.close()
})

it('takes back a registration that was a mistake, after asking; with dues in the books it says what to do instead', async () => {
  const { council } = session
  const [mistaken, paying] = [await member('株式会社まちがい'), await member('株式会社のうにゅう')]
  const { supporterId } = await council.deps.db.prisma.membership.findUniqueOrThrow({ where: { id: paying } })
  await bookSlip(council, aSlip(council, {
    entryDate: localDate(`${council.fiscalYear}-04-01`), areaId: undefined, supporterId: id(supporterId), duesKindId: council.duesKind('法人会費'),
  }))
  const { context, page } = await session.signIn('receptionist')
  await open(page, `members/${paying}`, '株式会社のうにゅう')
  await page.getByRole('button', { name: '登録を取り消す' }).click()
  await page.getByRole('dialog').getByRole('button', { name: '登録を取り消す' }).click()
  await page.getByText('会員でなくなったときは「退会にする」を使ってください。納入のほうが').waitFor()
  await open(page, `members/${mistaken}`, '株式会社まちがい')
  await page.getByRole('button', { name: '登録を取り消す' }).click()
  expect(await accessibilityFindings(page)).toEqual([])
  await page.getByRole('dialog').getByRole('button', { name: '登録を取り消す' }).click()
  await page.getByText('「株式会社まちがい」の登録を取り消しました').waitFor()
  await page.getByRole('heading', { name: '会員', level: 1 }).waitFor()
  await expect.poll(() => page.getByRole('link', { name: '株式会社まちがい' }).count()).toBe(0)
  await context.close()
})
