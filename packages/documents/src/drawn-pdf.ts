import { type PDFiumDocument, PDFiumLibrary } from '@hyzyla/pdfium'

/** A rectangle on a page in millimetres from its upper left corner. */
export interface PageRectangle {
  readonly left: number
  readonly top: number
  readonly width: number
  readonly height: number
}

/** A page as it is seen, for tests: what a PDF says of its text proves nothing about what is drawn. */
export interface DrawnPage {
  readonly widthMm: number
  readonly heightMm: number
  /** Its text in the order of the file. */
  readonly text: string
  /** The share of a rectangle that is darker than middle grey: 0 where nothing is drawn, 1 where all is black. */
  inkIn(rectangle: PageRectangle): number
  /** The pixels of a rectangle, to compare what is drawn there with something else. */
  pixelsIn(rectangle: PageRectangle): Uint8Array
}

const mmPerPoint = 25.4 / 72
/** Pixels per point: 144 to the inch, so that the thinnest line leaves a trace. */
const scale = 2

/** Draws pages of a PDF (by their index, from 0; all of them unless told) with the engine that browsers use. */
export async function drawPdf(pdf: Uint8Array, indexes?: readonly number[]): Promise<{ readonly pageCount: number; readonly pages: DrawnPage[] }> {
  const library = await PDFiumLibrary.init()
  try {
    const document = await library.loadDocument(pdf)
    const pageCount = document.getPageCount()
    const pages = []
    for (const index of indexes ?? Array.from({ length: pageCount }, (_, each) => each)) pages.push(await drawPage(document, index))
    document.destroy()
    return { pageCount, pages }
  } finally {
    library.destroy()
  }
}

async function drawPage(document: PDFiumDocument, index: number): Promise<DrawnPage> {
  const text = document.getPage(index).getText()
  // A page that was drawn is closed, hence asked for anew.
  const page = document.getPage(index)
  const { data, width, height, originalWidth, originalHeight } = await page.render({ scale, render: 'bitmap', colorSpace: 'Gray' })
  const grey = data.length === width * height ? data : data.filter((_, at) => at % 4 === 0)
  const pixelsIn = ({ left, top, width: wide, height: high }: PageRectangle) => {
    const px = (mm: number) => Math.round((mm / mmPerPoint) * scale)
    const rows = Array.from({ length: px(high) }, (_, row) => (px(top) + row) * width + px(left))
    return Uint8Array.from(rows.flatMap((start) => [...grey.subarray(start, start + px(wide))]))
  }
  return {
    widthMm: originalWidth * mmPerPoint,
    heightMm: originalHeight * mmPerPoint,
    text,
    pixelsIn,
    inkIn(rectangle) {
      const pixels = pixelsIn(rectangle)
      return pixels.reduce((dark, pixel) => dark + (pixel < 128 ? 1 : 0), 0) / pixels.length
    },
  }
}
