import { setPaper } from '../set-paper.ts'
import { headData, type PaperHead } from './paper-head.ts'
import { qrPicture } from './qr-picture.ts'

/** One short link in words ready to be printed. */
export interface PrintedGivingPoster {
  readonly title: string
  readonly lead: string
  /** What the QR code opens: 「https://kifu.example.jp/g/k7m3wq」. */
  readonly address: string
  /** 校区・自治会 that gifts are counted for; empty where there is none. */
  readonly area: string
  /** `1,000`, without the unit; empty where no amount is filled in. */
  readonly amount: string
  readonly payee: string
  /** 受け付けます、毎月の寄附も. */
  readonly allowsMonthly: boolean
  /** The council's own receipt is given; never of a drive, whose money is the 共同募金会's. */
  readonly issuesReceipt: boolean
  /** What it is called to give: 寄附, 募金, 会費. */
  readonly deed: string
}

export interface GivingPosters extends PaperHead {
  /** A poster on one A4, or eight cards on one A4 to be cut. */
  readonly form: 'a4' | 'cards'
  readonly posters: readonly PrintedGivingPoster[]
}

/** Posters and cards with a QR code, an A4 for each link, as a PDF. @throws PaperNotSet when it could not be made. */
export function setGivingPosters({ form, posters, ...head }: GivingPosters): Promise<Uint8Array> {
  return setPaper('giving-posters', {
    ...headData(head),
    form,
    posters: posters.map((poster) => ({ ...poster, qr: qrPicture(poster.address), shown: poster.address.replace(/^https?:\/\//, '') })),
  })
}
