/** What set-paper asks of the process that sets papers. */
export interface PaperOrder {
  readonly template: string
  /** JSON, of each paper. */
  readonly papers: readonly string[]
}

/** What it is answered. */
export type PaperAnswer = ({ readonly pdfs: readonly Uint8Array[] } | { readonly problem: string }) & {
  /** What the process holds after the order, in MiB. */
  readonly memoryMib: number
}
