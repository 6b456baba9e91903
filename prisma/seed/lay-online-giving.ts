import type { Tx } from '@sasaeai/db/in-transaction'
import { toDateColumn } from '@sasaeai/db/local-date-column'
import { fiscalYearOf } from '@sasaeai/domain/calendar/fiscal-year'
import { type LocalDate, localDate } from '@sasaeai/domain/calendar/local-date'
import { formatFiscalYear } from '@sasaeai/domain/calendar/japanese-era'
import { idAt } from './book-bundles.ts'
import { codes } from './demo-bundle.ts'
import type { DemoOffice } from './demo-ground.ts'
import { randomStream } from './random-stream.ts'

/** The number that the ids of online giving grow from: not that of the story, whose draws stay what they were. */
const givingSeed = 20_260_924

/** What givers read of the standard 受付項目, by their addresses. A title is a noun: buttons say 「…に寄附する」. */
const told: Readonly<Record<string, { readonly title: string; readonly lead: string }>> = {
  katsudo: {
    title: 'ささえ市の支え合い全体',
    lead: 'ひとり暮らしの方の見守り、46校区のサロン、困りごとの相談。どこかで誰かが支えられている毎日の活動に使わせていただきます。使いみちをおまかせいただくと、いま一番必要なところに届けられます。',
  },
  'kodomo-shokudo': {
    title: '子ども食堂の応援',
    lead: '市内6か所の子ども食堂で、月2回の食卓の食材費と会場費に使わせていただきます。1,000円で、子ども3人分の温かい食事になります。',
  },
  iso: {
    title: '通院と買い物の送迎',
    lead: '一人での外出が難しい方の通院と買い物を、運転ボランティアが送り迎えしています。燃料費と車両の点検に使わせていただきます。',
  },
  'zeni-ginko': {
    title: '善意銀行',
    lead: '急な困りごとで食べるものに困った世帯へのお米や日用品、福祉団体への助成など、必要な人に必要なときに役立てます。',
  },
  saigai: {
    title: '災害ボランティアの活動',
    lead: '大雨や地震のときに開く災害ボランティアセンターの資材と、ふだんの備えに使わせていただきます。被災された方への義援金とは別のものです。',
  },
  'sanjo-kaihi': { title: '賛助会費', lead: '社協の活動に賛同してくださる方の会費です。1口からお選びいただけます。広報紙「社協だより」を年3回お届けします。' },
  'tokubetsu-kaihi': { title: '特別会費', lead: '社協の活動をより手厚く支えてくださる方の会費です。1口からお選びいただけます。' },
  'hojin-kaihi': { title: '法人会費', lead: '会社・お店・団体の皆さまの会費です。会員証をお送りし、ご希望の会員名を広報紙に掲載します。' },
}

/** What can be given to online: the two drives, one led to the 共同募金会's page and one taken here, and two short links. */
export async function layOnlineGiving(tx: Tx, { office, today }: { office: DemoOffice; today: LocalDate }): Promise<void> {
  const random = randomStream(givingSeed)
  const newId = () => idAt(new Date(`${today}T00:00:00Z`), random)
  for (const [slug, words] of Object.entries(told)) await tx.givingTarget.update({ where: { slug }, data: words })
  await layDrives(tx, { office, today, newId })
  await layLinks(tx, newId)
}

async function layDrives(tx: Tx, { office, today, newId }: { office: DemoOffice; today: LocalDate; newId: () => string }): Promise<void> {
  const year = fiscalYearOf(today)
  const council = await tx.paymentAccount.findUniqueOrThrow({ where: { code: 'council' } })
  const chestId = await layChestAccount(tx, { office, newId })
  const lastDay = localDate(`${year}-12-31`)
  const drive = { kind: 'campaign', collectionMethodId: office.method(codes.method.other) } as const
  await tx.givingTarget.create({
    data: {
      ...drive, id: newId(), slug: 'akaihane', title: '赤い羽根共同募金', sequence: 110,
      lead: '集まった募金は、共同募金会を通じて地域の福祉活動に配分されます。オンラインでの募金は、共同募金会のページで受け付けています。',
      campaignId: office.campaign(year, codes.campaign.redFeather), fundingSourceId: office.source(codes.source.chest),
      paymentAccountId: council.id, suggestedYen: [], externalUrl: 'https://www.akaihane.example.jp/sasae/',
    },
  })
  await tx.givingTarget.create({
    data: {
      ...drive, id: newId(), slug: 'saimatsu', title: '歳末たすけあい募金', sequence: 120,
      lead: '「つながり ささえあう みんなの地域づくり」。年の瀬を、誰もが安心して迎えられるように。ささえ市で集まった募金は、ささえ市の見舞金と年末年始の活動に使われます。',
      campaignId: office.campaign(year, codes.campaign.yearEnd), fundingSourceId: office.source(codes.source.yearEnd),
      paymentAccountId: chestId, suggestedYen: [500, 1_000, 3_000, 5_000].map(BigInt),
      instruction: `さ共募第127号「${formatFiscalYear(year)}歳末たすけあい募金のオンライン受付について」（架空の文書）`,
      instructedOn: toDateColumn(localDate(`${year}-09-15`)),
      // A demo that is looked at after New Year still shows a drive that is taken here.
      closesOn: today <= lastDay ? toDateColumn(lastDay) : null,
    },
  })
}

/** The 共同募金会's money is held apart from the council's own from the first day: a receivable of its own, in the book of its 預り金. */
async function layChestAccount(tx: Tx, { office, newId }: { office: DemoOffice; newId: () => string }): Promise<string> {
  const receivableAccountId = newId()
  await tx.ledgerAccount.create({ data: { id: receivableAccountId, code: '1210', name: '未収金（募金のオンライン受付）', category: 'asset', book: 'council' } })
  const chest = await tx.paymentAccount.create({
    data: {
      id: newId(), code: 'chest', name: '共同募金会の受け口', payeeName: '社会福祉法人 さとやま県共同募金会 ささえ市支会',
      receivableAccountId, feeAccountId: office.account('5100'), bankAccountId: office.account('1120'),
    },
  })
  return chest.id
}

async function layLinks(tx: Tx, newId: () => string): Promise<void> {
  const [children, general] = await Promise.all([
    tx.givingTarget.findUniqueOrThrow({ where: { slug: 'kodomo-shokudo' } }),
    tx.givingTarget.findUniqueOrThrow({ where: { slug: 'katsudo' } }),
  ])
  const district = await tx.area.findFirstOrThrow({ where: { code: '01' }, select: { id: true, name: true } })
  await tx.givingLink.create({ data: { id: newId(), code: 'k7m3wq', label: '子ども食堂のポスター', targetId: children.id, amountYen: 1_000n } })
  await tx.givingLink.create({ data: { id: newId(), code: 'h4v9ra', label: `${district.name}だより`, targetId: general.id, areaId: district.id } })
}
